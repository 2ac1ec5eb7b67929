import { Temporal } from 'temporal-polyfill';
import { v5 as uuidFromName } from 'uuid';
import {
  type AskedSubject,
  type CheckResult,
  type CoverAnswer,
  type IdentityAnswer,
  type PartnerClient,
  registers,
  subjectsPerEnvelope,
} from '#modules/exchange';
import type { Beneficiary } from '#modules/registry';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { noteSilence } from '../actions/note-silence.ts';
import { recordAnswers } from '../actions/record-answers.ts';
import type { CheckPartner, KeptAnswer } from '../model/checks.ts';
import { personsToCheck } from '../queries/persons-to-check.ts';

type Waiting = { readonly request: string; readonly persons: readonly Beneficiary[]; readonly after: string | null };
type Asking = { readonly partner: CheckPartner; readonly client: PartnerClient; readonly context: JobContext };

/** A subject that a partner answers badly is asked again, but not all day long. */
const AGAIN_AFTER_BAD_ANSWER_MS = 60_000;
const ENVELOPE_NAMES = '6f0c2a9e-5b0e-4d53-9a44-0d6f7a1f4c11';

/**
 * Asks one partner about requests that entered checking. The envelope's number is made from what it asks, so an attempt repeated after
 * a crash is, for the partner, the same question.
 */
export function askPartner(partner: CheckPartner, client: PartnerClient): Job<{ applications: string[] }> {
  return {
    name: `verifications.ask-${partner}`,
    on: 'applications.checking-opened',
    async handle(context, payload) {
      const asking = { partner, client, context };
      const { requests } = expectDone(
        await context.desk.ask(personsToCheck, { partner, requests: payload.applications }, context),
        'persons-to-check',
      );
      const waits: number[] = [];
      for (const envelope of toEnvelopes(requests, partner)) {
        const wait = await sendOne(asking, envelope);
        if (wait !== undefined) waits.push(wait);
      }
      return waits.length > 0 ? { againAfterMs: Math.min(...waits) } : undefined;
    },
  };
}

/** Whole requests together, never more persons than a partner takes at once. */
function toEnvelopes(requests: readonly Waiting[], partner: CheckPartner): Waiting[][] {
  const envelopes: Waiting[][] = [];
  let room = 0;
  for (const request of requests) {
    const size = askable(request, partner).length;
    if (size > room || envelopes.length === 0) {
      envelopes.push([]);
      room = subjectsPerEnvelope;
    }
    envelopes.at(-1)?.push(request);
    room -= size;
  }
  return envelopes;
}

/** The identity register knows people by their card; cover is asked of everyone. */
function askable(request: Waiting, partner: CheckPartner): readonly Beneficiary[] {
  return partner === 'dgsn' ? request.persons.filter((person) => person.cnie !== undefined) : request.persons;
}

async function sendOne(asking: Asking, requests: readonly Waiting[]): Promise<number | undefined> {
  const { partner, client, context } = asking;
  const subjects = requests.flatMap((request) => askable(request, partner).map(toSubject));
  if (subjects.length === 0) return save(asking, requests, undefined, new Map());
  const id = envelopeId(partner, requests, subjects);
  const result: CheckResult<IdentityAnswer | CoverAnswer> =
    registers[partner].question === 'identity'
      ? await client.checkIdentities(id, subjects)
      : await client.checkCover(id, subjects);
  if (!result.ok) {
    const silence = {
      partner,
      envelope: { id, items: subjects.length, failure: result.failure },
      requests: requests.map((entry) => entry.request),
    };
    expectDone(await context.desk.do(noteSilence, silence, { actor: context.actor, key: `${id}:silent` }), 'note-silence');
    return result.retryAfterMs;
  }
  const envelope = {
    id,
    items: subjects.length,
    acknowledgement: result.acknowledgement,
    bodyDigest: result.bytesDigest,
    sourceDate: result.sourceDate.toString(),
  };
  return save(asking, requests, envelope, new Map(result.answers.map((answer) => [answer.ref, answer])));
}

/** The same question has the same number; asked anew because the last answer was bad, it has another, or the partner would only repeat itself. */
function envelopeId(partner: CheckPartner, requests: readonly Waiting[], subjects: readonly AskedSubject[]): string {
  const question = [
    partner,
    ...requests.map((entry) => `${entry.request}>${entry.after ?? ''}`),
    ...subjects.map((subject) => subject.ref),
  ];
  return uuidFromName(question.join(','), ENVELOPE_NAMES);
}

type Envelope = { id: string; items: number; acknowledgement: string; bodyDigest: string; sourceDate: string };

async function save(
  asking: Asking,
  requests: readonly Waiting[],
  envelope: Envelope | undefined,
  answers: ReadonlyMap<string, IdentityAnswer | CoverAnswer>,
): Promise<number | undefined> {
  const { partner, context } = asking;
  const [complete, partial] = split(requests, (request) =>
    askable(request, partner).every((person) => answers.has(refOf(person))),
  );
  const kept = complete.map((request) => ({
    request: request.request,
    answers: askable(request, partner).flatMap((person) => {
      const answer = answers.get(refOf(person));
      return answer ? [toKept(person.ref, answer)] : [];
    }),
  }));
  const key = envelope?.id ?? `${context.key}:nobody-to-ask`;
  if (kept.length > 0)
    expectDone(
      await context.desk.do(
        recordAnswers,
        { partner, envelope, requests: kept },
        { actor: context.actor, key: `${key}:answers` },
      ),
      'record-answers',
    );
  if (partial.length === 0) return undefined;
  const silence = { partner, badAnswer: envelope?.id, requests: partial.map((request) => request.request) };
  expectDone(await context.desk.do(noteSilence, silence, { actor: context.actor, key: `${key}:unanswered` }), 'note-silence');
  return AGAIN_AFTER_BAD_ANSWER_MS;
}

function split<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}

function refOf(person: Beneficiary): string {
  return `${person.requestId}/${person.ref}`;
}

function toSubject(person: Beneficiary): AskedSubject {
  return {
    ref: refOf(person),
    cnie: person.cnie,
    names: person.names,
    birthDate: Temporal.PlainDate.from(person.birthDate),
    sex: person.sex,
  };
}

function toKept(ref: number, answer: IdentityAnswer | CoverAnswer): KeptAnswer {
  if ('periods' in answer) {
    const periods = answer.periods.map(({ scheme, role, from, to }) => ({
      scheme,
      role,
      from: from.toString(),
      to: to?.toString(),
    }));
    return { ref, kind: 'cover', periods };
  }
  if (!answer.found) return { ref, kind: 'identity', found: false };
  const { names, birthDate, sex, vitalStatus } = answer;
  return { ref, kind: 'identity', found: true, names, birthDate: birthDate.toString(), sex, vitalStatus };
}
