import { lawAt } from '#law';
import { emergenciesUntil } from '#modules/applications';
import type { CardState } from '#modules/cards';
import { addDays, type PlainDate, Temporal, toIsoDate } from '#platform/dates';
import type { Language, Message } from '#platform/i18n';
import { formatGrouped } from '#platform/numbers';
import type { AnswerTone, JourneyStep } from '../pages/follow.view.ts';
import { appealStanding } from './appeals.ts';
import { type Dossier, isRefused, type PutOff, standingPutOff } from './dossier.ts';
import { placeName } from './names.ts';

/** What a family wants to know first, in the order in which it outranks the rest of the file. */
export type Situation =
  | 'refused'
  | 'closed'
  | 'incomplete'
  | 'held'
  | 'papers-awaited'
  | 'pending-payment'
  | 'card-ready'
  | 'handed-over'
  | 'card-made'
  | 'under-way';

function situationOf(dossier: Dossier): Situation {
  const { state, registration } = dossier;
  if (isRefused(dossier)) return 'refused';
  if (state === 'closed' || state === 'incomplete' || state === 'held') return state;
  if (state === 'filed' && dossier.papersSent) return 'papers-awaited';
  if (state !== 'registered') return 'under-way';
  if (registration?.right === 'pending_payment') return 'pending-payment';
  return situationOfCard(registration?.card?.state);
}

const collected: ReadonlySet<CardState | undefined> = new Set(['handed_over', 'active']);
const waiting: ReadonlySet<CardState | undefined> = new Set(['at_office', 'uncollected']);
const worthless: ReadonlySet<CardState | undefined> = new Set([
  'lost',
  'stolen',
  'damaged',
  'destroyed',
  'revoked',
  'replaced',
  'expired',
]);

function situationOfCard(card: CardState | undefined): Situation {
  if (collected.has(card)) return 'handed-over';
  if (waiting.has(card)) return 'card-ready';
  return worthless.has(card) ? 'under-way' : 'card-made';
}

/** The sentence that answers "where is it?". */
export function headlineOf(dossier: Dossier): Message {
  const situation = situationOf(dossier);
  const putOff = standingPutOff(dossier);
  if (putOff) return { key: `portal.headline.${putOff.outcome}` };
  if (situation === 'under-way' || situation === 'papers-awaited') return { key: `portal.headline.${dossier.state}` };
  const amount = dossier.registration?.due?.amount;
  if (situation === 'pending-payment' && amount === undefined) return { key: 'portal.headline.contribution-due' };
  return { key: `portal.headline.${situation}`, facts: { amount: amount ?? 0 } };
}

const toneOf: Readonly<Record<Situation, AnswerTone>> = {
  refused: 'refused',
  closed: 'attention',
  incomplete: 'todo',
  held: 'attention',
  'papers-awaited': 'todo',
  'pending-payment': 'todo',
  'card-ready': 'todo',
  'handed-over': 'good',
  'card-made': 'waiting',
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
  incomplete: ['portal.next.bring-papers'],
  held: ['portal.next.cover'],
  'papers-awaited': ['portal.apply.done.bring'],
  'pending-payment': ['portal.next.pay'],
  'card-ready': ['portal.next.collect', 'portal.next.health-centre'],
  'handed-over': ['portal.next.health-centre'],
  'card-made': ['portal.next.wait'],
  'under-way': ['portal.next.wait'],
};

function factsFor(language: Language, dossier: Dossier) {
  const place = placeName(language, dossier.territory);
  const { filed } = lawAt(toIsoDate(dossier.filedOn)).deadlines;
  const day = addDays(dossier.filedOn, filed.value.late);
  return { place, office: place, amount: dossier.registration?.due?.amount ?? 0, day };
}

/** The receipt stands in for a card while the request is open, never for a family whose card is in its hands or whose request was refused. */
function opensEmergencies(dossier: Dossier, today: PlainDate): boolean {
  const isOpen = !['refused', 'closed', 'handed-over'].includes(situationOf(dossier));
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
