import { z } from 'zod';
import { listIdentities } from '#modules/registry';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { commonTerritory, keyOfSides, toSides, twofoldOf } from '../model/two-families.ts';
import { findLifeEventForUpdate } from '../store/life-events.ts';
import {
  listPersonsOf,
  listStandingParts,
  openTwoFamilies,
  saveTwoFamilies,
  type TwoFamiliesRow,
  takeCasesOf,
} from '../store/two-families.ts';
import { undoEvent } from './undo-life-event.ts';

/**
 * Opens a case for each two families in whose rights one person has a part at once: under one national card, or under two statements that were
 * found to be one person. Nothing changes by it. A case of which that is true no more lapses; where the two were parted, the part that had
 * been ended for it stands again, unless something changed the member since. It asks how things stand now, so that told twice it is the same.
 */
export const noteTwoFamilies = defineAction({
  name: 'entitlements.note-two-families',
  summary: 'Open a case where one person has a part in the rights of two families',
  permission: 'system:entitlements',
  input: z.object({
    persons: z.array(z.uuid()).default([]),
    applications: z.array(z.uuid()).default([]),
    registrations: z.array(z.string()).default([]),
  }),
  output: z.object({ opened: z.int(), lapsed: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { persons, applications, registrations }) {
    const { tx } = context;
    const concerned = [...new Set([...persons, ...(await listPersonsOf(tx, { applications, registrations }))])];
    const heads = new Map((await listIdentities(tx, concerned)).map(({ person, head }) => [person, head]));
    const cases = await takeCasesOf(tx, [...heads.keys()]);
    const parts = await listStandingParts(tx, [...heads.keys()], context.today.toString());
    const found = twofoldOf(parts.map((part) => ({ ...part, head: heads.get(part.person) ?? part.person })));
    const standing = new Set(found.map((one) => keyOfSides(toSides(one))));
    const over = cases.filter((row) => row.state === 'open' && !standing.has(keyOfSides(row)));
    const parted = cases.filter((row) => row.state === 'settled' && heads.get(row.one_person) !== heads.get(row.other_person));
    for (const row of parted) await putBack(context, row);
    for (const row of [...over, ...parted]) await lapse(context, row);
    const opened = await openTwoFamilies(
      tx,
      found.map((one) => ({
        ...{ id: newId(), ...toSides(one), opened_at: context.now.toString() },
        found_by: one.one.person === one.other.person ? ('card' as const) : ('merge' as const),
        territory: commonTerritory(one.one.territory, one.other.territory),
      })),
    );
    context.journal(
      ...opened.map((row) => ({
        subject: `two-families:${row.id}`,
        territory: row.territory,
        after: digestOf({ case: row.id, state: 'open', families: [row.one_registration, row.other_registration] }),
        reason: row.found_by,
      })),
    );
    return { opened: opened.length, lapsed: over.length + parted.length };
  },
});

async function putBack(context: DeedContext, { event_id }: TwoFamiliesRow): Promise<void> {
  const event = event_id === null ? undefined : await findLifeEventForUpdate(context.tx, event_id);
  if (event?.state === 'accepted') await undoEvent(context, event, 'two persons again');
}

async function lapse(context: DeedContext, row: TwoFamiliesRow): Promise<void> {
  const by = { settled_at: context.now.toString(), settled_by: context.actor.id, kept: null };
  const { event_id, reason, note } = row;
  await saveTwoFamilies(context.tx, row.id, { state: 'lapsed', ...by, event_id, reason, note });
  context.journal({
    subject: `two-families:${row.id}`,
    territory: row.territory,
    before: digestOf({ case: row.id, state: row.state }),
    after: digestOf({ case: row.id, state: 'lapsed' }),
  });
}
