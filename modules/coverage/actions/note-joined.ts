import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import type { CoverCasePassage } from '../model/cover-case.ts';
import { insertSteps } from '../store/cases.ts';
import { findOfPersons } from '../store/findings.ts';
import { type Parted, passCases, takeJoinedAgain, takeParted } from '../store/joined-cards.ts';
import { letGo } from './end-cases.ts';
import { fileOverlaps, gatherOverlaps } from './file-overlaps.ts';
import { holdJoinedCards } from './hold-joined-cards.ts';

/**
 * Follows who is one with whom: a member of RAMED without a card who is found to be one with somebody who has one is held against the covers
 * told under that card. Two again, the card is not theirs: open cases that rest on it alone are set aside, and open again when the two are
 * joined again. It asks who they are now, so that told twice or late it comes to the same. Settled cases are left to people.
 */
export const noteJoined = defineAction({
  name: 'coverage.note-joined',
  summary: 'Hold members of RAMED against the cards of those whom they were found to be one with',
  permission: 'system:coverage',
  input: z.object({ persons: z.array(z.uuid()).min(1) }),
  output: z.object({ joined: z.int(), parted: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { persons }) {
    await gatherOverlaps(context);
    const { begun, ended } = await holdJoinedCards(context, persons);
    const touched = [...new Set([...begun, ...ended])];
    await pass(context, await takeJoinedAgain(context.tx, touched), 'joined-again');
    await findOfPersons(context.tx, begun);
    await fileOverlaps(context, 'merge');
    const parted = await takeParted(context.tx, touched);
    await pass(context, parted, 'parted');
    await letGo(
      context,
      parted.map(({ requestId }) => requestId),
    );
    return { joined: begun.length, parted: ended.length };
  },
});

async function pass(context: DeedContext, cases: readonly Parted[], passage: CoverCasePassage & ('parted' | 'joined-again')) {
  if (cases.length === 0) return;
  const at = context.now.toString();
  const state = passage === 'parted' ? 'dismissed' : 'suspected';
  await passCases(
    context.tx,
    cases.map(({ id }) => id),
    state,
    at,
  );
  const by = { passage, hand: context.actor.id, taken_at: at, reason: null, words: null, day: null };
  await insertSteps(
    context.tx,
    cases.map(({ id, territory }) => ({ id: newId(), case_id: id, ...by, territory })),
  );
  context.journal(
    ...cases.map((one) => ({
      subject: `application:${one.requestId}`,
      territory: one.territory,
      before: digestOf({ case: one.id, state: one.state }),
      after: digestOf({ case: one.id, state }),
      reason: passage,
    })),
  );
}
