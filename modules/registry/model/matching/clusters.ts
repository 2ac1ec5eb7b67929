/** Two persons who are likely one. */
export type Link = { readonly one: string; readonly other: string; readonly probability: number };

/** What speaks against two persons being one, whatever the others say. */
export type Known = {
  readonly person: string;
  readonly cnie: string | null;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  /** All the households that ever stated the person: two who are stated side by side are two. */
  readonly households: readonly string[];
};

export type Clustered = {
  /** The person by whom each other one is known, the least of the identifiers. */
  readonly clusterOf: ReadonlyMap<string, string>;
  /** Links that would have joined persons who cannot be one: a person is to look at them. */
  readonly contradicted: readonly Link[];
};

/**
 * Joins persons along their links, the most likely first. A link that would bring together two cards, two people of one household, two births
 * years apart or two whom somebody kept apart is left out, so that no chain of good links makes one person of two.
 */
export function clustersOf(links: readonly Link[], known: ReadonlyMap<string, Known>, keptApart: ReadonlySet<string>): Clustered {
  const groups = new Map<string, string[]>();
  const groupOf = (person: string) => groups.get(person) ?? [person];
  const contradicted: Link[] = [];
  for (const link of inOrder(links)) {
    const [group, other] = [groupOf(link.one), groupOf(link.other)];
    if (group === other) continue;
    if (
      group.some((one) => other.some((two) => isImpossible(known.get(one), known.get(two)) || keptApart.has(pairKey(one, two))))
    ) {
      contradicted.push(link);
      continue;
    }
    const joined = [...group, ...other].toSorted();
    for (const person of joined) groups.set(person, joined);
  }
  return { clusterOf: new Map(groups.entries().map(([person, [first = person]]) => [person, first])), contradicted };
}

function inOrder(links: readonly Link[]): readonly Link[] {
  return links.toSorted((a, b) => b.probability - a.probability || (pairKey(a.one, a.other) < pairKey(b.one, b.other) ? -1 : 1));
}

/** The same for two persons in either order. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function isImpossible(one: Known | undefined, other: Known | undefined): boolean {
  if (!one || !other) return false;
  if (one.cnie !== null && other.cnie !== null && one.cnie !== other.cnie) return true;
  if (one.sex !== other.sex || yearsBetween(one.birthDate, other.birthDate) > MOST_YEARS) return true;
  return one.households.some((household) => other.households.includes(household));
}

/** A year mistaken by more makes a parent of a child. */
const MOST_YEARS = 10;

function yearsBetween(one: string, other: string): number {
  return Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4)));
}
