import { BrokenCircuitError } from 'cockatiel';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '#platform/clock';
import { RamedError } from '#platform/errors';
import { type AnswerTo, readAnswers, type Unanswered } from '../model/answers.ts';
import { type Failure, failureTable } from '../model/failure.ts';
import { type Question, questionPaths, type RegisterName, subjectsPerEnvelope } from '../model/partners.ts';
import type { AskedSubject, CoverAnswer, IdentityAnswer } from '../model/subject.ts';
import { toCheckRequest } from '../model/wire.ts';
import { readBoundedJson } from './bounded-json.ts';
import { type Circuit, defaultPatience, type Patience, type Resilience, resilience } from './resilience.ts';

export type PartnerSettings = PartnerAddress & { readonly name: RegisterName };

export type PartnerAddress = {
  /** Without the question's path; a partner under a sub-path is fine. */
  readonly baseUrl: string;
  /** The agreement key, sent as a bearer token. */
  readonly key: string;
  /** For one sending, its answer read to the end. */
  readonly timeoutMs: number;
};

export type PartnerClientOptions = PartnerSettings & {
  readonly clock: Clock;
  /** In [0, 1), for the jitter of retries and pauses. */
  readonly random: () => number;
  readonly patience?: Partial<Patience>;
};

export type Answered<Answer> = {
  readonly ok: true;
  readonly answers: readonly Answer[];
  readonly unanswered: readonly Unanswered[];
  readonly acknowledgement: string;
  /** SHA-256, in hexadecimal, of the answer's bytes as they came. */
  readonly bytesDigest: string;
  /** The day the register's data stood at, and the instant of the answer, both as the partner says. */
  readonly sourceDate: Temporal.PlainDate;
  readonly answeredAt: Temporal.Instant;
  readonly sendings: number;
};

export type NotAnswered = {
  readonly ok: false;
  readonly failure: Failure;
  readonly retryAfterMs: number;
  /** For operators and the envelope's log: codes and places, never a person's data. */
  readonly detail: string;
  readonly sendings: number;
};

export type CheckResult<Answer> = Answered<Answer> | NotAnswered;

/**
 * Both ask about 1 to 1,000 subjects with distinct refs, and throw only when that is not so. The envelope id is the idempotency key:
 * asking again with the same id and the same subjects gives the first answer and counts once at the partner.
 */
export type PartnerClient = {
  readonly name: RegisterName;
  readonly checkIdentities: (envelopeId: string, subjects: readonly AskedSubject[]) => Promise<CheckResult<IdentityAnswer>>;
  readonly checkCover: (envelopeId: string, subjects: readonly AskedSubject[]) => Promise<CheckResult<CoverAnswer>>;
  readonly circuit: () => Circuit;
};

type Attempt<Answer> =
  | Omit<Answered<Answer>, 'sendings'>
  | { readonly ok: false; readonly failure: Failure; readonly detail: string; readonly askedWaitMs?: number };

const longestAnswerBytes = 4_000_000;
/** A refusal is mended by people: a key renewed, a manual read again. */
const refusalWaitMs = 15 * 60_000;

/** The way to one register. Keep one per partner and process: its circuit breaker remembers over calls. */
export function partnerClient(options: PartnerClientOptions): PartnerClient {
  const patient = resilience<Attempt<unknown>>({
    timeoutMs: options.timeoutMs,
    patience: { ...defaultPatience, ...options.patience },
    nowMs: () => options.clock.now().epochMilliseconds,
    random: options.random,
    isTransient: (attempt) => !attempt.ok && failureTable[attempt.failure].transient,
    askedWaitMs: (attempt) => (attempt.ok ? undefined : attempt.askedWaitMs),
  });
  const ask =
    <Q extends Question>(question: Q) =>
    (envelopeId: string, subjects: readonly AskedSubject[]) =>
      check(options, patient as Resilience<Attempt<AnswerTo[Q]>>, { question, envelopeId, subjects });
  return { name: options.name, checkIdentities: ask('identity'), checkCover: ask('cover'), circuit: patient.circuit };
}

type Asking<Q extends Question> = {
  readonly question: Q;
  readonly envelopeId: string;
  readonly subjects: readonly AskedSubject[];
};

async function check<Q extends Question>(
  options: PartnerClientOptions,
  patient: Resilience<Attempt<AnswerTo[Q]>>,
  asking: Asking<Q>,
): Promise<CheckResult<AnswerTo[Q]>> {
  const refs = toRefs(asking.subjects);
  const body = JSON.stringify(toCheckRequest(asking.envelopeId, options.clock.now().toString(), asking.subjects));
  let last: Attempt<AnswerTo[Q]> = { ok: false, failure: 'circuit-open', detail: 'left in peace after repeated failures' };
  let sendings = 0;
  try {
    await patient.run(async (signal) => {
      sendings++;
      last = await send(options, { ...asking, refs, body }, signal);
      return last;
    });
  } catch (fault) {
    if (!(fault instanceof BrokenCircuitError)) throw fault;
  }
  return conclude(last, sendings, patient.suggestedWaitMs());
}

function toRefs(subjects: readonly AskedSubject[]): ReadonlySet<string> {
  const refs = new Set(subjects.map(({ ref }) => ref));
  if (refs.size === 0 || refs.size > subjectsPerEnvelope || refs.size !== subjects.length) {
    throw new RamedError(
      'exchange.envelope-not-sendable',
      `An envelope takes 1 to ${subjectsPerEnvelope} subjects with distinct refs.`,
    );
  }
  return refs;
}

function conclude<Answer>(attempt: Attempt<Answer>, sendings: number, suggestedWaitMs: number): CheckResult<Answer> {
  if (attempt.ok) return { ...attempt, sendings };
  const { failure, detail, askedWaitMs = 0 } = attempt;
  const retryAfterMs = failure === 'refused' ? refusalWaitMs : Math.max(suggestedWaitMs, askedWaitMs);
  return { ok: false, failure, detail, retryAfterMs, sendings };
}

type Sending<Q extends Question> = Asking<Q> & { readonly refs: ReadonlySet<string>; readonly body: string };

async function send<Q extends Question>(
  { baseUrl, key }: PartnerSettings,
  { question, envelopeId, refs, body }: Sending<Q>,
  signal: AbortSignal,
): Promise<Attempt<AnswerTo[Q]>> {
  try {
    const response = await fetch(baseUrl.replace(/\/$/, '') + questionPaths[question], {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        accept: 'application/json',
        authorization: `Bearer ${key}`,
        'idempotency-key': envelopeId,
      },
      body,
      // A redirection would carry the agreement key to whoever it names.
      redirect: 'manual',
      signal,
    });
    if (response.status !== 200) return await readRefusal(response);
    const json = await readBoundedJson(response, longestAnswerBytes);
    if (!json.ok) return { ok: false, failure: 'nonsense', detail: json.detail };
    const read = readAnswers(question, { envelopeId, refs }, json.value);
    return read.ok
      ? { ...read, bytesDigest: json.bytesDigest }
      : { ok: false, failure: 'nonsense', detail: `${read.place}: ${read.rule}` };
  } catch (fault) {
    return signal.aborted ? { ok: false, failure: 'timed-out', detail: 'no full answer in time' } : toUnreachable(fault);
  }
}

async function readRefusal(response: Response): Promise<Attempt<never>> {
  await response.body?.cancel();
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    ok: false,
    failure: toFailure(response.status),
    detail: `HTTP ${response.status}`,
    ...(seconds > 0 && seconds < 86_400 ? { askedWaitMs: seconds * 1000 } : {}),
  };
}

/** Busy or broken is the partner's bad day; other refusals are about what we sent; anything else is no answer of the manual. */
function toFailure(status: number): Failure {
  if (status >= 500 || [408, 425, 429].includes(status)) return 'unreachable';
  return status >= 400 ? 'refused' : 'nonsense';
}

function toUnreachable(fault: unknown): Attempt<never> {
  const cause = fault instanceof Error ? fault.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'connection failed';
  return { ok: false, failure: 'unreachable', detail: code };
}
