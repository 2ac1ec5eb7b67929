import { lawAt } from '#law';
import { type Beneficiary, listNamedPersons, namePairsOf, openWeigher } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { findOfPairs, type NamedPair } from '../store/findings.ts';
import { listMeeting, listUnread, type Met, saveRead, type Telling, type Whom } from '../store/namesakes.ts';

/** RAMED's persons born on some days, held against members told of by name; what is likely enough is gathered. Gives how many pairs were compared. */
export async function compareBornOn(
  context: DeedContext,
  days: readonly string[],
  telling: Telling | undefined,
): Promise<number> {
  const { likely, compared } = await weigh(context, { days }, telling);
  await findOfPairs(context.tx, likely);
  return compared;
}

/** These persons of RAMED, held against members told of by name; what is likely enough is gathered. */
export async function comparePersons(context: DeedContext, persons: readonly Beneficiary[]): Promise<void> {
  await findOfPairs(context.tx, await listLikelyMembers(context, persons));
}

/** Members told of by name who are likely enough to be these persons. */
export async function listLikelyMembers(context: DeedContext, persons: readonly Beneficiary[]): Promise<readonly NamedPair[]> {
  const heard = persons.map(({ personId: person, cnie, birthDate: birth_date, names }) => ({
    ...{ person, birth_date, bears_card: cnie !== undefined, name_pairs: namePairsOf(names) },
  }));
  return (await weigh(context, { persons: heard }, undefined)).likely;
}

async function weigh(context: DeedContext, whom: Whom, telling: Telling | undefined) {
  const { reviewFrom } = lawAt(context.today.toString()).coverage;
  const met = await listMeeting(context.tx, whom, telling);
  const persons = await listNamedPersons(context.tx, [...new Set(met.map(({ person }) => person))]);
  const weighed = await openWeigher(context.tx, [...persons.values()]);
  const likely = met.flatMap((one): NamedPair[] => {
    const known = persons.get(one.person);
    if (!known) return [];
    const { probability, fields } = weighed(known, toNamed(one));
    return probability >= reviewFrom.value ? [toPair(one, probability, fields)] : [];
  });
  return { likely, compared: met.length };
}

function toNamed({ family, given, sex, birth_date: birthDate }: Met) {
  return { names: { fr: { family, given } }, sex, birthDate };
}

/** Of who bears a card elsewhere the person has none: an officer sees that there is one to ask for. */
function toPair({ source_id, member, person, bears_card }: Met, likeness: number, agreed: NamedPair['fields']): NamedPair {
  return { source_id, member, person, likeness, fields: bears_card ? { card: 'theirs', ...agreed } : agreed };
}

/** Reads the next names that nobody has read yet for how they are heard: those kept before they were. Gives whether there were any. */
export async function readNames({ tx }: DeedContext, most: number): Promise<boolean> {
  const unread = await listUnread(tx, most);
  if (unread.members.length + unread.persons.length === 0) return false;
  const known = await listNamedPersons(tx, unread.persons);
  await saveRead(tx, {
    members: unread.members.map(({ family, given, ...member }) => ({
      ...member,
      name_pairs: namePairsOf({ fr: { family, given } }),
    })),
    persons: unread.persons.map((person) => {
      const { names = {}, birthDate = null } = known.get(person) ?? {};
      return { person, name_pairs: namePairsOf(names), birth_date: birthDate };
    }),
  });
  return true;
}
