import { type Beneficiary, type ChildAges, compareNames, completedYears } from '#modules/registry';
import { type Refusal, refuse } from '#platform/refusals';
import { foreseenEnd } from './beneficiary.ts';
import type { LifeEventKind, MemberPart } from './life-event.ts';
import type { MemberWords, StatedNewcomer } from './stated-change.ts';

/** Why somebody cannot come into a family as it was told. */
export const newcomerFaults = ['birth-too-long-ago', 'spouse-age', 'head-age', 'newcomer-in-family'] as const;
export type NewcomerFault = (typeof newcomerFaults)[number];

type Coming = { readonly kind: LifeEventKind; readonly on: string; readonly newcomer: StatedNewcomer };
export type Member = Pick<Beneficiary, 'personId' | 'entitledBy' | 'cnie' | 'names' | 'sex' | 'birthDate'>;
export type KnownFamily = {
  /** Everyone whom the family ever stated, with a part in its rights or without. */
  readonly stated: readonly Member[];
  /** The parts of its members as they are known now. */
  readonly periods: readonly (MemberPart & { readonly person_id: string })[];
  readonly today: string;
};

/**
 * Beyond these years a date is a slip of whoever wrote it. They are no ages of law: a judge may permit a marriage under the age of the law (law 70-03,
 * article 20), and the act is then shown.
 */
export const years = { least: 12, most: 120 } as const;

/** What speaks against a newcomer: days that cannot be true together, or somebody who is of the family already. */
export function faultOfNewcomer(coming: Coming, family: KnownFamily, ages: ChildAges): Refusal<NewcomerFault> | undefined {
  const { kind, on, newcomer } = coming;
  const head = family.stated.find(({ entitledBy }) => entitledBy === 'applicant');
  if (kind === 'birth' && (foreseenEnd({ entitledBy: 'dependent-child', ...newcomer }, ages)?.to_day ?? '') < family.today)
    return refuse('birth-too-long-ago', { place: 'happenedOn', facts: { age: ages.dependent } });
  if (kind === 'marriage' && !isOfAge(newcomer.birthDate, on))
    return refuse('spouse-age', { place: 'newcomer.birthDate', facts: years });
  if (head && !isOfAge(head.birthDate, on)) return refuse('head-age', { place: 'happenedOn', facts: years });
  if (!isOfFamily(newcomer, family, kind)) return undefined;
  return refuse('newcomer-in-family', { place: newcomer.cnie === undefined ? 'newcomer.names' : 'newcomer.cnie' });
}

/** Whether somebody of these words is of the family already; `but`: not counting one of its members. */
export function isOfFamily(words: MemberWords, family: KnownFamily, kind: LifeEventKind, but?: string): boolean {
  return family.stated.some((member) => member.personId !== but && isOne(member, words) && isStillOf(member, kind, family));
}

export function isOfAge(birthDate: string, on: string, least: number = years.least): boolean {
  const age = completedYears(birthDate, on);
  return birthDate <= on && least <= age && age <= years.most;
}

/** By card where both have one; else by the same names, day and sex. A name spelled otherwise is another person: twins are called Hassan and Houssein. */
function isOne(member: Member, newcomer: MemberWords): boolean {
  if (member.cnie !== undefined && newcomer.cnie !== undefined) return member.cnie === newcomer.cnie;
  const { birthDate, sex, names } = newcomer;
  return member.birthDate === birthDate && member.sex === sex && compareNames(member.names, names) === 'same';
}

/** Whoever lives with the family without a part in its rights is of it too. A spouse who left may marry again, and who came by an event that was undone never came. */
function isStillOf({ personId, entitledBy }: Member, kind: LifeEventKind, { periods, today }: KnownFamily): boolean {
  const own = periods.filter(({ person_id }) => person_id === personId);
  const last = own.toSorted((one, other) => (one.from_day < other.from_day ? -1 : 1)).at(-1);
  if (!last) return !entitledBy;
  const hasLeft = last.to_day !== null && last.to_day < today && (last.ends_by === 'divorce' || last.ends_by === 'departure');
  return !(kind === 'marriage' && last.entitled_by === 'spouse' && hasLeft);
}
