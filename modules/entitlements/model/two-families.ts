/** A part that somebody has in the rights of a family, by whom that person is known. */
export type Part = {
  readonly registration: string;
  readonly person: string;
  readonly head: string;
  readonly territory: string;
};

/** Two parts of one person in two families, that of the lesser number first. */
export type Twofold = { readonly one: Part; readonly other: Part };

/** Every two parts that one person has in two families. */
export function twofoldOf(parts: readonly Part[]): readonly Twofold[] {
  const inOrder = parts.toSorted((one, other) => (one.registration < other.registration ? -1 : 1));
  return [...Map.groupBy(inOrder, ({ head }) => head).values()].flatMap((own) =>
    own.flatMap((one, at) =>
      own.slice(at + 1).flatMap((other) => (other.registration === one.registration ? [] : [{ one, other }])),
    ),
  );
}

type Sides = {
  readonly one_registration: string;
  readonly one_person: string;
  readonly other_registration: string;
  readonly other_person: string;
};

export function keyOfSides({ one_registration, one_person, other_registration, other_person }: Sides): string {
  return [one_registration, one_person, other_registration, other_person].join(' ');
}

export function toSides({ one, other }: Twofold): Sides {
  return {
    ...{ one_registration: one.registration, one_person: one.person },
    ...{ other_registration: other.registration, other_person: other.person },
  };
}

/** What was looked at before it was said in which family somebody stays. */
export const stayReasons = ['papers', 'families', 'interview'] as const;
export type StayReason = (typeof stayReasons)[number];

/** Whose matter two families are together: the province both lie in, or the nation. */
export function commonTerritory(one: string, other: string): string {
  const [segments, others] = [one.split('.'), other.split('.')];
  const shared = segments.findIndex((segment, at) => segment !== others[at]);
  return shared === -1 ? one : segments.slice(0, shared).join('.');
}
