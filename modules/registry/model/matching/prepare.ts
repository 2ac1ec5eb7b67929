import { blockKeysOf } from './block-keys.ts';
import { type ComparedPerson, kinOf, type SearchedPerson, toComparedPersons } from './compared-person.ts';

/** A member of a household as the store has it. */
type StatedRow = {
  readonly person_id: string;
  readonly household_id: string;
  readonly cnie: string | null;
  readonly family_fr: string | null;
  readonly given_fr: string | null;
  readonly family_ar: string | null;
  readonly given_ar: string | null;
  readonly sex: 'F' | 'M';
  readonly birth_date: string;
  readonly territory: string;
};
type KinRow = Pick<StatedRow, 'person_id' | 'household_id' | 'given_fr' | 'given_ar' | 'birth_date'>;

export type Prepared = StatedRow & {
  readonly n: number;
  readonly kin: readonly string[];
  readonly keys: readonly number[];
  readonly given_sound: string;
  readonly family_sound: string;
};

export type Searchable = ComparedPerson & { readonly keys: readonly number[] };

/** As many names as are taken apart once: those that many bear. */
const NAMES_REMEMBERED = 50_000;
const compared = toComparedPersons(NAMES_REMEMBERED);

/** What is read once of each person, numbered on from `first`: the kin of their household, the sounds of their names, their keys. */
export function prepare(rows: readonly StatedRow[], kin: readonly KinRow[], first: number): readonly Prepared[] {
  const households = Map.groupBy(kin, ({ household_id }) => household_id);
  return rows.map((row, at) => {
    const others = (households.get(row.household_id) ?? []).filter(({ person_id }) => person_id !== row.person_id);
    const names = others.map((one) => kinOf({ givenFr: one.given_fr, givenAr: one.given_ar, birthDate: one.birth_date }));
    const person = compared(toSearched({ ...row, kin: names }));
    const { givenSound: given_sound, familySound: family_sound } = person;
    return { ...row, n: first + at, kin: names, keys: blockKeysOf(person), given_sound, family_sound };
  });
}

/** A person who was prepared, ready to be compared. */
export function toSearchable({ keys, ...row }: Omit<Prepared, 'n'>): Searchable {
  return { ...compared(toSearched(row)), keys };
}

function toSearched(row: StatedRow & { readonly kin: readonly string[] }): SearchedPerson {
  return {
    person: row.person_id,
    household: row.household_id,
    cnie: row.cnie,
    familyFr: row.family_fr,
    givenFr: row.given_fr,
    familyAr: row.family_ar,
    givenAr: row.given_ar,
    sex: row.sex,
    birthDate: row.birth_date,
    territory: row.territory,
    kin: row.kin,
  };
}
