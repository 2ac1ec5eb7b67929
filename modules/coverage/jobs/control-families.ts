import { type CoverAnswer, envelopeIdOf, type PartnerClient, packEnvelopes } from '#modules/exchange';
import { type Beneficiary, subjectOf, subjectRefOf } from '#modules/registry';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { noteWaiting } from '../actions/note-waiting.ts';
import { recordControl } from '../actions/record-control.ts';
import { familiesToControl } from '../queries/families-to-control.ts';

type Family = {
  readonly request: string;
  readonly persons: readonly Beneficiary[];
  readonly isAnswered: boolean;
  readonly after: string | null;
};
type Asking = { readonly client: PartnerClient; readonly context: JobContext };

const AGAIN_AFTER_BAD_ANSWER_MS = 60_000;

/**
 * The control before registration, since April 2014: asks the other insurers about every family the province has validated, and comes
 * back to those they did not answer. Envelopes are packed over all of them each time, so that the same question stays the same envelope
 * whatever the others came to. The same of families whose answer had grown too old when they were to be registered.
 */
export function controlJobs(client: PartnerClient) {
  return [
    controlling(client, { name: 'coverage.control-families', on: 'commissions.validated' }),
    controlling(client, { name: 'coverage.control-again', on: 'coverage.control-reopened' }),
  ] as const;
}

function controlling(
  client: PartnerClient,
  when: { readonly name: string; readonly on: string },
): Job<{ applications: string[] }> {
  return {
    ...when,
    async handle(context, payload) {
      const { families } = expectDone(
        await context.desk.ask(familiesToControl, { requests: payload.applications }, context),
        'families-to-control',
      );
      const waits: number[] = [];
      for (const envelope of packEnvelopes(families, (family) => family.persons.length)) {
        const waiting = envelope.filter((family) => !family.isAnswered);
        const wait = waiting.length > 0 ? await sendOne({ client, context }, waiting) : undefined;
        if (wait !== undefined) waits.push(wait);
      }
      return waits.length > 0 ? { againAfterMs: Math.min(...waits) } : undefined;
    },
  };
}

async function sendOne({ client, context }: Asking, families: readonly Family[]): Promise<number | undefined> {
  const subjects = families.flatMap((family) => family.persons.map(subjectOf));
  const id = envelopeIdOf([
    'insurers',
    ...families.map((family) => `${family.request}>${family.after ?? ''}`),
    ...subjects.map((subject) => subject.ref),
  ]);
  const by = (suffix: string) => ({ actor: context.actor, key: `${id}:${suffix}` });
  const result = await client.checkCover(id, subjects);
  if (!result.ok) {
    const envelope = { id, items: subjects.length, failure: result.failure };
    const waiting = { envelope, requests: families.map((family) => family.request) };
    expectDone(await context.desk.do(noteWaiting, waiting, by(`silent:${result.failure}`)), 'note-waiting');
    return result.retryAfterMs;
  }
  const answers = new Map(result.answers.map((answer) => [answer.ref, answer]));
  const isAnswered = (family: Family) => family.persons.every((person) => answers.has(subjectRefOf(person)));
  const { acknowledgement, bytesDigest, sourceDate } = result;
  const envelope = { id, items: subjects.length, acknowledgement, bodyDigest: bytesDigest, sourceDate: sourceDate.toString() };
  const requests = families.filter(isAnswered).map((family) => toAnswered(family, answers));
  if (requests.length > 0)
    expectDone(await context.desk.do(recordControl, { envelope, requests }, by('answers')), 'record-control');
  const left = families.filter((family) => !isAnswered(family)).map((family) => family.request);
  if (left.length === 0) return undefined;
  expectDone(await context.desk.do(noteWaiting, { badAnswer: envelope, requests: left }, by('unanswered')), 'note-waiting');
  return AGAIN_AFTER_BAD_ANSWER_MS;
}

function toAnswered(family: Family, answers: ReadonlyMap<string, CoverAnswer>) {
  const persons = family.persons.map((person) => ({
    ref: person.ref,
    periods: (answers.get(subjectRefOf(person))?.periods ?? []).map(({ scheme, role, from, to }) => ({
      scheme,
      role,
      from: from.toString(),
      to: to?.toString(),
    })),
  }));
  const household = family.persons[0]?.householdId;
  return { request: family.request, persons, ...(household === undefined ? {} : { household }) };
}
