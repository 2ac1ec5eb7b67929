import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Question } from './partners.ts';
import type { CoverAnswer, IdentityAnswer } from './subject.ts';
import { AnswerEnvelope, WireCover, WireIdentity } from './wire.ts';

export type AnswerTo = { readonly identity: IdentityAnswer; readonly cover: CoverAnswer };

/** A subject for whom an otherwise good envelope holds no usable answer. `place` is a path in the answer, never a value. */
export type Unanswered = {
  readonly ref: string;
  readonly reason: 'missing' | 'malformed' | 'answered-twice';
  readonly place?: string;
};

export type ReadAnswers<Answer> =
  | {
      readonly ok: true;
      readonly acknowledgement: string;
      readonly answeredAt: Temporal.Instant;
      readonly sourceDate: Temporal.PlainDate;
      readonly answers: readonly Answer[];
      readonly unanswered: readonly Unanswered[];
    }
  | { readonly ok: false; readonly place: string; readonly rule: string };

type Asked = { readonly envelopeId: string; readonly refs: ReadonlySet<string> };

/**
 * Reads a partner's answer to what was asked. The whole is nonsense when it is not the manual's envelope, answers another envelope,
 * or speaks of someone not asked about; one bad answer costs its own subject only.
 */
export function readAnswers<Q extends Question>(question: Q, asked: Asked, body: unknown): ReadAnswers<AnswerTo[Q]> {
  const envelope = AnswerEnvelope.safeParse(body);
  if (!envelope.success) return { ok: false, ...toFault(envelope.error) };
  const { acknowledgement, answered_at, source_date, answers } = envelope.data;
  if (envelope.data.envelope !== asked.envelopeId) return { ok: false, place: 'envelope', rule: 'another-envelope' };
  const stranger = answers.findIndex((answer) => hasRef(answer) && !asked.refs.has(answer.ref));
  if (stranger >= 0) return { ok: false, place: `answers[${stranger}].ref`, rule: 'not-asked' };
  return {
    ok: true,
    acknowledgement,
    answeredAt: Temporal.Instant.from(answered_at),
    sourceDate: Temporal.PlainDate.from(source_date),
    ...sortAnswers(readers[question], asked.refs, answers),
  };
}

type Reader<Answer> = (item: unknown) => { readonly answer: Answer } | { readonly error: z.ZodError };

const readers: { readonly [Q in Question]: Reader<AnswerTo[Q]> } = {
  identity(item) {
    const wire = WireIdentity.safeParse(item);
    return wire.success ? { answer: toIdentityAnswer(wire.data) } : { error: wire.error };
  },
  cover(item) {
    const wire = WireCover.safeParse(item);
    return wire.success ? { answer: toCoverAnswer(wire.data) } : { error: wire.error };
  },
};

function toIdentityAnswer(wire: WireIdentity): IdentityAnswer {
  if (!wire.found) return { ref: wire.ref, found: false };
  return {
    ref: wire.ref,
    found: true,
    names: wire.names,
    birthDate: Temporal.PlainDate.from(wire.birth_date),
    sex: wire.sex,
    vitalStatus: wire.vital_status,
    ...(wire.died_on === undefined ? {} : { diedOn: Temporal.PlainDate.from(wire.died_on) }),
  };
}

function toCoverAnswer({ ref, periods }: WireCover): CoverAnswer {
  return {
    ref,
    periods: periods.map(({ scheme, from, to, role }) => ({
      scheme,
      from: Temporal.PlainDate.from(from),
      ...(to === undefined ? {} : { to: Temporal.PlainDate.from(to) }),
      role,
    })),
  };
}

/** Keeps the good answers in the order they came; every subject asked ends on exactly one of the two lists. */
function sortAnswers<Answer>(read: Reader<Answer>, refs: ReadonlySet<string>, items: readonly unknown[]) {
  const kept = new Map<string, Answer>();
  const failed = new Map<string, Unanswered>();
  for (const [index, item] of items.entries()) {
    if (!hasRef(item)) continue;
    const { ref } = item;
    const result = read(item);
    if (kept.has(ref) || failed.has(ref)) failed.set(ref, { ref, reason: 'answered-twice', place: `answers[${index}]` });
    else if ('answer' in result) kept.set(ref, result.answer);
    else failed.set(ref, { ref, reason: 'malformed', place: toFault(result.error, `answers[${index}]`).place });
  }
  for (const ref of failed.keys()) kept.delete(ref);
  const missing = [...refs]
    .filter((ref) => !kept.has(ref) && !failed.has(ref))
    .map((ref) => ({ ref, reason: 'missing' as const }));
  return { answers: [...kept.values()], unanswered: [...failed.values(), ...missing] };
}

function hasRef(item: unknown): item is { ref: string } {
  return typeof item === 'object' && item !== null && 'ref' in item && typeof item.ref === 'string';
}

/** Only where and by which rule: what stood there may be a person's. */
function toFault(error: z.ZodError, root = ''): { place: string; rule: string } {
  const issue = error.issues[0];
  const place = (issue?.path ?? []).reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : `${path}${path === '' ? '' : '.'}${String(step)}`),
    root,
  );
  return { place: place === '' ? '$' : place, rule: issue?.code ?? 'invalid' };
}
