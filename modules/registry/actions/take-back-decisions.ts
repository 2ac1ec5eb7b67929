import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { territoryOf } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { type LikelyPairRow, saveDecision, takePairs } from '../store/likely-pairs.ts';
import { knowAsDecided } from './know-as-decided.ts';

/**
 * Takes back what was decided of pairs, with the reason: they are open again, and persons who are one by nothing else are two again, as they
 * were. What was decided and for how long it held stays to be read. A pair that is open is left as it is.
 */
export const takeBackDecisions = defineAction({
  name: 'registry.take-back-decisions',
  summary: 'Take back what was decided of pairs of persons, with the reason',
  permission: 'registry:judge-duplicates',
  input: z.object({ pairs: z.array(z.uuid()).min(1).max(100), reason: z.string().trim().min(3).max(500) }),
  output: z.object({
    open: z.array(z.uuid()),
    left: z.array(z.object({ pair: z.uuid(), because: z.enum(['unknown', 'open']) })),
  }),
  refusals: ['whole-register'],
  async run(context, { pairs: ids, reason }) {
    // Who is one with whom is seen whole by the nation alone: a part of a group would be joined against the rest.
    if (territoryOf(context.actor) !== '') return refuse('whole-register');
    const pairs = new Map((await takePairs(context.tx, ids)).map((row) => [row.id, row]));
    const open: LikelyPairRow[] = [];
    const left: { pair: string; because: 'unknown' | 'open' }[] = [];
    for (const id of new Set(ids)) {
      const row = pairs.get(id);
      if (row === undefined || row.state === 'open') {
        left.push({ pair: id, because: row === undefined ? 'unknown' : 'open' });
        continue;
      }
      const by = { decided_by: context.actor.id, decided_at: context.now.toString(), territory: row.territory };
      const decision = { id: newId<'pair-decision'>(), pair_id: row.id, decision: 'taken-back', reason: 'taken-back' } as const;
      await saveDecision(context.tx, { ...decision, note: reason, ...by });
      context.journal({
        subject: `pair:${row.id}`,
        territory: row.territory,
        reason,
        before: digestOf({ pair: row.id, state: row.state }),
        after: digestOf({ pair: row.id, state: 'open' }),
      });
      open.push(row);
    }
    await knowAsDecided(
      context,
      open.flatMap(({ one, other }) => [one, other]),
    );
    return { open: open.map(({ id }) => id), left };
  },
});
