import { lawAt } from '#law';
import type { CardState } from '#modules/cards';
import { addDays, type PlainDate, Temporal, toIsoDate } from '#platform/dates';
import type { Language, Message } from '#platform/i18n';
import type { AnswerTone, JourneyStep } from '../pages/follow.view.ts';
import { type Dossier, isRefused } from './dossier.ts';
import { placeName } from './names.ts';
import { emergenciesUntil } from './receipt.ts';

/** What a family wants to know first, in the order in which it outranks the rest of the file. */
export type Situation =
  | 'refused'
  | 'closed'
  | 'incomplete'
  | 'held'
  | 'pending-payment'
  | 'card-ready'
  | 'handed-over'
  | 'card-made'
  | 'under-way';

function situationOf(dossier: Dossier): Situation {
  const { state, registration } = dossier;
  if (isRefused(dossier)) return 'refused';
  if (state === 'closed' || state === 'incomplete' || state === 'held') return state;
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
  if (situation === 'under-way') return { key: `portal.headline.${dossier.state}` };
  const amount = dossier.registration?.due?.amount;
  if (situation === 'pending-payment' && amount === undefined) return { key: 'portal.headline.contribution-due' };
  return { key: `portal.headline.${situation}`, facts: { amount: amount ?? 0 } };
}

const toneOf: Readonly<Record<Situation, AnswerTone>> = {
  refused: 'refused',
  closed: 'attention',
  incomplete: 'todo',
  held: 'attention',
  'pending-payment': 'todo',
  'card-ready': 'todo',
  'handed-over': 'good',
  'card-made': 'waiting',
  'under-way': 'waiting',
};

/** A file that is only under way still calls for attention when a partner is silent, a difference was found or the delay is over. */
export function toneOfFile(dossier: Dossier, steps: readonly JourneyStep[]): AnswerTone {
  const tone = toneOf[situationOf(dossier)];
  const isLate = steps.some((step) => step.state === 'current' && step.late === 'late');
  const calls = isLate || dossier.silent.length > 0 || dossier.state === 'discordant';
  return tone === 'waiting' && calls ? 'attention' : tone;
}

/** What the family can do now, most useful first; that there is nothing to do is also told. */
export function nextOf(language: Language, dossier: Dossier, today: PlainDate): Message[] {
  const facts = factsFor(language, dossier);
  const inEmergencies = opensEmergencies(dossier, today) ? ['portal.next.emergency'] : [];
  return [...adviceOn(dossier), ...cautionsOf(dossier), ...inEmergencies].map((key) => ({ key, facts }));
}

function adviceOn(dossier: Dossier): readonly string[] {
  const situation = situationOf(dossier);
  const isAmountTold = dossier.registration?.due?.amount !== undefined;
  return situation === 'pending-payment' && !isAmountTold ? ['portal.next.pay-contribution'] : adviceFor[situation];
}

const adviceFor: Readonly<Record<Situation, readonly string[]>> = {
  refused: ['portal.next.appeal'],
  closed: ['portal.next.ask-counter'],
  incomplete: ['portal.next.bring-papers'],
  held: ['portal.next.cover'],
  'pending-payment': ['portal.next.pay'],
  'card-ready': ['portal.next.collect', 'portal.next.health-centre'],
  'handed-over': ['portal.next.health-centre'],
  'card-made': ['portal.next.wait'],
  'under-way': ['portal.next.wait'],
};

function factsFor(language: Language, dossier: Dossier) {
  const place = placeName(language, dossier.territory);
  return { place, office: place, amount: dossier.registration?.due?.amount ?? 0, day: appealBefore(dossier) };
}

/** The receipt stands in for a card while the request is open, never for a family whose card is in its hands or whose request was refused. */
function opensEmergencies(dossier: Dossier, today: PlainDate): boolean {
  const isOpen = !['refused', 'closed', 'handed-over'].includes(situationOf(dossier));
  return isOpen && Temporal.PlainDate.compare(today, emergenciesUntil(dossier.filedOn)) <= 0;
}

/** A last day that no public text gives must not read like one that does. */
function cautionsOf(dossier: Dossier): string[] {
  if (situationOf(dossier) !== 'refused') return [];
  const { status } = appealDays(dossier);
  return status === 'official' ? [] : [`portal.law.delay.${status}`];
}

/** The last day on which a refusal may be contested, counted from the day the family was told. */
export function appealBefore(dossier: Dossier): PlainDate {
  return addDays(dossier.since, appealDays(dossier).value);
}

/** How long one may contest, in days, and how sure we are of it. */
export function appealDays({ since }: Dossier) {
  return lawAt(toIsoDate(since)).commissions.appealDays;
}
