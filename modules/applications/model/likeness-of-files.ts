import type { Declaration } from '#modules/eligibility';
import type { PersonName } from '#modules/registry';

export const suspicions = ['card', 'name-and-birth-date', 'phone', 'name-and-birth-year', 'address'] as const;
/** Why two files may be of the same family; the strongest first. */
export type Suspicion = (typeof suspicions)[number];

export type Reason = { readonly why: Suspicion; readonly ref?: number };

/** An address that more families than these share is a hamlet or a building: alone it says nothing. */
export const MOST_AT_ONE_ADDRESS = 5;

/** One file's reasons together, and the files in the order in which they are to be looked at. */
export function gathered(hits: readonly (Reason & { readonly id: string })[]): ReadonlyMap<string, readonly Reason[]> {
  const byFile = Map.groupBy(hits, ({ id }) => id);
  const files = [...byFile].map(([id, reasons]) => [id, withoutWeaker(reasons)] as const);
  return new Map(files.toSorted(([, one], [, other]) => weightOf(other) - weightOf(one)));
}

/** The same name is not told twice, by its day and by its year. */
function withoutWeaker(reasons: readonly Reason[]): readonly Reason[] {
  const known = new Map(reasons.map(({ why, ref }) => [why, { why, ...(ref === undefined ? {} : { ref }) }]));
  if (known.has('name-and-birth-date')) known.delete('name-and-birth-year');
  return [...known.values()].toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** One strong reason is more than all the weaker ones together. */
function weightOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + 2 ** (suspicions.length - rankOf(reason)), 0);
}

function rankOf({ why }: Reason): number {
  return suspicions.indexOf(why);
}

/** Which member of a family somebody is, by the card, else by the birth date and a name written the same. */
export function memberAlike(
  { members }: Declaration,
  person: {
    readonly cnie?: string | undefined;
    readonly birthDate?: string | undefined;
    readonly names?: PersonName | undefined;
  },
): number | undefined {
  const { cnie, birthDate, names } = person;
  const byCard = cnie === undefined ? undefined : members.find((member) => member.cnie === cnie);
  const isNamed = (member: Declaration['members'][number]) =>
    (['fr', 'ar'] as const).some(
      (script) => names?.[script] !== undefined && names[script].given === member.names[script]?.given,
    );
  return (byCard ?? members.find((member) => member.birth_date === birthDate && isNamed(member)))?.ref;
}
