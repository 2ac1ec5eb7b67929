import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers } from './answers.ts';

const envelopeId = '019cac00-0000-7000-8000-000000000001';
const identity = {
  ref: 'a',
  found: true,
  names: { ar: { family: 'بنعلي', given: 'محمد' } },
  birth_date: '1975-06-02',
  sex: 'M',
  vital_status: 'alive',
};

function anAnswer(answers: readonly unknown[], over: Record<string, unknown> = {}): unknown {
  return {
    envelope: envelopeId,
    acknowledgement: 'DGSN-1',
    answered_at: '2026-03-02T09:00:00.000Z',
    source_date: '2026-03-01',
    answers,
    ...over,
  };
}

const asking = (...refs: string[]) => ({ envelopeId, refs: new Set(refs) });

describe('reading a partner’s answer', () => {
  test('an identity is said in our terms, and keys we do not know are let through', () => {
    const read = readAnswers('identity', asking('a'), anAnswer([{ ...identity, nationality: 'MAR' }], { version: '1.4' }));
    if (!read.ok) throw new Error(read.place);
    expect(read.sourceDate.toString()).toBe('2026-03-01');
    expect(JSON.parse(JSON.stringify(read.answers))).toEqual([
      { ref: 'a', found: true, names: identity.names, birthDate: '1975-06-02', sex: 'M', vitalStatus: 'alive' },
    ]);
  });

  test('no period is an answer, no entry is not', () => {
    const read = readAnswers('cover', asking('a', 'b'), anAnswer([{ ref: 'a', periods: [] }]));
    expect(read).toMatchObject({ ok: true, answers: [{ ref: 'a', periods: [] }], unanswered: [{ ref: 'b', reason: 'missing' }] });
  });

  test.each([
    ['another envelope’s answer', anAnswer([], { envelope: '019cac00-0000-7000-8000-000000000002' }), 'envelope'],
    ['no acknowledgement', anAnswer([], { acknowledgement: undefined }), 'acknowledgement'],
    ['a source date that is none', anAnswer([], { source_date: '2026-02-30' }), 'source_date'],
    ['an instant finer than any clock', anAnswer([], { answered_at: '2026-03-02T09:00:00.1234567891Z' }), 'answered_at'],
    ['answers that are no list', anAnswer([], { answers: { a: 1 } }), 'answers'],
    ['someone not asked about', anAnswer([{ ref: 'stranger', found: false }]), 'answers[0].ref'],
    ['nothing', null, '$'],
  ])('%s makes the whole nonsense, with its place', (_, body, place) => {
    expect(readAnswers('identity', asking('a'), body)).toMatchObject({ ok: false, place });
  });

  test.each([
    ['a wrong type', { ...identity, found: 'oui' }, 'answers[0].found'],
    ['a birth date that is none', { ...identity, birth_date: '1975-02-30' }, 'answers[0].birth_date'],
    ['no name in any script', { ...identity, names: {} }, 'answers[0].names'],
    ['a sex of no meaning', { ...identity, sex: 'H' }, 'answers[0].sex'],
  ])('%s costs that subject only', (_, bad, place) => {
    const read = readAnswers('identity', asking('a', 'b'), anAnswer([bad, { ref: 'b', found: false }]));
    expect(read).toMatchObject({ ok: true, answers: [{ ref: 'b' }], unanswered: [{ ref: 'a', reason: 'malformed', place }] });
  });

  test('a cover that ends before it begins, or of an unknown scheme, is malformed', () => {
    const period = { scheme: 'cnss', from: '2020-01-01', role: 'insured' };
    for (const [bad, field] of [
      [{ ...period, to: '2019-12-31' }, 'to'],
      [{ ...period, scheme: 'amo' }, 'scheme'],
    ] as const) {
      const read = readAnswers('cover', asking('a'), anAnswer([{ ref: 'a', periods: [period, bad] }]));
      expect(read).toMatchObject({ unanswered: [{ reason: 'malformed', place: `answers[0].periods[1].${field}` }] });
    }
  });

  test('a subject answered twice is not answered', () => {
    const read = readAnswers(
      'cover',
      asking('a'),
      anAnswer([
        { ref: 'a', periods: [] },
        { ref: 'a', periods: [] },
      ]),
    );
    expect(read).toMatchObject({ answers: [], unanswered: [{ ref: 'a', reason: 'answered-twice' }] });
  });

  test('whatever comes, nothing throws, and each subject asked is on exactly one list', () => {
    const item = fc.oneof(
      fc.anything(),
      fc.record({ ref: fc.constantFrom('a', 'b', 'c'), periods: fc.oneof(fc.constant([]), fc.anything()) }),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (items) => {
        const read = readAnswers('cover', asking('a', 'b', 'c'), anAnswer(items));
        const listed = read.ok ? [...read.answers, ...read.unanswered].map(({ ref }) => ref).sort() : ['a', 'b', 'c'];
        expect(listed).toEqual(['a', 'b', 'c']);
      }),
    );
  });
});
