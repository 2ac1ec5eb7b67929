import type { State } from '#modules/applications';
import type { PlainDate } from '#platform/dates';
import type { Language, Message } from '#platform/i18n';
import type { JourneyStep, StepKey } from '../pages/follow.view.ts';
import { standingOf, whereIsIt } from './card-standing.ts';
import { type Clock, delayOf } from './delay.ts';
import { announcedDecision, type Dossier, type StandingCard } from './dossier.ts';
import { holderInCardState, holderInState, holderOfDone, silentHolder } from './holders.ts';
import { stoppedRight } from './right-standing.ts';

/** The steps a citizen knows, each done, current, to come, or where everything stopped. */
export function journeyOf(language: Language, dossier: Dossier, today: PlainDate): JourneyStep[] {
  const keys = stepsOf(dossier);
  const visits = visitsOf(dossier);
  const passed = (until: number) => keys.slice(0, until).map((key) => done(language, dossier, visits, key));
  const end = endOf(language, dossier, today);
  if (end) return [...passed(stepsBehind(dossier, keys)), end];
  const here = currentStep(dossier);
  const at = here === undefined ? keys.length : keys.indexOf(here);
  const [now, ...later] = keys.slice(at);
  if (now === undefined) return passed(at);
  if (dossier.state === 'closed') return [...passed(at), stopped(language, dossier, now)];
  return [
    ...passed(at),
    current(language, dossier, { key: now, today }),
    ...later.map((key) => ({ key, state: 'todo' as const })),
  ];
}

/** Where rights have stopped, or a card is worth nothing, nothing is promised beyond. */
function endOf(language: Language, dossier: Dossier, today: PlainDate): JourneyStep | undefined {
  const right = stoppedRight(dossier);
  if (right) {
    const why = right.reason === '' ? {} : { note: { key: `entitlements.reason.${right.reason}` } };
    return { key: right.state, state: 'stopped', on: right.since ?? dossier.since, ...why };
  }
  const card = openCard(dossier);
  if (card === undefined || standingOf(card.state).is !== 'over') return undefined;
  return { ...current(language, dossier, { key: 'card-again', today }), note: whereIsIt(card.state, card.place) };
}

/** The card of a family whose right is open: of any other it is not the card that is waited for. */
function openCard({ state, registration }: Dossier): StandingCard | undefined {
  return state === 'registered' && registration?.right?.state === 'open' ? registration.card : undefined;
}

/** How far a registered family had come, by how far its card did. */
function stepsBehind({ registration }: Dossier, keys: readonly StepKey[]): number {
  const { card, due } = registration ?? {};
  const hasToPay = keys.includes('paid') && due?.state !== 'paid';
  if (!card) return keys.indexOf(hasToPay ? 'paid' : 'card-made');
  const reached = standingOf(card.reached);
  return reached.is === 'awaited' ? keys.indexOf(reached.step) : keys.length;
}

/** Which step a state of the file belongs to; where a closed file stopped is in what came before. */
const stepOfState: Readonly<Record<Exclude<State, 'closed'>, StepKey>> = {
  draft: 'filed',
  filed: 'filed',
  incomplete: 'filed',
  checking: 'checked',
  discordant: 'checked',
  scored: 'decided',
  scheduled: 'decided',
  enquiry: 'enquiry',
  decided: 'validated',
  validated: 'registered',
  held: 'registered',
  registered: 'registered',
};

/** The step that waits; undefined when the whole journey is behind. */
function currentStep(dossier: Dossier): StepKey | undefined {
  const { state, registration } = dossier;
  if (state === 'closed') return dossier.closedFor === 'refused' ? 'decided' : lastOpenStep(dossier);
  if (state !== 'registered') return stepOfState[state];
  const right = registration?.right?.state;
  if (right === 'unpaid') return 'paid';
  if (right !== undefined && right !== 'open') return 'registered';
  const card = registration?.card && standingOf(registration.card.state);
  if (!card) return 'card-made';
  return card.is === 'awaited' ? card.step : undefined;
}

function lastOpenStep({ passages }: Dossier): StepKey {
  const last = passages.findLast(({ to }) => to !== 'closed')?.to ?? 'filed';
  return last === 'closed' ? 'filed' : stepOfState[last];
}

/** `enquiry` only where one was asked, `paid` only for those who contribute. */
function stepsOf(dossier: Dossier): StepKey[] {
  const wasAsked = dossier.passages.some(({ to }) => to === 'enquiry');
  const contributes = dossier.registration?.category === 'vulnerable' || announcedDecision(dossier)?.outcome === 'vulnerable';
  const all: readonly (StepKey | false)[] = [
    'filed',
    'checked',
    wasAsked && 'enquiry',
    'decided',
    'validated',
    'registered',
    contributes && 'paid',
    'card-made',
    'card-at-office',
    'handed-over',
  ];
  return all.filter((key) => key !== false);
}

type Visit = { readonly entered: PlainDate; readonly left?: PlainDate };

/** When the file first came to each step, and when it last went on from it. */
function visitsOf({ passages }: Dossier): ReadonlyMap<StepKey, Visit> {
  const visits = new Map<StepKey, Visit>();
  passages.forEach(({ to, on }, index) => {
    if (to === 'closed') return;
    const step = stepOfState[to];
    const next = passages[index + 1];
    const left = to === 'registered' ? on : next?.on;
    visits.set(step, { entered: visits.get(step)?.entered ?? on, ...(left ? { left } : {}) });
  });
  return visits;
}

function done(language: Language, dossier: Dossier, visits: ReadonlyMap<StepKey, Visit>, key: StepKey): JourneyStep {
  const holder = holderOfDone(language, dossier, key);
  const on = dayDone(dossier, visits, key);
  return {
    key,
    state: 'done',
    ...(holder ? { holder } : {}),
    ...(on ? { on } : {}),
    ...taken(visits.get(key), key),
    ...reasonOf(dossier, key),
  };
}

function dayDone({ filedOn, registration }: Dossier, visits: ReadonlyMap<StepKey, Visit>, key: StepKey): PlainDate | undefined {
  if (key === 'filed') return filedOn;
  if (key === 'registered') return registration?.on;
  if (key === 'handed-over') return registration?.card?.handedOverOn;
  return visits.get(key)?.left;
}

/** The delay that a step is measured by once it is done. */
const clockOfStep: Readonly<Partial<Record<StepKey, Clock>>> = {
  checked: 'checking',
  enquiry: 'enquiry',
  decided: 'scheduled',
  validated: 'decided',
  registered: 'validated',
};

function taken(visit: Visit | undefined, key: StepKey): Pick<JourneyStep, 'days' | 'normDays'> {
  const clock = clockOfStep[key];
  if (!clock || !visit?.left) return {};
  const { days, normDays } = delayOf(clock, visit.entered, visit.left);
  return days === 0 ? {} : { days, normDays };
}

function reasonOf(dossier: Dossier, key: StepKey): { note?: Message } {
  const decision = key === 'decided' ? announcedDecision(dossier) : undefined;
  return decision ? { note: { key: `portal.reason.${decision.reasonCode}` } } : {};
}

function stopped(language: Language, dossier: Dossier, key: StepKey): JourneyStep {
  const holder = holderOfDone(language, dossier, key);
  return { key, state: 'stopped', on: dossier.since, ...(holder ? { holder } : {}), ...reasonOf(dossier, key) };
}

type Now = { readonly key: StepKey; readonly today: PlainDate };

function current(language: Language, dossier: Dossier, { key, today }: Now): JourneyStep {
  const { holder, on, clock } = waitingFor(language, dossier, key);
  return { key, state: 'current', on, ...(holder ? { holder } : {}), ...(clock ? delayOf(clock, on, today) : {}) };
}

type Waiting = { readonly holder: Message | undefined; readonly on: PlainDate; readonly clock?: Clock };

/** Whom the current step waits for, since when, and by which delay. */
function waitingFor(language: Language, dossier: Dossier, key: StepKey): Waiting {
  const { state, since, silent, registration } = dossier;
  const [first] = silent;
  if (key === 'paid') {
    return { holder: { key: 'portal.holder.you' }, on: registration?.due?.on ?? since, clock: 'payment' };
  }
  if (state === 'registered') return waitingForCard(language, dossier, key);
  const clock = state === 'draft' || state === 'closed' ? {} : { clock: state };
  if (first) return { holder: silentHolder(language, silent), on: first.since, ...clock };
  return { holder: holderInState(language, dossier, state), on: since, ...clock };
}

/** A card that waits for its family, to come for it or to ask for another, is nobody's delay. */
function waitingForCard(language: Language, dossier: Dossier, key: StepKey): Waiting {
  const card = key === 'registered' ? undefined : dossier.registration?.card;
  if (!card)
    return {
      holder: { key: 'portal.holder.anam' },
      on: dossier.since,
      ...(key === 'registered' ? {} : { clock: 'cardDelivery' }),
    };
  const holder = holderInCardState(language, dossier, card.state);
  return { holder, on: card.since, ...(holder?.key === 'portal.holder.you' ? {} : { clock: 'cardDelivery' }) };
}
