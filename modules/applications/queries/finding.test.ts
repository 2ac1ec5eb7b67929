import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { stoppedClock } from '#platform/clock';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { askForPapers } from '../actions/ask-for-papers.ts';
import { complete } from '../actions/complete.ts';
import { fileAtCounter } from '../actions/file-at-counter.ts';
import { noteNotTheSame } from '../actions/note-not-the-same.ts';
import { openChecking } from '../actions/open-checking.ts';
import { answersOf } from '../model/form/index.ts';
import { findFiles } from './find-files.ts';
import { likelyTheSame } from './likely-the-same.ts';
import { myWork } from './my-work.ts';

const clock = stoppedClock('2026-11-22T10:42:00Z');
const azilal = aPost('counter-agent', '05.081');
const commune = aPost('counter-agent', '05.081.03.07');
const beniMellal = aPost('counter-agent', '05.091');
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ clock });
});
afterAll(() => house.close());

type Named = { readonly given: string; readonly family: string; readonly born?: string };

/** A rural family of Azilal whose head has this name. */
function aHead({ given, family, born = '1975-03-04' }: Named): Declaration {
  const whole = aFamily('poor');
  const [head, ...others] = whole.members;
  if (!head) throw new Error('a family has a head');
  return { ...whole, members: [{ ...head, names: { fr: { given, family } }, birth_date: born }, ...others] } as Declaration;
}

async function typed(family: Declaration, contact: { phone?: string; address?: string } = {}) {
  const { members, ...household } = answersOf(family);
  const input = {
    application: newId() as string,
    answers: { ...household, members: [...members] },
    contact: { language: 'fr' as const, ...contact },
    declaredOnHonour: true as const,
  };
  return expectDone(await house.do(azilal, fileAtCounter, input), 'file-at-counter');
}

async function found(text: string, by = azilal) {
  return expectDone(await house.ask(by, findFiles, { text }), 'find-files');
}

async function work(input: Parameters<typeof house.ask<typeof myWork.input, typeof myWork.output>>[2], by = azilal) {
  return expectDone(await house.ask(by, myWork, input), 'my-work');
}

describe('a file is found', () => {
  test('by its number in any spacing, by a card, by a telephone', async () => {
    const family = aFamily();
    const { application, number } = await typed(family, { phone: '0666 00 11 22' });
    const spaced = `${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)}`;
    for (const [text, by] of [
      [spaced, 'number'],
      [family.members[0]?.cnie?.toLowerCase() ?? '', 'card'],
      ['+212 666 001122', 'phone'],
    ] as const) {
      expect((await found(text)).files).toMatchObject([{ id: application, number, matched: { by } }]);
    }
  });

  test('by a name in another spelling, in the other script, with a year; the words that were understood are told', async () => {
    const { application } = await typed(aHead({ given: 'Fatima Zahra', family: 'Ben Haddou', born: '1984-05-02' }));
    for (const text of ['benhadou fatima', 'فاطمة بن حدو', 'Fatima Benhaddou 1984']) {
      const { files } = await found(text);
      expect(files.map(({ id }) => id)).toContain(application);
    }
    expect(await found('Fatima Benhaddou 1984')).toMatchObject({
      understood: [{ kind: 'name', value: 'Fatima Benhaddou', bornFrom: '1984-01-01', bornTo: '1984-12-31' }],
      files: [{ id: application, matched: { by: 'name', person: { birthDate: '1984-05-02' } } }],
    });
    expect((await found('Fatima Benhaddou 1985')).files).toEqual([]);
  });

  test('by the card of a child of the family', async () => {
    const family = aFamily();
    const members = family.members.map((member, index) => (index === 2 ? { ...member, cnie: 'IC777001' } : member));
    const { application } = await typed({ ...family, members } as Declaration);
    expect((await found('IC777001')).files.map(({ id }) => id)).toEqual([application]);
  });

  test('never outside the jurisdiction, nor by name by who may not look for names', async () => {
    const family = aHead({ given: 'Yamna', family: 'Oukerroum' });
    const { number } = await typed(family);
    for (const text of [number, family.members[0]?.cnie ?? '', 'Yamna Oukerroum']) {
      expect((await found(text, beniMellal)).files).toEqual([]);
    }
    const secretary = aPost('commission-secretary', '05.081');
    expect((await found(number, secretary)).files).toHaveLength(1);
    expect(await found('Yamna Oukerroum', secretary)).toEqual({
      understood: [{ kind: 'name-not-allowed', value: 'Yamna Oukerroum' }],
      files: [],
      more: false,
    });
  });

  test('not by a number with a slip, which is told apart from one that is not there', async () => {
    const slipped = '202600000011';
    expect(await found(slipped)).toEqual({ understood: [{ kind: 'slipped', value: slipped }], files: [], more: false });
  });
});

describe('while a family is typed', () => {
  async function likely(
    input: Parameters<typeof house.ask<typeof likelyTheSame.input, typeof likelyTheSame.output>>[2],
    by = azilal,
  ) {
    return expectDone(await house.ask(by, likelyTheSame, input), 'likely-the-same').candidates;
  }

  test('others with the same card, telephone, address, or a name that sounds alike and the birth date are told, with why', async () => {
    const family = aHead({ given: 'Mohamed', family: 'Aït Ouaziz', born: '1970-06-07' });
    const { application } = await typed(family, { phone: '0677000001', address: 'Douar Tizi n° 12' });
    const card = family.members[0]?.cnie ?? '';
    const ask = async (input: Parameters<typeof likely>[0]) =>
      (await likely(input)).filter(({ id }) => id === application).map(({ reasons }) => reasons);
    expect(await ask({ cards: [card] })).toEqual([[{ why: 'card', ref: 1 }]]);
    expect(await ask({ phone: '06 77 00 00 01' })).toEqual([[{ why: 'phone' }]]);
    expect(await ask({ address: 'DOUAR TIZI, N°12', commune: family.commune })).toEqual([[{ why: 'address' }]]);
    const sought = { names: { fr: { given: 'Mohammed', family: 'Ait Wazziz' } }, birthDate: '1970-06-07' };
    expect(await ask({ people: [sought] })).toEqual([[{ why: 'name-and-birth-date', ref: 1 }]]);
    expect(await ask({ people: [{ ...sought, birthDate: '1970-01-01' }] })).toEqual([[{ why: 'name-and-birth-year', ref: 1 }]]);
    expect(await ask({ people: [{ ...sought, birthDate: '1971-06-07' }] })).toEqual([]);
  });

  test('the likeliest comes first, with what to compare; nobody of another jurisdiction is told', async () => {
    const family = aFamily();
    const twin = await typed(family, { phone: '0677000002' });
    await typed(aFamily(), { phone: '0677000002' });
    const input = { cards: [family.members[0]?.cnie ?? ''], phone: '0677000002' };
    const candidates = await likely(input);
    expect(candidates.map(({ id }) => id)[0]).toBe(twin.application);
    expect(candidates).toHaveLength(2);
    expect(candidates[0]).toMatchObject({ declaration: { commune: family.commune }, contact: { phone: '+212677000002' } });
    expect(await likely(input, beniMellal)).toEqual([]);
    expect(await house.ask(aPost('auditor', ''), likelyTheSame, input)).toMatchObject({ refusal: { refused: 'not-allowed' } });
  });

  test('an address that a whole hamlet shares says nothing by itself', async () => {
    const address = 'Douar Aït Hakim';
    for (let home = 0; home < 6; home += 1) await typed(aFamily(), { address });
    expect(await likely({ address, commune: aFamily().commune })).toEqual([]);
  });

  test('a file that was found not to be the same is not told again', async () => {
    const sister = (given: string, born: string) => typed(aHead({ given, family: 'Tazghart', born }), { phone: '0677000003' });
    const one = await sister('Zahra', '1951-01-02');
    const other = await sister('Mbarka', '1953-03-04');
    const third = await sister('Aïcha', '1957-05-06');
    const input = { application: one.application, other: other.application, reason: 'Two sisters with one telephone' };
    const { lines } = await expectProperDeed(house, noteNotTheSame, {
      by: azilal,
      input,
      otherInput: { ...input, other: third.application },
    });
    expect(lines.map(({ subject }) => subject).sort()).toEqual(
      [one, other].map(({ application }) => `application:${application}`).sort(),
    );
    const told = async (application: string) => (await likely({ application, phone: '0677000003' })).map(({ id }) => id);
    expect(await told(one.application)).toEqual([third.application]);
    expect(await told(other.application)).toEqual([third.application]);
    expect((await told(third.application)).length).toBe(2);
    const stored = expectDone(await house.ask(azilal, likelyTheSame, { application: third.application }), 'likely-the-same');
    expect(stored.file).toMatchObject({ id: third.application, contact: { phone: '+212677000003' } });
    expect(stored.candidates.map(({ id }) => id).sort()).toEqual([one.application, other.application].sort());
    await expectRefused(house, noteNotTheSame, { by: azilal, input: { ...input, other: newId() }, as: 'file-not-found' });
    await expectRefused(house, noteNotTheSame, { by: azilal, input: { ...input, other: one.application }, as: 'file-not-found' });
    await expectRefused(house, noteNotTheSame, { by: beniMellal, input, as: 'file-not-found' });
    await expectRefused(house, noteNotTheSame, { by: aPost('auditor', ''), input, as: 'not-allowed' });
  });
});

describe('my work', () => {
  test('is what waits for the post and what it follows, the longest waiting first, with why, since when and whether too long', async () => {
    await sql`update applications.application set state = 'closed'`.execute(house.owner.kysely);
    clock.moveTo('2026-10-30T09:00:00Z');
    const asked = await typed(aFamily());
    clock.moveTo('2026-11-01T09:00:00Z');
    const old = await typed(aFamily());
    clock.moveTo('2026-11-22T09:00:00Z');
    const young = await typed(aFamily());
    const papers = { application: asked.application, papers: ['applicant-photos' as const] };
    expectDone(await house.do(azilal, askForPapers, papers), 'ask-for-papers');
    const { queues, queue, files } = await work({});
    expect(queue).toBe('filed');
    expect(files).toMatchObject([
      { id: old.application, number: old.number, why: 'filed-by-counter', days: 21, standing: 'late' },
      { id: young.application, standing: 'on-time', days: 0 },
    ]);
    expect(queues.slice(0, 2)).toMatchObject([
      { state: 'filed', whose: 'mine', files: 2, late: 1, oldest: '2026-11-01T09:00:00.000Z' },
      { state: 'incomplete', whose: 'others', files: 1, late: 0 },
    ]);
    expect((await work({ queue: 'incomplete' })).files).toMatchObject([{ why: 'ask-for-papers', papers: ['applicant-photos'] }]);
    clock.moveTo('2026-11-22T08:00:00Z');
    expectDone(await house.do(azilal, complete, { application: asked.application }), 'complete');
    expect((await work({})).files.map(({ why }) => why)).toEqual(['filed-by-counter', 'complete', 'filed-by-counter']);
  });

  test('names the partner that is silent, and since when, and the one that answers otherwise', async () => {
    const [waiting, differing] = [await typed(aFamily()), await typed(aFamily())];
    const both = [waiting.application, differing.application];
    expectDone(await house.do(azilal, openChecking, { applications: both }), 'open-checking');
    const difference = JSON.stringify([{ ref: 1, field: 'names', weight: 'to-settle', declared: 'A', answered: 'B' }]);
    await sql`
      insert into verifications.check (request_id, partner, territory, state, asked_at, differences)
      values (${waiting.application}, 'cnops', '05.081.03.07', 'silent', '2026-11-20T08:00:00Z', '[]'),
        (${differing.application}, 'dgsn', '05.081.03.07', 'answered', '2026-11-20T08:00:00Z', ${difference}::jsonb)`.execute(
      house.owner.kysely,
    );
    await sql`update applications.application set state = 'discordant' where id = ${differing.application}`.execute(
      house.owner.kysely,
    );
    const partnersOf = async (queue: 'checking' | 'discordant', id: string) =>
      (await work({ queue })).files.find((file) => file.id === id)?.partners;
    expect(await partnersOf('checking', waiting.application)).toEqual([
      { partner: 'cnops', silentSince: '2026-11-20T08:00:00.000Z' },
    ]);
    expect(await partnersOf('discordant', differing.application)).toEqual([{ partner: 'dgsn' }]);
  });

  test('counts right beyond any page, and is read on page by page without losing or repeating a file', async () => {
    const many = 230;
    await sql`
      insert into applications.application (id, number, kind, state, since, territory, sender, reference, filed_on, head_cnie, adult_cards,
        head_birth_date, head_names, declaration, declaration_digest)
      select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'N' || n, kind, 'filed', '2026-11-02T09:00:00Z', '05.081.03.07', 'MANY', n::text,
        filed_on, null, '{}', head_birth_date, head_names, declaration, declaration_digest
      from (select * from applications.application limit 1) one, generate_series(1, ${many}::int) n`.execute(house.owner.kysely);
    await sql`
      insert into applications.passage (application_id, territory, from_state, to_state, deed_name, at, actor)
      select id, territory, null, 'filed', 'submit', since, 'system:applications' from applications.application where sender = 'MANY'`.execute(
      house.owner.kysely,
    );
    const first = await work({ limit: 100 }, commune);
    const total = first.queues[0]?.files ?? 0;
    expect(total).toBeGreaterThanOrEqual(many);
    const seen = first.files.map(({ id }) => id);
    for (let { next } = first; next; ) {
      const page = await work({ limit: 100, after: next, counted: false }, commune);
      expect(page.queues).toEqual([]);
      seen.push(...page.files.map(({ id }) => id));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(total);
  });

  test('is looked through by number, card and name', async () => {
    const family = aHead({ given: 'Rkia', family: 'Amhaouch', born: '1961-02-03' });
    const { application, number } = await typed(family);
    for (const search of [number, family.members[0]?.cnie ?? '', 'Rqia Amhawch']) {
      expect((await work({ search })).files.map(({ id }) => id)).toContain(application);
    }
    expect((await work({ search: number })).files).toHaveLength(1);
    expect((await work({ search: number, queue: 'incomplete' })).files).toEqual([]);
    expect((await work({ search: '–' })).files).toEqual([]);
  });

  test('is nothing for a post that acts on no file, and never another jurisdiction’s', async () => {
    expect(await work({}, aPost('auditor', ''))).toEqual({ queues: [], files: [] });
    const { queues, files } = await work({}, beniMellal);
    expect([files, queues.every((queue) => queue.files === 0)]).toEqual([[], true]);
    expect((await work({}, aPost('counter-agent', ''))).files.length).toBeGreaterThan(0);
  });
});
