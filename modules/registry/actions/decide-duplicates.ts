import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { territoryOf } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { pairKey } from '../model/matching/clusters.ts';
import { decideJoin, groupOf } from '../model/matching/joined.ts';
import { listApart, listSamePairs } from '../store/known-as.ts';
import { type LikelyPairRow, listKnown, saveDecision, takePairs } from '../store/likely-pairs.ts';
import { knowAsDecided } from './know-as-decided.ts';

const Decision = z.object({
  pair: z.uuid(),
  decision: z.enum(['same', 'different']),
  /** What was looked at: papers side by side, the families, a word with the persons, or nothing more than these two. */
  reason: z.enum(['papers', 'families', 'interview', 'evident']),
  note: z.string().trim().max(500).optional(),
});
type Decision = z.output<typeof Decision>;

/**
 * Decides of pairs of persons whether they are one, each with its reason. From then on those who are one are known as one of them; what was
 * stated of either stays as it was stated. A pair is left as it is when it was decided already, when the two, or whoever they are already
 * one with, have two cards, stand side by side in one household, or were kept apart.
 */
export const decideDuplicates = defineAction({
  name: 'registry.decide-duplicates',
  summary: 'Decide whether two persons of the register are one, for a set of pairs, each with its reason',
  permission: 'registry:judge-duplicates',
  input: z.object({ decisions: z.array(Decision).min(1).max(100) }),
  output: z.object({
    decided: z.array(z.uuid()),
    left: z.array(
      z.object({ pair: z.uuid(), because: z.enum(['unknown', 'decided', 'two-cards', 'one-household', 'kept-apart']) }),
    ),
  }),
  refusals: ['whole-register'],
  async run(context, { decisions }) {
    // Who is one with whom is seen whole by the nation alone: a part of a group would be joined against the rest.
    if (territoryOf(context.actor) !== '') return refuse('whole-register');
    const pairs = new Map(
      (
        await takePairs(
          context.tx,
          decisions.map(({ pair }) => pair),
        )
      ).map((row) => [row.id, row]),
    );
    const decided: LikelyPairRow[] = [];
    const left: { pair: string; because: Obstacle }[] = [];
    for (const decision of decisions) {
      const row = pairs.get(decision.pair);
      const because = row ? await obstacleTo(context, decision, row) : 'unknown';
      if (row === undefined || because !== undefined) {
        left.push({ pair: decision.pair, because: because ?? 'unknown' });
        continue;
      }
      await save(context, decision, row);
      pairs.set(row.id, { ...row, state: decision.decision });
      decided.push(row);
    }
    await knowAsDecided(
      context,
      decided.flatMap(({ one, other }) => [one, other]),
    );
    return { decided: decided.map(({ id }) => id), left };
  },
});

type Obstacle = 'unknown' | 'decided' | 'two-cards' | 'one-household' | 'kept-apart';

async function obstacleTo({ tx }: DeedContext, { decision }: Decision, row: LikelyPairRow): Promise<Obstacle | undefined> {
  if (row.state !== 'open') return 'decided';
  const same = await listSamePairs(tx, [row.one, row.other]);
  const [group, other] = [groupOf(row.one, same), groupOf(row.other, same)];
  if (decision === 'different') return group.includes(row.other) ? 'decided' : undefined;
  const known = await listKnown(tx, [...group, ...other]);
  const apart = await listApart(tx, [...group, ...other]);
  const toKnown = (persons: readonly string[]) => persons.flatMap((person) => known.get(person) ?? []);
  if (group.includes(row.other)) return undefined;
  return decideJoin(toKnown(group), toKnown(other), new Set(apart.map((pair) => pairKey(pair.one, pair.other))));
}

async function save(context: DeedContext, { decision, reason, note }: Decision, row: LikelyPairRow): Promise<void> {
  const id = newId<'pair-decision'>();
  const by = { decided_by: context.actor.id, decided_at: context.now.toString(), territory: row.territory };
  await saveDecision(context.tx, { id, pair_id: row.id, decision, reason, note: note ?? null, ...by });
  context.journal({
    subject: `pair:${row.id}`,
    territory: row.territory,
    reason: `${decision}: ${reason}`,
    before: digestOf({ pair: row.id, state: row.state }),
    after: digestOf({ pair: row.id, state: decision }),
  });
}
