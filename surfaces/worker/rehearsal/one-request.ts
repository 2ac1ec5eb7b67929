import type { z } from 'zod';
import { complete, fileNumbered, oneFile, openChecking, type State } from '#modules/applications';
import { cardsOfRegistrations } from '#modules/cards';
import { duesOfRegistrations } from '#modules/contributions';
import { waitingControls } from '#modules/coverage';
import { registrationsOfRequests } from '#modules/entitlements';
import { CAST_PASSWORD, signIn, signOut } from '#modules/staff';
import { silentPartners } from '#modules/verifications';
import type { Query } from '#platform/actions';
import { formatMoney } from '#platform/i18n';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { centimes } from '#platform/money';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import type { House } from '../../house.ts';
import { actorFor, finishStarted, holdOne, validateSealed } from './hold-sittings.ts';
import { payAtTeller, tellerOf } from './pay-notices.ts';

/** One request taken along, told line by line. */
export type Walk = {
  readonly house: House;
  readonly tell: (line: string) => void;
  /** Lets the worker go on for a moment. */
  readonly pause: () => Promise<void>;
  /** So many pauses without any movement, and the request is said to be waiting. */
  readonly patience: number;
  readonly asked?: AbortSignal;
};

/**
 * How the road ended: with a card, with a refusal, at something that nobody of the cast can do, at a partner's silence; or before it began:
 * there is no such request, or no cast sits here.
 */
export type Ending =
  | { readonly end: 'card'; readonly serial: string }
  | { readonly end: 'closed' | 'stopped' | 'waiting' | 'no-such-request' | 'no-cast' | 'interrupted' };

/**
 * Takes one request along the whole road with the named cast at work: the counter accepts its papers, a commission sits for it, the province
 * validates, the family pays if it owes, the card is made. Every deed is that of an office, with its permissions and its journal. Begun again
 * after an interruption, it goes on from where the request stands. Where no cast is seated nothing is done: agents in office are nobody's puppets.
 */
export async function walkRequest(walk: Walk, number: string): Promise<Ending> {
  if (!(await isCastSeated(walk.house))) return { end: 'no-cast' };
  const { file: found } = await ask(walk, fileNumbered, { number });
  if (!found) return { end: 'no-such-request' };
  const once = tellingOnce(walk);
  let [state, waited]: [State | undefined, number] = [undefined, 0];
  while (!walk.asked?.aborted) {
    const { file } = await ask(walk, oneFile, { application: found.id });
    if (!file) return { end: 'no-such-request' };
    waited = file.state === state ? waited + 1 : 0;
    state = file.state as State;
    const ending = await turns[state](once, file);
    if (ending) return ending;
    if (waited > walk.patience) return tellSilence(once, file);
    await walk.pause();
  }
  return { end: 'interrupted' };
}

/** A system in office has no cast: its password opens nothing there. */
async function isCastSeated(house: House): Promise<boolean> {
  const session = await signIn(house, { login: 'training.counter', password: CAST_PASSWORD });
  if (isRefusal(session)) return false;
  await signOut(house, session.token);
  return true;
}

/** What is waited for comes round many times, and is told the first time. */
function tellingOnce(walk: Walk): Walk {
  const told = new Set<string>();
  const tell = (line: string) => {
    if (!told.has(line)) walk.tell(line);
    told.add(line);
  };
  return { ...walk, tell };
}

type File = NonNullable<z.output<typeof oneFile.output>['file']>;
type Turn = (walk: Walk, file: File) => Promise<Ending | undefined>;

/** Whose turn it is in each state, and what they do. */
const turns: Readonly<Record<State, Turn>> = {
  draft: stopsAt('it has not been sent yet'),
  filed: acceptPapers,
  incomplete: bringPapers,
  checking: async ({ tell }) => void tell('the registers are asked: DGSN, CNSS, CNOPS'),
  discordant: stopsAt('a register answers otherwise than was declared: a verification officer must look'),
  scored: sit,
  enquiry: stopsAt('a field agent must visit the family'),
  scheduled: finishSitting,
  decided: validate,
  validated: async (walk, file) => tellDecision(walk, file),
  held: stopsAt('the family is covered by another scheme: ANAM must look'),
  registered: awaitCard,
  closed: async (walk, file) => {
    if (file.closed_for === 'refused') tellDecision(walk, file);
    walk.tell(`the request is closed: ${file.closed_for}`);
    return { end: 'closed' };
  },
};

function stopsAt(why: string): Turn {
  return async ({ tell }) => {
    tell(`it stops here: ${why}`);
    return { end: 'stopped' };
  };
}

async function acceptPapers(walk: Walk, { id, territory }: File): Promise<undefined> {
  const counter = await actorFor(handOf(walk), 'counter-agent', territory);
  expectDone(await walk.house.desk.do(openChecking, { applications: [id] }, { actor: counter, key: newId() }), 'open-checking');
  walk.tell('the counter accepts the papers');
}

async function bringPapers(walk: Walk, { id, territory }: File): Promise<undefined> {
  const counter = await actorFor(handOf(walk), 'counter-agent', territory);
  expectDone(await walk.house.desk.do(complete, { application: id }, { actor: counter, key: newId() }), 'complete');
  walk.tell('the family brings the papers it was asked for');
}

async function sit(walk: Walk, { id, territory, proposal }: File): Promise<undefined> {
  walk.tell(`the answers agree, and the score proposes: ${proposal}`);
  await holdOne(handOf(walk), territory, [id]);
  walk.tell('the local commission sits, follows the score and seals its minutes');
}

/** A sitting that an interruption left is finished; one that an office called is the office's. */
async function finishSitting(walk: Walk): Promise<undefined> {
  walk.tell('it is on the agenda of a sitting');
  await finishStarted(handOf(walk));
}

async function validate(walk: Walk, file: File): Promise<undefined> {
  await validateSealed(handOf(walk));
  tellDecision(walk, file);
}

/** The worker may have had the province validate before this walk came to it. */
function tellDecision({ tell }: Walk, { outcome }: File): undefined {
  tell(`the province validates the decision: ${outcome}`);
}

async function awaitCard(walk: Walk, file: File): Promise<Ending | undefined> {
  tellDecision(walk, file);
  const { registrations } = await ask(walk, registrationsOfRequests, { applications: [file.id] });
  const [registration] = registrations;
  if (!registration) return undefined;
  const { number, category, right } = registration;
  walk.tell(`ANAM registers the family: ${number}, ${category}`);
  if (right?.state === 'pending_payment') await payDue(walk, number);
  const { cards } = await ask(walk, cardsOfRegistrations, { registrations: [number] });
  const card = cards.at(-1);
  if (!card) return undefined;
  walk.tell(`the card is made: ${card.serial}, valid until ${card.valid_to}`);
  return { end: 'card', serial: card.serial };
}

/** At the bank's stand-in, which tells us of the payment itself. A notice shown twice is paid once. */
async function payDue(walk: Walk, registration: string): Promise<void> {
  const { dues } = await ask(walk, duesOfRegistrations, { registrations: [registration] });
  const due = dues.find(({ state }) => state === 'notified');
  if (!due) return;
  const isPaid = await payAtTeller(tellerOf(walk.house.config), due.notice, due.amount_centimes);
  const amount = formatMoney('en', centimes(due.amount_centimes));
  walk.tell(isPaid ? `the family pays ${amount} at the bank, notice ${due.notice}` : 'the bank does not answer yet');
}

async function tellSilence(walk: Walk, { id, state }: File): Promise<Ending> {
  const applications = [id];
  const { waiting: registers } = await ask(walk, silentPartners, { applications });
  const { waiting: insurers } = await ask(walk, waitingControls, { applications });
  const silent = [...registers.map(({ partner }) => partner), ...(insurers.length > 0 ? ['insurers'] : [])];
  walk.tell(`it waits, ${state}${silent.length > 0 ? `, for an answer of ${silent.join(', ')}` : ''}: begin again later`);
  return { end: 'waiting' };
}

function handOf({ house: { desk, clock } }: Walk) {
  return { desk, clock, actor: systemActor('rehearse') };
}

async function ask<I extends z.ZodType, O extends z.ZodType>(
  { house }: Walk,
  query: Query<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return expectDone(await house.desk.ask(query, input, { actor: systemActor('rehearse') }), query.name);
}
