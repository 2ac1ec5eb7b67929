import { lawAt } from '#law';
import { listNamesakes, openWeigher, type PersonName } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { type CoveredMember, findOfPairs, listNamedBornOn, type NamedPair } from '../store/findings.ts';

/** Members told of by name, held against RAMED's persons; what is likely enough is gathered. Gives how many pairs were compared. */
export async function compareMembers(context: DeedContext, members: readonly CoveredMember[]): Promise<number> {
  const { reviewFrom } = lawAt(context.today.toString()).coverage;
  const byRef = new Map(members.map((member) => [`${member.source_id}/${member.member}`, member]));
  const asked = [...byRef].map(([ref, { sex, birth_date }]) => ({
    ...{ ref, names: namesOf(byRef.get(ref)), sex, birthDate: birth_date },
  }));
  const { found, compared } = await listNamesakes(context.tx, asked);
  const pairs = found.flatMap(({ ref, person, probability, fields }) => {
    const member = byRef.get(ref);
    return member && probability >= reviewFrom.value ? [toPair(member, { person, probability, fields })] : [];
  });
  await findOfPairs(context.tx, pairs);
  return compared;
}

type Person = { readonly personId: string; readonly names: PersonName; readonly sex: 'F' | 'M'; readonly birthDate: string };

/** RAMED's persons, held against members told of by name who were born on the same day; what is likely enough is gathered. */
export async function comparePersons(context: DeedContext, persons: readonly Person[]): Promise<void> {
  await findOfPairs(context.tx, await listLikelyMembers(context, persons));
}

/** Members told of by name, born on the same day as these persons, who are likely enough to be them. */
export async function listLikelyMembers(context: DeedContext, persons: readonly Person[]): Promise<readonly NamedPair[]> {
  const { reviewFrom } = lawAt(context.today.toString()).coverage;
  const members = Map.groupBy(
    await listNamedBornOn(context.tx, [...new Set(persons.map(({ birthDate }) => birthDate))]),
    (member) => member.birth_date,
  );
  const weighed = await openWeigher(context.tx, persons);
  return persons.flatMap((person) =>
    (members.get(person.birthDate) ?? []).flatMap((member) => {
      const { probability, fields } = weighed(person, { ...member, names: namesOf(member), birthDate: member.birth_date });
      return probability >= reviewFrom.value ? [toPair(member, { person: person.personId, probability, fields })] : [];
    }),
  );
}

type Likely = { readonly person: string; readonly probability: number; readonly fields: Readonly<Record<string, string>> };

function toPair({ source_id, member }: CoveredMember, { person, probability, fields }: Likely) {
  return { source_id, member, person, likeness: probability, fields };
}

function namesOf(member: CoveredMember | undefined): PersonName {
  return member ? { fr: { family: member.family, given: member.given } } : {};
}
