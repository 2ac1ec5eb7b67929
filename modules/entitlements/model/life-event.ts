import type { ChildAges, EntitledBy } from '#modules/registry';
import { addDays, toDate } from '#platform/dates';
import { type Ending, foreseenEnd } from './beneficiary.ts';

type Effect = {
  /** Whom it is about: a newcomer, a member of whom the rule tells, or the whole family. */
  readonly about: 'newcomer' | 'member' | 'spouse' | 'child' | 'family';
  /** The paper that proves it. */
  readonly proof:
    | 'birth-certificate'
    | 'marriage-act'
    | 'death-certificate'
    | 'divorce-act'
    | 'declaration'
    | 'school-certificate'
    | 'disability-certificate'
    | 'cover-certificate'
    | 'cover-end-certificate'
    | 'identity-paper'
    | 'residence-certificate';
  readonly newcomer?: 'child' | 'spouse';
  readonly ends?: Ending;
  readonly prolongs?: 'studying-child' | 'disabled-child';
  /** A part that another cover had ended begins again on the day of the decision: until then that cover may go on. */
  readonly returns?: true;
  /** What is known of a member was written wrong: no event of life, but told, proved and decided like one. */
  readonly corrects?: true;
  /** A card that names who is gone, or lacks who came to share the household's duties, is made anew; the others stay good to their day. */
  readonly card: 'replaced' | 'kept';
};

/** What each event of life does to a household, its rights and its card, once a person has accepted it. */
const lifeEvents = {
  birth: { about: 'newcomer', proof: 'birth-certificate', newcomer: 'child', card: 'kept' },
  marriage: { about: 'newcomer', proof: 'marriage-act', newcomer: 'spouse', card: 'replaced' },
  death: { about: 'member', proof: 'death-certificate', ends: 'death', card: 'replaced' },
  divorce: { about: 'spouse', proof: 'divorce-act', ends: 'divorce', card: 'replaced' },
  'child-marriage': { about: 'child', proof: 'marriage-act', ends: 'marriage', card: 'kept' },
  departure: { about: 'member', proof: 'declaration', ends: 'departure', card: 'replaced' },
  studies: { about: 'child', proof: 'school-certificate', prolongs: 'studying-child', card: 'kept' },
  disability: { about: 'child', proof: 'disability-certificate', prolongs: 'disabled-child', card: 'kept' },
  'cover-begun': { about: 'member', proof: 'cover-certificate', ends: 'double-cover', card: 'replaced' },
  'cover-ended': { about: 'member', proof: 'cover-end-certificate', returns: true, card: 'replaced' },
  correction: { about: 'member', proof: 'identity-paper', corrects: true, card: 'replaced' },
  move: { about: 'family', proof: 'residence-certificate', card: 'kept' },
} as const satisfies Record<string, Effect>;

export type LifeEventKind = keyof typeof lifeEvents;
export const lifeEventKinds = Object.keys(lifeEvents) as [LifeEventKind, ...LifeEventKind[]];

/** The life of a report: decided or withdrawn once; what was accepted may be undone. */
export const lifeEventStates = ['reported', 'accepted', 'refused', 'withdrawn', 'undone'] as const;
export type LifeEventState = (typeof lifeEventStates)[number];

export function effectOf(kind: LifeEventKind): Effect {
  return lifeEvents[kind];
}

/** Whether it is about who comes, a member, or the family: what whoever reports it must say. */
export function aboutWhom(kind: LifeEventKind): 'newcomer' | 'member' | 'family' {
  const { about } = effectOf(kind);
  return about === 'newcomer' || about === 'family' ? about : 'member';
}

/** The paper that proves it. */
export function proofOf(kind: LifeEventKind): Effect['proof'] {
  return effectOf(kind).proof;
}

/** Whether an event of this kind can be about a member with this part in the rights. */
export function canBeAbout(kind: LifeEventKind, entitledBy: EntitledBy): boolean {
  const { about } = effectOf(kind);
  if (about === 'spouse') return entitledBy === 'spouse';
  if (about === 'child') return entitledBy.endsWith('-child');
  return about === 'member';
}

export type CoverTold = {
  readonly state: 'waiting' | 'clear' | 'overlap';
  readonly covers: readonly { readonly scheme: string }[];
};

/** Whether an event brings somebody in, or back, about whom the insurers are asked first. */
export function bringsSomebody(kind: LifeEventKind): boolean {
  const { newcomer, returns } = effectOf(kind);
  return newcomer !== undefined || returns === true;
}

/** Whether another cover ended the part that a member had last. */
export function isCoveredElsewhere(periods: readonly MemberDays[]): boolean {
  return latestOf(periods)?.ends_by === 'double-cover';
}

/**
 * Why somebody may not come into a family yet: another scheme covers them, or, of whom but a newborn, nobody has told whether one does. A newborn is
 * not kept waiting by an insurer that is silent: it was in no scheme before its birth.
 */
export function hindranceOf(
  kind: LifeEventKind,
  told: CoverTold | undefined,
): 'newcomer-covered' | 'cover-unanswered' | undefined {
  if (!bringsSomebody(kind)) return undefined;
  if (told?.state === 'overlap') return 'newcomer-covered';
  return kind !== 'birth' && told?.state !== 'clear' ? 'cover-unanswered' : undefined;
}

export type MemberDays = {
  readonly id: string;
  readonly entitled_by: EntitledBy;
  readonly from_day: string;
  readonly to_day: string | null;
  readonly ends_by: Ending | null;
};
export type MemberPart = Omit<MemberDays, 'id'>;

/** Which periods of a member are no longer believed, and what stands in their place. */
export type MemberChange<M extends MemberDays> = {
  readonly gone: readonly M[];
  readonly parts: readonly (M | (MemberPart & Omit<M, keyof MemberDays>))[];
};

/** `today` is the day of the decision. */
type Happened = { readonly kind: LifeEventKind; readonly on: string; readonly birthDate: string; readonly today: string };

/** What an accepted event makes of the periods of the member it is about; undefined when it changes none of them. */
export function changeOfMember<M extends MemberDays>(
  periods: readonly M[],
  { kind, on, birthDate, today }: Happened,
  ages: ChildAges,
): MemberChange<M> | undefined {
  const { ends, prolongs, returns } = effectOf(kind);
  if (ends) return endedOn(periods, on, ends);
  if (returns) return returned(periods, { birthDate, today }, ages);
  if (prolongs === 'disabled-child') return disabled(periods, on);
  return prolongs ? studying(periods, birthDate, ages) : undefined;
}

/** The member's part ends with this day; what would have come later never comes. */
export function endedOn<M extends MemberDays>(periods: readonly M[], on: string, ends: Ending): MemberChange<M> | undefined {
  const gone = periods.filter(({ to_day }) => to_day === null || to_day > on);
  const parts = gone.filter(({ from_day }) => from_day <= on).map((period) => ({ ...period, to_day: on, ends_by: ends }));
  return gone.length === 0 ? undefined : { gone, parts };
}

/** The part that another cover ended stays as it was, and begins again today to the end that is foreseen; not of a child who is past its age by now. */
function returned<M extends MemberDays>(
  periods: readonly M[],
  { birthDate, today }: Pick<Happened, 'birthDate' | 'today'>,
  ages: ChildAges,
): MemberChange<M> | undefined {
  const last = latestOf(periods);
  if (last?.ends_by !== 'double-cover' || (last.to_day ?? today) >= today) return undefined;
  const end = foreseenEnd({ entitledBy: last.entitled_by, birthDate }, ages) ?? { to_day: null, ends_by: null };
  if (end.to_day !== null && end.to_day < today) return undefined;
  const before = last.from_day < today ? [last] : [];
  return { gone: [last], parts: [...before, { ...last, from_day: today, ...end }] };
}

function latestOf<M extends MemberDays>(periods: readonly M[]): M | undefined {
  return periods.toSorted((one, other) => (one.from_day < other.from_day ? 1 : -1))[0];
}

/** A child in justified studies goes on from where its age would end it, to the age of the law for students. */
function studying<M extends MemberDays>(periods: readonly M[], birthDate: string, ages: ChildAges): MemberChange<M> | undefined {
  const last = periods.find((period) => period.entitled_by === 'dependent-child' && period.ends_by === 'child-age');
  const end = foreseenEnd({ entitledBy: 'studying-child', birthDate }, ages);
  if (!last?.to_day || !end || periods.some(({ from_day }) => from_day > (last.to_day ?? ''))) return undefined;
  const from = addDays(toDate(last.to_day), 1).toString();
  return { gone: [], parts: [{ ...last, entitled_by: 'studying-child', from_day: from, ...end }] };
}

/** What a disability outlasts: an end by age alone. Who died, left or is covered elsewhere does not come back by it. */
const agedOut: readonly (Ending | null)[] = ['child-age', 'student-age', null];

/** A disabled child has its part at any age: from the day on, without an end. */
function disabled<M extends MemberDays>(periods: readonly M[], on: string): MemberChange<M> | undefined {
  const last = latestOf(periods);
  if (!last || last.entitled_by === 'disabled-child' || !agedOut.includes(last.ends_by)) return undefined;
  const from = on < last.from_day ? last.from_day : on;
  const part = { ...last, entitled_by: 'disabled-child' as const, from_day: from, to_day: null, ends_by: null };
  if (last.to_day !== null && last.to_day < from) return { gone: [], parts: [part] };
  const before = { ...last, to_day: addDays(toDate(from), -1).toString(), ends_by: last.ends_by ?? ('child-age' as const) };
  return { gone: [last], parts: last.from_day < from ? [before, part] : [part] };
}
