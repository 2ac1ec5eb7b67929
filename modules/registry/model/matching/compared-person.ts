import { soundsOf } from '../name-sounds.ts';
import { type HeardName, toHeardName } from './name-level.ts';

/** What the search reads of a person: as stated last, with the household of that statement. */
export type SearchedPerson = {
  readonly person: string;
  readonly household: string;
  readonly cnie: string | null;
  readonly familyFr: string | null;
  readonly givenFr: string | null;
  readonly familyAr: string | null;
  readonly givenAr: string | null;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly territory: string;
  /** The others of the household, by `kinOf`. */
  readonly kin: readonly string[];
};

export type ComparedPerson = Pick<SearchedPerson, 'person' | 'household' | 'cnie' | 'sex' | 'birthDate' | 'territory' | 'kin'> & {
  readonly given: HeardName;
  readonly family: HeardName;
  readonly givenSound: string;
  readonly familySound: string;
};

type Named = Pick<SearchedPerson, 'givenFr' | 'familyFr' | 'givenAr' | 'familyAr'>;

/** Prepares a person for comparisons; names that many bear are taken apart once while `most` of them are remembered. */
export function toComparedPersons(most: number): (person: SearchedPerson) => ComparedPerson {
  const heard = remembered(most, (fr: string | null, ar: string | null) => toHeardName(fr, ar));
  const sound = remembered(most, soundOfName);
  return ({ givenFr, givenAr, familyFr, familyAr, ...person }) => ({
    ...person,
    given: heard(givenFr, givenAr),
    family: heard(familyFr, familyAr),
    givenSound: sound(givenFr, givenAr),
    familySound: sound(familyFr, familyAr),
  });
}

/**
 * One sound for a whole name, its words in the order of the alphabet; from Arabic if it is written, which is spelled in fewer ways. Of the
 * ways to hear a word the shortest: the one that other spellings leave too.
 */
function soundOfName(fr: string | null, ar: string | null): string {
  return soundsOf(ar ?? fr ?? '')
    .map((sounds) => sounds.reduce((one, other) => (isBefore(other, one) ? other : one)))
    .toSorted()
    .join(' ');
}

function isBefore(one: string, other: string): boolean {
  return one.length < other.length || (one.length === other.length && one < other);
}

/** How somebody is known among the kin of the others: by given name as it is heard and year of birth. */
export function kinOf(person: Pick<Named, 'givenFr' | 'givenAr'> & { readonly birthDate: string }): string {
  return `${soundOfName(person.givenFr, person.givenAr)} ${person.birthDate.slice(0, 4)}`;
}

function remembered<Value>(most: number, make: (fr: string | null, ar: string | null) => Value) {
  const known = new Map<string, Value>();
  return (fr: string | null, ar: string | null): Value => {
    const key = `${fr ?? ''}\u0000${ar ?? ''}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const value = make(fr, ar);
    known.set(key, value);
    return value;
  };
}
