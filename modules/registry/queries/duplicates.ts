import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { territoryOf } from '#platform/permissions';
import { countPairs, type LikelyPairRow, listPairs } from '../store/likely-pairs.ts';
import { listPersonsAsStated } from '../store/stated-persons.ts';
import { ShownPerson, toShownPerson } from './shown-person.ts';

const AT_ONCE = 20;

const Pair = z.object({
  id: z.uuid(),
  one: ShownPerson,
  other: ShownPerson,
  probability: z.number(),
  band: z.enum(['certain', 'review']),
  contradicted: z.boolean(),
  state: z.enum(['open', 'same', 'different']),
});

/**
 * Pairs of persons of the asker's jurisdiction who are likely one, the likeliest first, or those decided. With how many there are.
 */
export const duplicates = defineQuery({
  name: 'registry.duplicates',
  summary: 'Pairs of persons who are likely one, the likeliest first, or those decided',
  permission: 'registry:judge-duplicates',
  input: z.object({
    state: z.enum(['open', 'decided']).default('open'),
    /** Goes on after this pair. */
    after: z.object({ probability: z.number(), pair: z.uuid() }).optional(),
  }),
  output: z.object({
    counts: z.object({ certain: z.int(), review: z.int(), same: z.int(), different: z.int() }),
    pairs: z.array(Pair),
    more: z.boolean(),
  }),
  noted: ({ pairs }, _asked, actor) => [{ subject: 'duplicates:list', territory: territoryOf(actor), shown: pairs.length * 2 }],
  async run({ tx }, { state, after }) {
    const before = after && { probability: after.probability, id: after.pair };
    const rows = await listPairs(tx, { state, before, most: AT_ONCE + 1 });
    return {
      counts: await countPairs(tx),
      pairs: await withPersons(tx, rows.slice(0, AT_ONCE)),
      more: rows.length > AT_ONCE,
    };
  },
});

async function withPersons(tx: Tx, rows: readonly LikelyPairRow[]): Promise<z.infer<typeof Pair>[]> {
  const persons = new Map(
    (
      await listPersonsAsStated(
        tx,
        rows.flatMap(({ one, other }) => [one, other]),
      )
    ).map((row) => [row.person_id, toShownPerson(row)]),
  );
  return rows.flatMap(({ id, one, other, probability, band, contradicted, state }) => {
    const [first, second] = [persons.get(one), persons.get(other)];
    return first && second ? [{ id, one: first, other: second, probability, band, contradicted, state }] : [];
  });
}
