import { createHash } from 'node:crypto';
import { partnerTable } from './agreements.ts';
import { answerCover } from './cover-register.ts';
import { type Call, json } from './http.ts';
import { answerIdentity } from './identity-register.ts';
import { findEffect, type MagicEffect, type RegisterName } from './magic.ts';
import { boundedMemory, type Memory, repeatWatch, toTrace } from './memory.ts';
import { type Business, parseJson } from './partner-server.ts';
import { CheckRequest, type CoverAnswer, type IdentityAnswer, type Subject, toComplaint } from './protocol.ts';

export type RegisterCounters = {
  readonly envelopes: number;
  readonly repeated_envelopes: number;
  readonly subjects_asked: number;
  /** Distinct subjects put in more than one envelope, among the last half million asked. */
  readonly subjects_asked_again: number;
};

type Handled = { readonly questions: number; readonly answeredAt: string };
type Marked = readonly (readonly [Subject, MagicEffect | undefined])[];

const envelopesRemembered = 50_000;
const subjectsWatched = 500_000;
const slowEnvelopeMs = 2000;

/**
 * One register that answers envelopes. An answer is computed from the envelope and the instant of its first answer, so that a
 * repeated envelope gets the same bytes without any answer being stored; the same envelope with other subjects is refused.
 */
export function register(name: RegisterName, now: () => number): Business<RegisterCounters> {
  const handled = boundedMemory<Handled>(envelopesRemembered);
  const failedOnce = boundedMemory<true>(envelopesRemembered);
  const asked = repeatWatch(subjectsWatched);
  const counted = { envelopes: 0, repeated_envelopes: 0, subjects_asked: 0 };

  async function check(call: Call) {
    const body = await call.readBody();
    if (body === undefined) return json(413, { error: 'body-too-long' });
    const request = CheckRequest.safeParse(parseJson(body));
    if (!request.success) return json(400, { error: 'not-as-in-the-manual', ...toComplaint(request.error) });
    const { envelope, subjects } = request.data;
    if (call.header('idempotency-key') !== envelope) return json(400, { error: 'idempotency-key-is-not-the-envelope' });
    const marked: Marked = subjects.map((subject) => [subject, findEffect(subject.cnie, name)]);
    if (failsNow(envelope, marked, failedOnce)) return json(500, { error: 'internal' });
    const first = admit(envelope, subjects);
    if (first === undefined) return json(409, { error: 'envelope-reused-for-other-subjects' });
    return { ...json(200, toAnswer(name, request.data, marked, first.answeredAt)), ...delay(marked) };
  }

  function admit(envelope: string, subjects: readonly Subject[]): Handled | undefined {
    const traces = subjects.map((subject) => toTrace(toQuestion(subject)));
    const questions = toTrace(traces.join());
    const before = handled.find(envelope);
    if (before !== undefined) {
      counted.repeated_envelopes++;
      return before.questions === questions ? before : undefined;
    }
    counted.envelopes++;
    counted.subjects_asked += subjects.length;
    for (const trace of traces) asked.see(trace);
    const first = { questions, answeredAt: new Date(now()).toISOString() };
    handled.keep(envelope, first);
    return first;
  }

  return {
    routes: { [`POST ${partnerTable[name].path}`]: check },
    counters: () => ({ ...counted, subjects_asked_again: asked.repeated() }),
  };
}

function failsNow(envelope: string, marked: Marked, failedOnce: Memory<true>): boolean {
  if (!marked.some(([, effect]) => effect === 'fails-once') || failedOnce.find(envelope)) return false;
  failedOnce.keep(envelope, true);
  return true;
}

function toAnswer(name: RegisterName, { envelope }: CheckRequest, marked: Marked, answeredAt: string) {
  const today = answeredAt.slice(0, 10);
  return {
    envelope,
    acknowledgement: `${name.toUpperCase()}-${digest(envelope).slice(0, 16)}`,
    answered_at: answeredAt,
    source_date: today,
    answers: marked
      .filter(([, effect]) => effect !== 'left-out')
      .map(([subject, effect]) => (effect === 'wrong-type' ? nonsense(subject) : answerOf(name, subject, { effect, today }))),
  };
}

function answerOf(
  name: RegisterName,
  subject: Subject,
  { effect, today }: { effect: MagicEffect | undefined; today: string },
): IdentityAnswer | CoverAnswer {
  return name === 'dgsn' ? answerIdentity(subject, effect) : answerCover(subject, effect, today);
}

/** Wrong for the identity and for the cover manual alike. */
function nonsense(subject: Subject) {
  return { ref: subject.ref, found: 'oui', birth_date: 19700101, periods: 'néant' };
}

function delay(marked: Marked): { delayMs: number } | Record<string, never> {
  return marked.some(([, effect]) => effect === 'slow') ? { delayMs: slowEnvelopeMs } : {};
}

function toQuestion({ ref, cnie, names, birth_date, sex }: Subject): string {
  return [ref, cnie, birth_date, sex, names.fr?.family, names.fr?.given, names.ar?.family, names.ar?.given].join('|');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
