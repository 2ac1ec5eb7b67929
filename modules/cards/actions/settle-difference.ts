import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { saidSettlements, sayable } from '../model/difference.ts';
import { findDifferenceForUpdate, settleDifference as keepSettlement } from '../store/differences.ts';
import { hand, isHere } from './of-custody.ts';

/**
 * Whoever has looked says how a difference ended that no scan ends: the card was brought to where the books have it, is not there any more, or is
 * as it should be after all. Moves no card: what is missing is scanned or declared lost, what is worth nothing is destroyed.
 */
export const settleDifference = defineAction({
  name: 'cards.settle-difference',
  summary: 'Say how a difference ended that somebody looked into',
  permission: 'cards:settle',
  input: z.object({
    difference: z.int().positive(),
    as: z.enum(saidSettlements),
    note: z.string().trim().min(1).max(500),
  }),
  output: z.object({ serial: z.string(), settled: z.enum(saidSettlements) }),
  refusals: ['difference-unknown', 'difference-settled', 'settlement-unfit'],
  async run(context, { difference: id, as, note }) {
    const found = await findDifferenceForUpdate(context.tx, id);
    if (!found || !isHere(context.actor, found.place)) return refuse('difference-unknown', { place: 'difference' });
    if (found.settled_at !== null) return refuse('difference-settled', { place: 'difference' });
    if (!sayable[found.kind].includes(as)) return refuse('settlement-unfit', { place: 'as', facts: { kind: found.kind } });
    const { at, actor: by } = hand(context);
    await keepSettlement(context.tx, id, { at, by, as, note });
    const { serial, kind, territory } = found;
    context.journal({
      ...{ subject: `card:${serial}`, territory, reason: `${as}: ${note}` },
      ...{ before: digestOf({ serial, kind, settled: null }), after: digestOf({ serial, kind, settled: as }) },
    });
    return { serial, settled: as };
  },
});
