import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { type DecisionRow, findPair, type LikelyPairRow, listDecisions, listPairsBeside } from '../store/likely-pairs.ts';
import { listHouseholdsOf, listPersonsAsStated } from '../store/stated-persons.ts';
import { ShownPerson as Shown, type ShownPerson, toNames, toShownPerson } from './shown-person.ts';

const Member = z.object({
  person: z.uuid(),
  names: Shown.shape.names,
  relation: z.string(),
  sex: z.enum(['F', 'M']),
  birthDate: z.iso.date(),
});
const Side = Shown.extend({
  households: z.array(z.object({ request: z.uuid(), statedOn: z.iso.date(), members: z.array(Member) })),
});

const Pair = z.object({
  id: z.uuid(),
  one: Side,
  other: Side,
  probability: z.number(),
  bits: z.number(),
  band: z.enum(['certain', 'review']),
  contradicted: z.boolean(),
  state: z.enum(['open', 'same', 'different']),
  /** What each field says: in bits, one more makes it twice as likely that the two are one. */
  fields: z.array(z.object({ field: z.string(), level: z.string(), bits: z.number(), isRare: z.boolean() })),
  /** Other pairs of whom either belongs to. */
  beside: z.array(
    z.object({ pair: z.uuid(), person: Shown, probability: z.number(), state: z.enum(['open', 'same', 'different']) }),
  ),
  decisions: z.array(
    z.object({
      decision: z.enum(['same', 'different', 'taken-back']),
      reason: z.string(),
      note: z.string().optional(),
      by: z.string(),
      at: z.string(),
    }),
  ),
});

/** Two persons side by side with their families, what each field says for or against their being one, and what was decided of them. */
export const oneDuplicate = defineQuery({
  name: 'registry.one-duplicate',
  summary: 'Two persons who are likely one, side by side, with the weight of each field and what was decided',
  permission: 'registry:judge-duplicates',
  input: z.object({ pair: z.uuid() }),
  output: z.object({ pair: Pair.optional() }),
  noted: ({ pair }) =>
    pair ? [pair.one, pair.other].map(({ person, territory }) => ({ subject: `person:${person}`, territory })) : [],
  async run({ tx }, { pair: id }) {
    const row = await findPair(tx, id);
    const persons = new Map(row ? (await listPersonsAsStated(tx, [row.one, row.other])).map((one) => [one.person_id, one]) : []);
    const [one, other] = [persons.get(row?.one ?? ''), persons.get(row?.other ?? '')];
    if (!row || !one || !other) return {};
    const { probability, bits, band, contradicted, state } = row;
    return {
      pair: {
        ...{ id, probability, bits, band, contradicted, state },
        fields: row.fields.map(({ isRare = false, ...field }) => ({ ...field, isRare })),
        one: await toSide(tx, toShownPerson(one)),
        other: await toSide(tx, toShownPerson(other)),
        beside: await toBeside(tx, row),
        decisions: (await listDecisions(tx, id)).map(toDecision),
      },
    };
  },
});

async function toSide(tx: Tx, shown: ShownPerson): Promise<z.infer<typeof Side>> {
  const households = Map.groupBy(await listHouseholdsOf(tx, shown.person), ({ request_id }) => request_id);
  return {
    ...shown,
    households: [...households].map(([request, members]) => ({
      request,
      statedOn: members[0]?.stated_on ?? '',
      members: members.map((member) => ({
        person: member.person_id,
        names: toNames(member),
        relation: member.relation,
        sex: member.sex,
        birthDate: member.birth_date,
      })),
    })),
  };
}

async function toBeside(tx: Tx, row: LikelyPairRow) {
  const beside = await listPairsBeside(tx, row);
  const third = ({ one, other }: LikelyPairRow) => (one === row.one || one === row.other ? other : one);
  const persons = new Map((await listPersonsAsStated(tx, beside.map(third))).map((one) => [one.person_id, toShownPerson(one)]));
  return beside.flatMap((pair) => {
    const person = persons.get(third(pair));
    return person ? [{ pair: pair.id, person, probability: pair.probability, state: pair.state }] : [];
  });
}

function toDecision({ decision, reason, note, decided_by, decided_at }: DecisionRow) {
  return { decision, reason, note: note ?? undefined, by: decided_by, at: decided_at };
}
