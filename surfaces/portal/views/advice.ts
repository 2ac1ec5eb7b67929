import { lawAt } from '#law';
import { emergenciesUntil } from '#modules/applications';
import { addDays, type PlainDate, Temporal, toIsoDate } from '#platform/dates';
import type { Language, Message } from '#platform/i18n';
import { formatGrouped } from '#platform/numbers';
import type { AnswerTone, JourneyStep } from '../pages/follow.view.ts';
import { appealStanding } from './appeals.ts';
import { type CardStanding, standingOf, whereIsIt } from './card-standing.ts';
import { type Dossier, isRefused, type PutOff, standingPutOff } from './dossier.ts';
import { placeName } from './names.ts';
import { adviceOnStopped, type StoppedState, stoppedHeadline, stoppedRight } from './right-standing.ts';

/** What a family wants to know first, in the order in which it outranks the rest of the file. */
export type Situation =
  | 'refused'
  | 'closed'
  | 'draft'
  | 'incomplete'
  | 'held'
  | 'papers-awaited'
  /** The rights have stopped, whatever the card does. */
  | `right-${StoppedState}`
  | 'pending-payment'
  | 'card-awaited'
  | 'card-ready'
  | 'handed-over'
  /** The card is worth nothing: the family asks for another, or one is ordered already. */
  | 'card-to-ask-for'
  | 'card-ordered-anew'
  | 'under-way';

function situationOf(dossier: Dossier): Situation {
  const { state, registration } = dossier;
  if (isRefused(dossier)) return 'refused';
  if (state === 'closed' || state === 'draft' || state === 'incomplete' || state === 'held') return state;
  if (state === 'filed' && dossier.papersSent) return 'papers-awaited';
  if (state !== 'registered') return 'under-way';
  const stopped = stoppedRight(dossier);
  if (stopped) return `right-${stopped.state}`;
  if (registration?.right?.state === 'unpaid') return 'pending-payment';
  const card = registration?.right?.state === 'open' ? registration.card : undefined;
  return card ? situationOfCard(standingOf(card.state)) : 'under-way';
}

function situationOfCard(card: CardStanding): Situation {
  if (card.is === 'in-hand') return 'handed-over';
  if (card.is === 'over') return card.another === 'asked-by-family' ? 'card-to-ask-for' : 'card-ordered-anew';
  return card.step === 'handed-over' ? 'card-ready' : 'card-awaited';
}

/** The sentence that answers "where is it?". */
export function headlineOf(dossier: Dossier): Message {
  const situation = situationOf(dossier);
  const putOff = standingPutOff(dossier);
  if (putOff) return { key: `portal.headline.${putOff.outcome}` };
  if (situation === 'under-way' || situation === 'papers-awaited') return { key: `portal.headline.${dossier.state}` };
  const stopped = stoppedRight(dossier);
  if (stopped) return stoppedHeadline(stopped, dossier.since);
  const card = dossier.registration?.card;
  if (card && toldByCard.has(situation)) return whereIsIt(card.state, card.place);
  const amount = dossier.registration?.due?.amount;
  if (situation === 'pending-payment' && amount === undefined) return { key: 'portal.headline.contribution-due' };
  return { key: `portal.headline.${situation}`, facts: { amount: amount ?? 0 } };
}

/** Where the card is, in the sentence of the card's own page. */
const toldByCard: ReadonlySet<Situation> = new Set(['card-awaited', 'card-to-ask-for', 'card-ordered-anew']);

const toneOf: Readonly<Record<Situation, AnswerTone>> = {
  refused: 'refused',
  closed: 'attention',
  draft: 'todo',
  incomplete: 'todo',
  held: 'attention',
  'papers-awaited': 'todo',
  'right-suspended': 'attention',
  'right-closed': 'refused',
  'right-expired': 'todo',
  'pending-payment': 'todo',
  'card-awaited': 'waiting',
  'card-ready': 'todo',
  'handed-over': 'good',
  'card-to-ask-for': 'todo',
  'card-ordered-anew': 'waiting',
  'under-way': 'waiting',
};

/** A file that is only under way still calls for attention when a partner is silent, a difference was found or the delay is over. */
export function toneOfFile(dossier: Dossier, steps: readonly JourneyStep[]): AnswerTone {
  const putOff = standingPutOff(dossier);
  if (putOff && awaitsFamily(putOff)) return 'todo';
  const tone = toneOf[situationOf(dossier)];
  const isLate = steps.some((step) => step.state === 'current' && step.late === 'late');
  const calls = isLate || dossier.silent.length > 0 || dossier.state === 'discordant';
  return tone === 'waiting' && calls ? 'attention' : tone;
}

/** What the family can do now, most useful first; that there is nothing to do is also told. */
export function nextOf(language: Language, dossier: Dossier, today: PlainDate): Message[] {
  const stopped = stoppedRight(dossier);
  if (stopped) return adviceOnStopped(language, dossier, stopped);
  const facts = factsFor(language, dossier);
  const inEmergencies = opensEmergencies(dossier, today) ? ['portal.next.emergency'] : [];
  const advice = [...adviceOn(dossier), ...inEmergencies].map((key) => ({ key, facts }));
  if (situationOf(dossier) === 'refused') return [...contestingOf(dossier, today), ...advice];
  return appealStanding(dossier, today)?.kind === 'open' ? [...advice, ...contestingOf(dossier, today)] : advice;
}

function adviceOn(dossier: Dossier): readonly string[] {
  const putOff = standingPutOff(dossier);
  if (putOff) return adviceOnPutOff(putOff);
  const situation = situationOf(dossier);
  const isAmountTold = dossier.registration?.due?.amount !== undefined;
  return situation === 'pending-payment' && !isAmountTold ? ['portal.next.pay-contribution'] : adviceFor[situation];
}

/** Why the commission has not decided, but to whoever came with a national card; then what to do. */
function adviceOnPutOff(putOff: PutOff): readonly string[] {
  const why = putOff.reasonCode === '' ? [] : [`portal.reason.${putOff.reasonCode}`];
  return [...why, awaitsFamily(putOff) ? 'portal.next.bring-papers' : 'portal.next.wait'];
}

function awaitsFamily({ reasonCode }: PutOff): boolean {
  return reasonCode === 'papers-awaited';
}

const adviceFor: Readonly<Record<Situation, readonly string[]>> = {
  refused: [],
  closed: ['portal.next.ask-counter'],
  draft: ['portal.next.finish'],
  incomplete: ['portal.next.bring-papers'],
  held: ['portal.next.cover'],
  'papers-awaited': ['portal.apply.done.bring'],
  'right-suspended': [],
  'right-closed': [],
  'right-expired': [],
  'pending-payment': ['portal.next.pay'],
  'card-awaited': ['portal.next.wait'],
  'card-ready': ['portal.next.collect', 'portal.next.health-centre'],
  'handed-over': ['portal.next.health-centre'],
  'card-to-ask-for': ['portal.next.ask-card', 'portal.next.health-centre'],
  'card-ordered-anew': ['portal.next.wait'],
  'under-way': ['portal.next.wait'],
};

function factsFor(language: Language, dossier: Dossier) {
  const place = placeName(language, dossier.territory);
  const { filed } = lawAt(toIsoDate(dossier.filedOn)).deadlines;
  const day = addDays(dossier.filedOn, filed.value.late);
  const office = placeName(language, dossier.registration?.card?.place || dossier.territory);
  return { place, office, amount: dossier.registration?.due?.amount ?? 0, day };
}

/** The receipt stands in for a card while the request is open, never for a family whose card is in its hands or whose request was refused. */
function opensEmergencies(dossier: Dossier, today: PlainDate): boolean {
  const isOpen = !['refused', 'closed', 'draft', 'handed-over'].includes(situationOf(dossier));
  return isOpen && Temporal.PlainDate.compare(today, emergenciesUntil(dossier.filedOn)) <= 0;
}

/** Until when a refusal may be contested, or what became of it; a last day that no public text gives must not read like one that does. */
function contestingOf(dossier: Dossier, today: PlainDate): Message[] {
  const standing = appealStanding(dossier, today);
  if (!standing) return [];
  if (standing.kind === 'filed') {
    const { number, state } = standing;
    if (number === '') return [{ key: `portal.appeals.headline.${state}` }];
    return [{ key: 'portal.appeals.next-filed', facts: { number: formatGrouped(number) } }];
  }
  const until = { key: `portal.appeals.until.${standing.kind}`, facts: { day: standing.lastDay } };
  return standing.caution ? [until, standing.caution] : [until];
}
