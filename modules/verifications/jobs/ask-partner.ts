import {
  type CheckResult,
  type CoverAnswer,
  envelopeIdOf,
  type IdentityAnswer,
  type PartnerClient,
  packEnvelopes,
  registers,
} from '#modules/exchange';
import { type Beneficiary, subjectOf, subjectRefOf } from '#modules/registry';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { noteSilence } from '../actions/note-silence.ts';
import { recordAnswers } from '../actions/record-answers.ts';
import type { CheckPartner, KeptAnswer } from '../model/checks.ts';
import { personsToCheck } from '../queries/persons-to-check.ts';

type Waiting = {
  readonly request: string;
  readonly persons: readonly Beneficiary[];
  readonly isAnswered: boolean;
  readonly after: string | null;
};
type Asking = { readonly partner: CheckPartner; readonly client: PartnerClient; readonly context: JobContext };

/** A subject that a partner answers badly is asked again, but not all day long. */
const AGAIN_AFTER_BAD_ANSWER_MS = 60_000;

/**
 * Asks one partner about requests that entered checking, and comes back to those it did not answer. Envelopes are packed over all of them
 * each time, so that the same question stays the same envelope whatever the others came to.
 */
export function askPartner(partner: CheckPartner, client: PartnerClient): Job<{ applications: string[] }> {
  return {
    name: `verifications.ask-${partner}`,
    on: 'applications.checking-opened',
    async handle(context, payload) {
      const asking = { partner, client, context };
      const wanted = { partner, requests: payload.applications };
      const { requests } = expectDone(await context.desk.ask(personsToCheck, wanted, context), 'persons-to-check');
      const waits: number[] = [];
      for (const envelope of packEnvelopes(requests, (request) => askable(request, partner).length)) {
        const waiting = envelope.filter((request) => !request.isAnswered);
        const wait = waiting.length > 0 ? await sendOne(asking, waiting) : undefined;
        if (wait !== undefined) waits.push(wait);
      }
      return waits.length > 0 ? { againAfterMs: Math.min(...waits) } : undefined;
    },
  };
}

/** The identity register knows people by their card; cover is asked of everyone. */
function askable(request: Waiting, partner: CheckPartner): readonly Beneficiary[] {
  return partner === 'dgsn' ? request.persons.filter((person) => person.cnie !== undefined) : request.persons;
}

async function sendOne(asking: Asking, requests: readonly Waiting[]): Promise<number | undefined> {
  const { partner, client, context } = asking;
  const subjects = requests.flatMap((request) => askable(request, partner).map(subjectOf));
  if (subjects.length === 0) return save(asking, requests, undefined, new Map());
  const id = envelopeIdOf([
    partner,
    ...requests.map((entry) => `${entry.request}>${entry.after ?? ''}`),
    ...subjects.map((subject) => subject.ref),
  ]);
  const result: CheckResult<IdentityAnswer | CoverAnswer> =
    registers[partner].question === 'identity'
      ? await client.checkIdentities(id, subjects)
      : await client.checkCover(id, subjects);
  if (!result.ok) {
    const envelope = { id, items: subjects.length, failure: result.failure };
    const silence = { partner, envelope, requests: requests.map((entry) => entry.request) };
    expectDone(
      await context.desk.do(noteSilence, silence, { actor: context.actor, key: `${id}:silent:${result.failure}` }),
      'note-silence',
    );
    return result.retryAfterMs;
  }
  const { acknowledgement, bytesDigest, sourceDate, answers } = result;
  const envelope = { id, items: subjects.length, acknowledgement, bodyDigest: bytesDigest, sourceDate: sourceDate.toString() };
  return save(asking, requests, envelope, new Map(answers.map((answer) => [answer.ref, answer])));
}

type Envelope = { id: string; items: number; acknowledgement: string; bodyDigest: string; sourceDate: string };
type Answers = ReadonlyMap<string, IdentityAnswer | CoverAnswer>;

/** Records the families answered in full; notes the silence about the others, and says when to ask again. */
async function save(
  asking: Asking,
  requests: readonly Waiting[],
  envelope: Envelope | undefined,
  answers: Answers,
): Promise<number | undefined> {
  const { partner, context } = asking;
  const isAnswered = (request: Waiting) => askable(request, partner).every((person) => answers.has(subjectRefOf(person)));
  const by = (suffix: string) => ({
    actor: context.actor,
    key: `${envelope?.id ?? `${context.key}:nobody-to-ask:${requests[0]?.request}`}:${suffix}`,
  });
  const kept = requests
    .filter(isAnswered)
    .map((request) => ({ request: request.request, answers: keep(askable(request, partner), answers) }));
  if (kept.length > 0)
    expectDone(await context.desk.do(recordAnswers, { partner, envelope, requests: kept }, by('answers')), 'record-answers');
  const left = requests.filter((request) => !isAnswered(request)).map((request) => request.request);
  if (left.length === 0) return undefined;
  expectDone(
    await context.desk.do(noteSilence, { partner, badAnswer: envelope, requests: left }, by('unanswered')),
    'note-silence',
  );
  return AGAIN_AFTER_BAD_ANSWER_MS;
}

function keep(persons: readonly Beneficiary[], answers: Answers): KeptAnswer[] {
  return persons.flatMap((person) => {
    const answer = answers.get(subjectRefOf(person));
    return answer ? [toKept(person.ref, answer)] : [];
  });
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
