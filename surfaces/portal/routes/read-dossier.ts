import type { z } from 'zod';
import type { LetterMinutes } from '#design/documents/index.ts';
import { assessmentOfFile, isHolder, oneFile, papersAsked, requestAsFiled } from '#modules/applications';
import { cardsOfRegistrations } from '#modules/cards';
import { appealOfFile, asProposed, decisionOnFile, minutesCode, type Proposal, proofOfDecision } from '#modules/commissions';
import { complaintsOfRequest } from '#modules/complaints';
import { duesOfRegistrations } from '#modules/contributions';
import { waitingControls } from '#modules/coverage';
import { papersOnFile } from '#modules/documents';
import type { Assessment } from '#modules/eligibility';
import { registrationsOfRequests, standingRight } from '#modules/entitlements';
import { silentPartners } from '#modules/verifications';
import type { Ask, Query } from '#platform/actions';
import { today } from '#platform/clock';
import { casablancaDate, type PlainDate, Temporal, toDate, toIsoDate } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import { centimes } from '#platform/money';
import { type Actor, type Permission, scopeOf, systemActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import { cardToTell } from '../views/card-standing.ts';
import type { Decision, Dossier, Registration, Silent, StandingCard, StandingRight } from '../views/dossier.ts';

/**
 * Gathers what every module knows of one file, for whoever has shown a right to it: by the number and the birth date, by the post, or by
 * being the house itself. Undefined when there is no such file in that territory.
 */
export async function readDossier(house: House, file: { id: string; territory: string }): Promise<Dossier | undefined> {
  const dossier = await house.desk.askTogether({ actor: readerOfFile(file.territory) }, (ask) => gather(expecting(ask), file));
  if (!dossier || !mayBeRegistered.has(dossier.state)) return dossier;
  const registration = await house.desk.askTogether({ actor: readerOfFamily }, (ask) =>
    findRegistration(expecting(ask), file.id, toIsoDate(today(house.clock))),
  );
  return registration ? { ...dossier, registration } : dossier;
}

/** A request of a family whose rights are renewed or closed stays what it was. */
const mayBeRegistered: ReadonlySet<Dossier['state']> = new Set(['validated', 'held', 'registered', 'closed']);

async function gather(ask: Reading, file: { id: string }): Promise<Dossier | undefined> {
  const applications = [file.id];
  const [found, assessed, decided, silences, controls, told, contested] = await Promise.all([
    ask(oneFile, { application: file.id }),
    ask(assessmentOfFile, { application: file.id }),
    ask(decisionOnFile, { application: file.id }),
    ask(silentPartners, { applications }),
    ask(waitingControls, { applications }),
    ask(complaintsOfRequest, { application: file.id }),
    ask(appealOfFile, { application: file.id }),
  ]);
  if (!found.file) return undefined;
  const asked = found.file.state === 'incomplete' ? await readAsked(ask, file.id) : undefined;
  return {
    ...whatWasFiled(found.file),
    ...(awaitsPapers(found.file) ? { papersSent: await kindsSent(ask, file.id) } : {}),
    complaints: told.complaints,
    ...(contested.appeal ? { appeal: contested.appeal } : {}),
    ...(asked ? { asked } : {}),
    silent: silentOnes(found.file.state, silences.waiting, controls.waiting),
    ...(assessed.assessment ? { assessment: JSON.parse(assessed.assessment.result) as Assessment } : {}),
    ...(decided.decision ? whatWasDecided(decided.decision, found.file.proposal) : {}),
  };
}

/** A counter that filed a request has seen its papers; one that the family filed itself waits for them. */
function awaitsPapers({ state, passages: [first] }: OneFile): boolean {
  return state === 'incomplete' || (state === 'filed' && first !== undefined && isHolder(first.actor));
}

async function kindsSent(ask: Reading, application: string): Promise<readonly string[]> {
  const { pages } = await ask(papersOnFile, { owner: `application:${application}` });
  return [...new Set(pages.filter(({ scan, takenBack }) => scan !== 'infected' && !takenBack).map(({ kind }) => kind))];
}

/** What the family of a file sent, and how it said it may be reached; for whoever has shown a right to it. */
export async function readFiled(house: House, { id, territory }: { id: string; territory: string }) {
  const asked = await house.desk.ask(requestAsFiled, { application: id }, { actor: readerOfFile(territory) });
  const { filed } = expectDone(asked, requestAsFiled.name);
  if (!filed) throw new Error('a file that was found is there');
  return filed;
}

/**
 * Where a decision on a file that was found stands in sealed minutes, as its letter carries it. Minutes of an appeal belong to the province,
 * which whoever reads a file of one commune does not see: only where the line stands is taken out of them, by the house's own hand.
 */
export async function readProof(house: House, application: string, sitting?: string): Promise<LetterMinutes | undefined> {
  const asked = await house.desk.ask(proofOfDecision, { application, sitting }, { actor: systemActor('letters') });
  const { proof } = expectDone(asked, proofOfDecision.name);
  return proof && toLetterMinutes(proof);
}

function toLetterMinutes({ sitting, position, minutes, decision }: Proof): LetterMinutes {
  return { sittingNumber: sitting, position, digest: minutes, code: minutesCode(minutes, decision) };
}

type Proof = NonNullable<z.output<typeof proofOfDecision.output>['proof']>;

/**
 * Reads everything about files of one commune and changes nothing. Built from a file that was found, never from a request: were a page to
 * ask for the wrong file, row-level security would still keep it inside that commune.
 */
function readerOfFile(territory: string): Actor {
  return { id: 'public', permissions: readings, scopes: [scopeOf(territory)] };
}

/** A family that moved has its registration, its notices and its card elsewhere than its file: asked about only by what the file found. */
const readerOfFamily: Actor = {
  id: 'public',
  permissions: new Set<Permission>(['entitlements:read', 'contributions:read', 'cards:read']),
  scopes: ['*'],
};

const readings: ReadonlySet<Permission> = new Set<Permission>([
  'applications:read',
  'verifications:read',
  'coverage:read',
  'complaints:read',
  'documents:read',
]);

type Reading = <I extends z.ZodType, O extends z.ZodType>(query: Query<I, O>, input: z.input<I>) => Promise<z.output<O>>;

function expecting(ask: Ask): Reading {
  return async (query, input) => expectDone(await ask(query, input), query.name);
}

type OneFile = NonNullable<z.output<typeof oneFile.output>['file']>;

function whatWasFiled(file: OneFile) {
  return {
    number: file.number,
    kind: file.kind as Dossier['kind'],
    state: file.state as Dossier['state'],
    since: dayOfText(file.since),
    territory: file.territory,
    filedOn: toDate(file.filed_on),
    names: file.names,
    members: file.declaration.members,
    ...(file.closed_for === null ? {} : { closedFor: file.closed_for }),
    passages: file.passages.map(({ to, at }) => ({ to: to as Dossier['state'], on: dayOfText(at) })),
  };
}

async function readAsked(ask: Reading, application: string): Promise<Dossier['asked']> {
  const { asked } = await ask(papersAsked, { application });
  if (!asked) return undefined;
  const { papers, note, askedAt } = asked;
  return { papers, on: dayOfText(askedAt), at: askedAt, ...(note === null ? {} : { note }) };
}

type Waiting = { readonly since: string };

/** A partner holds a file up only while the file waits for it: the registers before the score, the insurers before registration. */
function silentOnes(
  state: string,
  registers: readonly (Waiting & { partner: string })[],
  insurers: readonly Waiting[],
): Dossier['silent'] {
  const waiting: Readonly<Record<string, readonly (Waiting & { partner: string })[]>> = {
    checking: registers,
    validated: insurers.map((one) => ({ ...one, partner: 'insurers' })),
  };
  return (waiting[state] ?? []).map(({ partner, since }) => ({ partner: partner as Silent, since: dayOfText(since) }));
}

type Decided = NonNullable<z.output<typeof decisionOnFile.output>['decision']>;

function whatWasDecided(decided: Decided, proposal: string | null): Pick<Dossier, 'decision' | 'putOff'> {
  const { outcome, reasonCode, heldOn } = decided;
  if (outcome === 'adjourned' || outcome === 'enquiry') return { putOff: { outcome, reasonCode, on: toDate(heldOn) } };
  return { decision: toDecision(decided, proposal) };
}

function toDecision({ outcome, reasonCode, heldOn, validatedOn }: Decided, proposal: string | null): Decision {
  const isAgainstScore = proposal !== null && asProposed(proposal as Proposal) !== outcome;
  return {
    outcome: outcome as Decision['outcome'],
    reasonCode,
    on: toDate(heldOn),
    isAgainstScore,
    ...(validatedOn === undefined ? {} : { validatedOn: toDate(validatedOn) }),
  };
}

type Registered = z.output<typeof registrationsOfRequests.output>['registrations'][number];

async function findRegistration(ask: Reading, application: string, day: string): Promise<Registration | undefined> {
  const { registrations } = await ask(registrationsOfRequests, { applications: [application] });
  return registrations[0] && readRegistration(ask, registrations[0], day);
}

async function readRegistration(ask: Reading, { number, category, ...row }: Registered, day: string): Promise<Registration> {
  const registrations = [number];
  const [{ dues }, { cards }, { right }] = await Promise.all([
    ask(duesOfRegistrations, { registrations }),
    ask(cardsOfRegistrations, { registrations }),
    ask(standingRight, { registration: number }),
  ]);
  const due = dues.at(-1);
  const card = cardToTell(cards, day);
  return {
    category,
    on: toDate(row.registered_on),
    yearsBefore: row.years_before,
    right: right && toStandingRight(right),
    ...(due ? { due: toDue(due) } : {}),
    ...(card ? { card: toStandingCard(card) } : {}),
  };
}

type RightTold = NonNullable<z.output<typeof standingRight.output>['right']>;

function toStandingRight({ state, since, until, reason }: RightTold): StandingRight {
  return { state, reason, ...(since ? { since: toDate(since) } : {}), ...(until ? { until: toDate(until) } : {}) };
}

type CardTold = z.output<typeof cardsOfRegistrations.output>['cards'][number];

function toStandingCard({ state, since, reached, place, handed_over_at: takenAt }: CardTold): StandingCard {
  return {
    ...{ state: state as StandingCard['state'], reached: reached as StandingCard['reached'], place, since: dayOfText(since) },
    ...(takenAt === null ? {} : { handedOverOn: dayOfText(takenAt) }),
  };
}

type DueTold = z.output<typeof duesOfRegistrations.output>['dues'][number];

function toDue({ notice, registration_number: registration, persons, year_of_right: year, paid, ...due }: DueTold) {
  const { payable_until: until, credited_year: creditedYear } = due;
  return {
    amount: centimes(due.amount_centimes),
    state: due.state,
    on: toDate(due.assessed_on),
    notice: {
      number: notice,
      registration,
      persons,
      year,
      ...(until === null ? {} : { payableUntil: toDate(until) }),
      ...(creditedYear === null ? {} : { creditedYear }),
      ...(paid ? { paid: { payment: paid.payment, on: dayOfText(paid.at), branch: paid.branch } } : {}),
    },
  };
}

function dayOfText(instant: string): PlainDate {
  return casablancaDate(Temporal.Instant.from(instant));
}
