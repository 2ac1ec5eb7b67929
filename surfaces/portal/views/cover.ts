import type { z } from 'zod';
import { type casesOfFamily, LONGEST_ANSWER } from '#modules/coverage';
import { type PlainDate, toDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import type { CoverStanding, CoverView } from '../pages/cover/cover.tsx';

export type FamilyCase = z.output<typeof casesOfFamily.output>['cases'][number];

/** Whether the family may say something of a case today: while it is asked, and while a confirmation can be contested. */
export function isAnswerable({ state, answer, answerUntil, contestUntil }: FamilyCase, today: PlainDate): boolean {
  const day = today.toString();
  if (state === 'to_review') return answer === null && answerUntil !== null && day <= answerUntil;
  return state === 'confirmed' && contestUntil !== null && day <= contestUntil;
}

/** Whether what the family says can still be proved: nobody has settled it, and it may be answered or was. */
export function isProvable(one: FamilyCase, today: PlainDate): boolean {
  return one.state === 'to_review' || one.state === 'contested' || isAnswerable(one, today);
}

type Told = {
  readonly number: string;
  readonly cases: readonly FamilyCase[];
  readonly today: PlainDate;
  /** Read by the family itself, not by an agent over the counter. */
  readonly isOwn: boolean;
};

/** What a family is shown of its double registrations: the first that it may answer has the form. */
export function toCoverView(direction: 'ltr' | 'rtl', { number, cases, today, isOwn }: Told): Omit<CoverView, 'token'> {
  const asked = cases.find((one) => isAnswerable(one, today));
  return {
    ...{ number, longest: LONGEST_ANSWER },
    cases: cases.map((one) => ({ ...toStanding(direction, one, today), mayProve: isOwn && isProvable(one, today) })),
    ...(asked ? { asked: asked.id } : {}),
  };
}

function toStanding(direction: 'ltr' | 'rtl', one: FamilyCase, today: PlainDate): CoverStanding {
  const { id, scheme, from, to, words, names } = one;
  const called = direction === 'rtl' ? (names?.ar ?? names?.fr) : (names?.fr ?? names?.ar);
  const name = called ? `${called.given} ${called.family}` : '';
  return {
    ...{ id, scheme, from: toDate(from), standing: standingOf(one, { today, name }), name },
    ...(to === null ? {} : { to: toDate(to) }),
    ...(words === null ? {} : { words }),
  };
}

type Seen = { readonly today: PlainDate; readonly name: string };

function standingOf(one: FamilyCase, { today, name }: Seen): Message {
  const { state, answer, answerUntil, contestUntil, stands, standsFrom } = one;
  const facts = {
    ...(standsFrom === null ? {} : { from: toDate(standsFrom) }),
    ...(stands === 'other' ? { name } : {}),
    ...(state === 'to_review' && answerUntil !== null ? { day: toDate(answerUntil) } : {}),
    ...(state === 'confirmed' && contestUntil !== null ? { day: toDate(contestUntil) } : {}),
  };
  const say = (key: string): Message => ({ key: `portal.cover.${key}`, facts });
  switch (state) {
    case 'settled':
      return say(`settled.${stands ?? 'ramed'}`);
    case 'confirmed':
      return say(isAnswerable(one, today) ? 'confirmed' : 'confirmed-over');
    case 'contested':
      return say(answer === 'contests' ? state : 'reopened');
    case 'dismissed':
      return say(state);
    default:
      if (answer !== null) return say(`answered.${answer}`);
      return say(isAnswerable(one, today) ? 'asked' : 'over');
  }
}
