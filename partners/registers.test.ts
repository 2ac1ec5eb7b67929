import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMagic, type MagicEffect, magicTable, type RegisterName } from './magic.ts';
import type { RunningPartner } from './partner-server.ts';
import type { Subject } from './protocol.ts';
import { startPartner } from './start-partner.ts';
import { aSubject, ask } from './testing/questions.ts';

const names = ['dgsn', 'cnss', 'cnops', 'insurers'] as const satisfies readonly RegisterName[];
const registers = new Map<RegisterName, RunningPartner>();
const now = () => Date.parse('2026-03-02T09:00:00Z');

beforeAll(async () => {
  for (const name of names) registers.set(name, await startPartner(name, { port: 0, now }));
});
afterAll(() => Promise.all([...registers.values()].map((register) => register.stop())));

function at(name: RegisterName): RunningPartner {
  const register = registers.get(name);
  if (register === undefined) throw new Error('not started');
  return register;
}

function countAt(name: RegisterName, counter: string): number {
  return (at(name).control.read().counters as Record<string, number>)[counter] ?? 0;
}

async function answerOf(name: RegisterName, subject: Subject): Promise<unknown> {
  const response = await ask(name, at(name), [subject]);
  expect(response.status).toBe(200);
  return ((await response.json()) as { answers: unknown[] }).answers[0];
}

const asked = { ref: 'r-1', found: true, ...held(aSubject()), vital_status: 'alive' };

function held({ names, birth_date, sex }: Subject) {
  return { names, birth_date, sex };
}

const rows: { [effect in MagicEffect]: { [name in RegisterName]?: unknown } } = {
  slow: { dgsn: asked },
  'fails-once': {},
  'wrong-type': { dgsn: { ref: 'r-1', found: 'oui', birth_date: 19700101, periods: 'néant' } },
  'left-out': { dgsn: undefined, cnss: undefined, cnops: undefined, insurers: undefined },
  'cnss-open': { cnss: { ref: 'r-1', periods: [{ scheme: 'cnss', from: '2019-01-01', role: 'insured' }] } },
  'cnss-ended': { cnss: { ref: 'r-1', periods: [{ scheme: 'cnss', from: '2017-01-01', to: '2025-12-31', role: 'insured' }] } },
  'cnops-open': { cnops: { ref: 'r-1', periods: [{ scheme: 'cnops', from: '2016-09-01', role: 'insured' }] } },
  'cnops-dependant': { cnops: { ref: 'r-1', periods: [{ scheme: 'cnops', from: '2018-04-01', role: 'dependant' }] } },
  'students-open': { insurers: { ref: 'r-1', periods: [{ scheme: 'students', from: '2025-10-01', role: 'insured' }] } },
  'art114-open': { insurers: { ref: 'r-1', periods: [{ scheme: 'art114', from: '2015-01-01', role: 'insured' }] } },
  'other-spelling': {
    dgsn: { ...asked, names: { fr: { family: 'BENALY', given: 'Mohammed' }, ar: { family: 'بنعلي', given: 'محمد' } } },
  },
  'other-person': {
    dgsn: { ...asked, names: { fr: { family: 'ZERWALI', given: 'Haddou' }, ar: { family: 'الزروالي', given: 'حدو' } } },
  },
  unknown: { dgsn: { ref: 'r-1', found: false } },
  'other-birth-date': { dgsn: { ...asked, birth_date: '1974-06-02' } },
  deceased: { dgsn: { ...asked, vital_status: 'deceased', died_on: '2021-03-14' } },
};

describe('a card number answers as the table says', () => {
  for (const row of magicTable) {
    for (const [name, expected] of Object.entries(rows[row.effect]) as [RegisterName, unknown][]) {
      test(`…${row.digits} at ${name}: ${row.says}`, async () => {
        expect(await answerOf(name, aSubject({ cnie: `jb 4712 ${row.digits}` }))).toEqual(expected);
      });
    }
  }

  test('…72: the envelope fails once, then is answered', async () => {
    const envelope = randomUUID();
    const subjects = [aSubject({ cnie: 'AB123472' })];
    expect((await ask('cnss', at('cnss'), subjects, { envelope })).status).toBe(500);
    expect((await ask('cnss', at('cnss'), subjects, { envelope })).status).toBe(200);
  });

  test('an ordinary number, or none, is held as asked and has no cover anywhere', async () => {
    const { cnie: _, ...withoutNumber } = aSubject();
    for (const subject of [aSubject(), withoutNumber]) {
      expect(await answerOf('dgsn', subject)).toEqual(asked);
      for (const name of ['cnss', 'cnops', 'insurers'] as const)
        expect(await answerOf(name, subject)).toEqual({ ref: 'r-1', periods: [] });
    }
  });

  test('a row shows at its own partners only', async () => {
    expect(await answerOf('cnops', aSubject({ cnie: 'AB123481' }))).toEqual({ ref: 'r-1', periods: [] });
    expect(await answerOf('dgsn', aSubject({ cnie: 'AB123481' }))).toEqual(asked);
  });

  test('every row has its own two digits, and a single digit is no row', () => {
    expect(new Set(magicTable.map(({ digits }) => digits)).size).toBe(magicTable.length);
    expect(findMagic('A9')).toBeUndefined();
    expect(findMagic(undefined)).toBeUndefined();
  });
});

describe('the interface manual is kept', () => {
  test('a wrong agreement key is turned away', async () => {
    expect((await ask('cnss', at('cnss'), [aSubject()], { key: 'guessed' })).status).toBe(401);
  });

  test('a repeated envelope gets the same bytes and counts once', async () => {
    const envelope = randomUUID();
    const [asked, askedAgain] = [countAt('cnops', 'subjects_asked'), countAt('cnops', 'subjects_asked_again')];
    const subjects = [aSubject({ ref: 'once', cnie: 'AB123483' }), aSubject({ ref: 'twice' })];
    const first = await ask('cnops', at('cnops'), subjects, { envelope });
    const second = await ask('cnops', at('cnops'), subjects, { envelope });
    expect(await second.text()).toBe(await first.text());
    expect(countAt('cnops', 'subjects_asked')).toBe(asked + 2);
    expect(countAt('cnops', 'repeated_envelopes')).toBe(1);
    expect(countAt('cnops', 'subjects_asked_again')).toBe(askedAgain);
  });

  test('the same subject in another envelope is seen to be asked again', async () => {
    const subject = aSubject({ ref: 'asked-again', birth_date: '1951-01-01' });
    const before = countAt('insurers', 'subjects_asked_again');
    for (let i = 0; i < 3; i++) await ask('insurers', at('insurers'), [subject]);
    expect(countAt('insurers', 'subjects_asked_again')).toBe(before + 1);
  });

  test('an envelope reused for other subjects is refused', async () => {
    const envelope = randomUUID();
    await ask('cnss', at('cnss'), [aSubject()], { envelope });
    expect((await ask('cnss', at('cnss'), [aSubject({ ref: 'other' })], { envelope })).status).toBe(409);
  });

  test.each([
    ['not JSON', '{"envelope":', 400],
    [
      'a sex of no meaning',
      JSON.stringify({ envelope: randomUUID(), sent_at: '2026-03-02T08:00:00Z', subjects: [{ ...aSubject(), sex: 'X' }] }),
      400,
    ],
    ['a body beyond 2 MB', 'x'.repeat(2_100_000), 413],
  ])('%s is refused with its place', async (_, body, status) => {
    const response = await ask('cnss', at('cnss'), [], { body });
    expect(response.status).toBe(status);
    if (body.includes('"X"')) expect(await response.json()).toMatchObject({ place: 'subjects[0].sex' });
  });

  test('an idempotency key that is not the envelope, and 1,001 subjects, are refused', async () => {
    expect((await ask('cnss', at('cnss'), [aSubject()], { idempotencyKey: 'other' })).status).toBe(400);
    const crowd = Array.from({ length: 1001 }, (_, i) => aSubject({ ref: `r-${i}` }));
    expect((await ask('cnss', at('cnss'), crowd)).status).toBe(400);
  });
});
