import { compareNames, type PersonName } from '#modules/registry';
import type { StatedFamily, StatedPerson } from './registration-list.ts';
import type { RejectionCode } from './rejection.ts';
import type { Category } from './right.ts';

/** A member with rights, as the file states it. */
export type MemberOnFile = {
  readonly ref: number;
  readonly personId: string;
  readonly cnie: string | undefined;
  readonly names: PersonName;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
};

/** What the house holds of the request that a record names. */
export type RecordFacts = {
  /** Whether the file stands validated, is held for another cover, or is registered: nothing else may be on a list. */
  readonly standing: 'validated' | 'held' | 'registered' | undefined;
  readonly category: Category | undefined;
  readonly members: readonly MemberOnFile[];
  /** Who bears a card in what other requests state, and the birth dates that insurers tell of it. */
  readonly otherBearers: ReadonlyMap<string, readonly { readonly personId: string; readonly birthDate: string }[]>;
  readonly toldBirths: ReadonlyMap<string, ReadonlySet<string>>;
  readonly control: 'clear' | 'overlap' | 'waiting';
  /** The operation under which a list names a request of this kind, by the law of the day; none for a kind that is not registered. */
  readonly operation: string | undefined;
};

export type RecordVerdict =
  | { readonly result: 'rejected'; readonly code: RejectionCode; readonly place: string }
  | { readonly result: 'held'; readonly code: 'double-registration'; readonly place: '' }
  | { readonly result: 'registered' | 'waiting' | 'to-register' };

/**
 * What a record of a list comes to. It must speak of a family that the province validated, under an operation of the law, in the category that
 * was decided, and of the very persons of the file; what does not is rejected with its code and place, the first that is met. A family
 * covered by another scheme is held, one of which the insurers have not told yet waits.
 */
export function judgeRecord(stated: StatedFamily, facts: RecordFacts): RecordVerdict {
  if (facts.standing === undefined) return rejected('file-not-sent', 'request');
  if (stated.operation !== facts.operation) return rejected('wrong-operation', 'operation');
  if (stated.category !== facts.category) return rejected('contribution-waiver', 'category');
  const difference = differenceOfPersons(stated, facts);
  if (difference) return difference;
  if (facts.standing === 'registered') return { result: 'registered' };
  if (facts.standing === 'held' || facts.control === 'overlap') return { result: 'held', code: 'double-registration', place: '' };
  return { result: facts.control === 'clear' ? 'to-register' : 'waiting' };
}

function differenceOfPersons({ persons }: StatedFamily, facts: RecordFacts): RecordVerdict | undefined {
  const members = new Map(facts.members.map((member) => [member.ref, member]));
  const refs = new Set(persons.map(({ ref }) => ref));
  if (refs.size !== persons.length || refs.size !== members.size) return rejected('data-error', 'persons');
  for (const [at, person] of persons.entries()) {
    const member = members.get(person.ref);
    if (!member) return rejected('data-error', `persons[${at}].ref`);
    const found = differenceOfCard(person, member, facts) ?? differenceOfIdentity(person, member);
    if (found) return rejected(found.code, `persons[${at}].${found.field}`);
  }
  return undefined;
}

type Difference = { readonly code: RejectionCode; readonly field: string };

/** A card is its bearer's: not of somebody else by another request, nor of somebody born on another day by what insurers tell. */
function differenceOfCard({ card }: StatedPerson, member: MemberOnFile, facts: RecordFacts): Difference | undefined {
  const others = card === undefined ? [] : (facts.otherBearers.get(card) ?? []);
  if (others.some(({ personId, birthDate }) => personId !== member.personId || birthDate !== member.birthDate))
    return { code: 'national-card-of-another', field: 'card' };
  if (card !== member.cnie) return { code: 'national-card-conflict', field: 'card' };
  const told = card === undefined ? undefined : facts.toldBirths.get(card);
  return told && !told.has(member.birthDate) ? { code: 'national-card-conflict', field: 'birth_date' } : undefined;
}

function differenceOfIdentity(person: StatedPerson, member: MemberOnFile): Difference | undefined {
  if (person.birth_date !== member.birthDate) return { code: 'data-error', field: 'birth_date' };
  if (person.sex !== member.sex) return { code: 'data-error', field: 'sex' };
  // One spelling for another is no error: names are heard, as everywhere.
  const likeness = compareNames(namesOf(person), member.names);
  return likeness === 'different' || likeness === 'not-comparable' ? { code: 'data-error', field: 'names' } : undefined;
}

function namesOf({ family_fr, given_fr, family_ar, given_ar }: StatedPerson): PersonName {
  return { fr: scriptName(family_fr, given_fr), ar: scriptName(family_ar, given_ar) };
}

function scriptName(family: string | undefined, given: string | undefined) {
  return family === undefined || given === undefined ? undefined : { family, given };
}

function rejected(code: RejectionCode, place: string): RecordVerdict {
  return { result: 'rejected', code, place };
}
