import { lawAt } from '#law';
import { listOwed, type Owed } from '#modules/contributions';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import type { Tx } from '#platform/database';
import type { RightField, Wanted } from '../model/asked-right.ts';
import { betterAnswer, type RightAnswer, rightAnswer } from '../model/right-answer.ts';
import { type Candidate, findCandidates, type Moment } from './candidates.ts';
import { listMembers } from './members.ts';

type Asking = Moment & { readonly fields: readonly RightField[] };

/** A file with what follows from it on the day. */
type Answered = RightAnswer & { readonly candidate: Candidate };

/** One answer for each who is wanted, in their order, by as many statements for a thousand as for one. */
export async function answerAll(tx: Tx, wanted: readonly Wanted[], asking: Asking) {
  const candidates = await findCandidates(tx, wanted, asking);
  const answers = candidates.map((some) =>
    some.map((candidate) => ({ ...answerOf(candidate, asking), candidate })).reduce<Answered | undefined>(better, undefined),
  );
  const details = await readDetails(
    tx,
    answers.filter((one) => one !== undefined),
    asking,
  );
  return wanted.map((one, place) => told(one, answers[place], { fields: new Set(asking.fields), details }));
}

function answerOf(candidate: Candidate, { day }: Moment): RightAnswer {
  return rightAnswer({ ...candidate.facts, renewalOpensMonths: () => lawAt(day).rights.renewalOpensMonths.value }, day);
}

function better(one: Answered | undefined, other: Answered): Answered {
  return one ? betterAnswer(one, other) : other;
}

type Details = {
  readonly owed: ReadonlyMap<string, Owed>;
  readonly members: ReadonlyMap<string, readonly Beneficiary[]>;
};

/** What is owed is read as it stands now: what was asked about an earlier moment is told without it. */
async function readDetails(tx: Tx, answers: readonly Answered[], { fields, day, knownAt }: Asking): Promise<Details> {
  const unpaid = answers
    .filter(({ state }) => state === 'unpaid')
    .flatMap(({ candidate }) => candidate.registration?.number ?? []);
  const owed = fields.includes('due') && knownAt === undefined && unpaid.length > 0 ? await listOwed(tx, unpaid, day) : new Map();
  const members = fields.includes('persons') ? await readMembers(tx, answers, { day, knownAt }) : [];
  return { owed, members: Map.groupBy(members, ({ requestId }) => requestId) };
}

/** Of a registered family who has a part in its rights on the day; of a request who would have. */
async function readMembers(
  tx: Tx,
  answers: readonly Answered[],
  { day, knownAt }: Pick<Asking, 'day' | 'knownAt'>,
): Promise<readonly Beneficiary[]> {
  const requests = answers.filter(({ candidate }) => !candidate.registration).map(({ candidate }) => candidate.request);
  const families = answers.flatMap(({ candidate: { registration, request } }) =>
    registration ? [{ number: registration.number, request }] : [],
  );
  return [
    ...(requests.length === 0 ? [] : await listBeneficiaries(tx, requests)),
    ...(await listMembers(tx, families, { day, knownAt })),
  ];
}

type Telling = { readonly fields: ReadonlySet<RightField>; readonly details: Details };

/** The state, and of the rest what was asked for. */
function told(wanted: Wanted, answered: Answered | undefined, { fields, details }: Telling) {
  if (!answered) return toldOfNobody(wanted, fields);
  const { state, since, until, emergenciesUntil, reason, next, candidate } = answered;
  const { request, territory, registration } = candidate;
  const due = registration && details.owed.get(registration.number);
  return {
    state,
    ...(fields.has('period') ? withoutGaps({ since, until, emergenciesUntil }) : {}),
    ...(fields.has('reason') ? { reason } : {}),
    ...(fields.has('next') ? { next } : {}),
    ...(registration && fields.has('category') ? { category: registration.category } : {}),
    ...(registration && fields.has('registration') ? { registration: registration.number } : {}),
    ...(wanted.by === 'registration' && wanted.card ? { card: wanted.card } : {}),
    ...(due && fields.has('due') ? { due } : {}),
    ...(fields.has('persons')
      ? { persons: (details.members.get(request) ?? []).map((one) => toPerson(one, candidate.person)) }
      : {}),
    about: { subject: `application:${request}`, territory },
  };
}

function toldOfNobody(wanted: Wanted, fields: Telling['fields']) {
  const why =
    wanted.by === 'nothing'
      ? ({ reason: wanted.reason, next: wanted.reason === 'code-forged' ? 'treat-as-unproven' : 'check-number' } as const)
      : ({ reason: 'not-found', next: 'apply' } as const);
  return {
    state: 'unknown' as const,
    ...(fields.has('reason') ? { reason: why.reason } : {}),
    ...(fields.has('next') ? { next: why.next } : {}),
  };
}

function toPerson({ ref, names, birthDate, sex, personId }: Beneficiary, asked: string | undefined) {
  return { ref, names, birthYear: Number(birthDate.slice(0, 4)), sex, isAsked: personId === asked };
}

function withoutGaps(days: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(days).flatMap(([name, day]) => (day === undefined ? [] : [[name, day]])));
}
