import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { aListOf, deliverList, listOf, readNow, tellList } from '../../../surfaces/testing/cover-lists.ts';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import type { LineTexts } from '../model/cover-list.ts';
import { coverHistory, coverOfPerson } from '../queries/cover-of-person.ts';
import { recentLists, refusedLines } from '../queries/lists.ts';
import { confirmList } from './confirm-list.ts';
import { endList } from './end-list.ts';
import { receiveList } from './receive-list.ts';
import { setListAside } from './set-list-aside.ts';
import { takeLines } from './take-lines.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const ownHand = systemActor('test');
const insured = (place: number, more: LineTexts = {}): LineTexts => ({
  member: `M${place}`,
  card: `AB${1_000 + place}`,
  held_as: 'insured',
  from: '2020-01-01',
  ...more,
});
const people = (count: number) => Array.from({ length: count }, (_, place) => insured(place + 1));

let bodies = 0;
/** A body that has told nothing yet. */
const aBody = () => {
  bodies += 1;
  return { organism: `body-${bodies}`, scheme: 'art114' as const };
};

async function coversOn(card: string, on: string, asKnownOn?: string) {
  const input = { who: { card }, on, ...(asKnownOn === undefined ? {} : { asKnownOn }) };
  return expectDone(await house.ask(ownHand, coverOfPerson, input), 'cover-of-person').covers;
}

test('a list says who is covered; the next ends whom it leaves out, from its day on; and what was answered before is answered again', async () => {
  const body = aBody();
  const first = await tellList(house, people(40), { ...body, stands_on: '2026-10-01' });
  expect(first).toMatchObject({ state: 'applied', accepted: 40, refused: 0, standing: 0, ending: 0, written: 40 });
  const second = await tellList(house, people(39), { ...body, stands_on: '2026-11-01' });
  expect(second).toMatchObject({ state: 'applied', standing: 40, ending: 1, superseded: 1, written: 2 });
  expect(await coversOn('AB1040', '2026-10-31')).toMatchObject([{ ...body, heldAs: 'insured', to: '2026-10-31' }]);
  expect(await coversOn('AB1040', '2026-11-01')).toEqual([]);
  expect(await coversOn('AB1040', '2026-11-01', first.knownAt ?? '')).toMatchObject([{ to: null, list: first.id }]);
  const { covers } = expectDone(await house.ask(ownHand, coverHistory, { who: { card: 'AB1040' } }), 'history');
  expect(covers.map((cover) => [cover.to, cover.knownUntil === null])).toEqual([
    ['2026-10-31', true],
    [null, false],
  ]);
});

test('the same list twice, and the same people under another reference, change nothing', async () => {
  const body = { ...aBody(), stands_on: '2026-10-01' };
  const text = aListOf(people(5), body);
  const one = await deliverList(house, text, 'insurers');
  const two = await deliverList(house, text, 'insurers');
  expect(two).toEqual({ ...one, known: true });
  await readNow(house, 'list' in one ? one.list : '');
  expect(await tellList(house, people(5), { ...body, stands_on: '2026-11-01' })).toMatchObject({ superseded: 0, written: 0 });
});

test.each(['csv', 'xml', 'ndjson'] as const)(
  'of a list as %s each bad line is refused alone, with its place and rule, and nobody ends by it',
  async (format) => {
    const body = { ...aBody(), format };
    await tellList(house, people(8), { ...body, stands_on: '2026-10-01' });
    const lines = [
      ...people(8).map((line, place) => (place === 2 ? { ...line, from: '2020-02-30' } : line)),
      insured(9, { card: 'not a card' }),
      insured(10, { to: '2019-01-01' }),
      insured(11, { held_as: 'guest' }),
      insured(1, { from: '2025-01-01' }),
    ];
    const list = await tellList(house, lines, { ...body, stands_on: '2026-11-01' });
    expect(list).toMatchObject({ state: 'applied', accepted: 7, refused: 5, ending: 0 });
    const { lines: refused } = expectDone(await house.ask(ownHand, refusedLines, { list: list.id }), 'refused-lines');
    expect(refused.map(({ ordinal, member, place, rule }) => [ordinal, member, place, rule])).toEqual([
      [3, 'M3', 'from', 'from-wrong'],
      [9, 'M9', 'card', 'card-format'],
      [10, 'M10', 'to', 'ends-before-it-begins'],
      [11, 'M11', 'held_as', 'held-as-unknown'],
      [12, 'M1', 'from', 'overlaps-another-line'],
    ]);
    expect((await coversOn('AB1003', '2026-11-15')).filter((cover) => cover.organism === body.organism)).toHaveLength(1);
  },
);

test('of two lines of one member that overlap the one that runs is kept, in whatever order they stand', async () => {
  const running = { from: '2025-02-01', to: '2026-12-15' };
  const twice = [insured(1, running), insured(1, { from: '2024-01-01', to: '2025-02-01' }), insured(1, { from: '2026-12-01' })];
  for (const lines of [twice, twice.toReversed()]) {
    const body = aBody();
    const list = await tellList(house, lines, { ...body, stands_on: '2026-11-01' });
    expect(list).toMatchObject({ state: 'applied', accepted: 1, refused: 2 });
    const own = (await coversOn('AB1001', '2026-11-15')).filter((cover) => cover.organism === body.organism);
    expect(own).toMatchObject([{ from: '2025-02-01' }]);
  }
});

test('a reading that was cut goes on at the first line that is not stored, and each line counts once', async () => {
  const body = aBody();
  const received = await deliverList(house, aListOf(people(9), { ...body, stands_on: '2026-10-01' }), 'insurers');
  const list = 'list' in received ? received.list : '';
  const covers = people(4).map((line, place) => ({
    ordinal: place + 1,
    line: place + 9,
    member: line.member ?? '',
    card: line.card ?? null,
    birthDate: null,
    heldAs: 'insured' as const,
    from: '2020-01-01',
    to: 'infinity',
  }));
  expectDone(await house.do(ownHand, takeLines, { list, first: 1, next: 5, covers, refused: [] }), 'take-lines');
  await readNow(house, list);
  await readNow(house, list);
  expect(await listOf(house, list)).toMatchObject({ state: 'applied', accepted: 9, written: 9 });
});

test('a list cut on its way changes nothing and says where it broke', async () => {
  const body = aBody();
  await tellList(house, people(5), { ...body, stands_on: '2026-10-01' });
  const list = await tellList(house, people(3), { ...body, stands_on: '2026-11-01', count: 5 });
  expect(list).toMatchObject({ state: 'unreadable', fault: { rule: 'count-differs', place: '5/3' }, written: null });
});

test('a full list that would end too many covers waits for a person, who applies it or sets it aside', async () => {
  const body = aBody();
  await tellList(house, people(20), { ...body, stands_on: '2026-09-01' });
  const cut = await tellList(house, people(10), { ...body, stands_on: '2026-10-01' });
  expect(cut).toMatchObject({ state: 'held', heldFor: 'ends-too-many', standing: 20, ending: 10 });
  const { lists } = expectDone(await house.ask(ownHand, recentLists, { state: 'held' }), 'recent-lists');
  expect(lists.map((list) => list.id)).toContain(cut.id);
  const officer = await house.as('salma.anam');
  const aside = { by: officer, input: { list: cut.id, reason: 'cut on its way' }, otherInput: { list: cut.id, reason: 'other' } };
  await expectRefused(house, setListAside, { by: await house.as('karim.exchange'), input: aside.input, as: 'not-allowed' });
  await expectProperDeed(house, setListAside, aside);
  await expectRefused(house, setListAside, { by: officer, input: aside.input, as: 'list-not-held' });
  const nowhere = { list: newId(), reason: 'no such list' };
  await expectRefused(house, setListAside, { by: officer, input: nowhere, as: 'list-unknown' });
  await expectRefused(house, confirmList, { by: officer, input: nowhere, as: 'list-unknown' });
  expect(await listOf(house, cut.id)).toMatchObject({ state: 'set_aside' });
  const whole = await tellList(house, people(10), { ...body, stands_on: '2026-10-02' });
  const confirmed = { list: whole.id, reason: 'the body left the scheme' };
  await expectRefused(house, confirmList, { by: await house.as('karim.exchange'), input: confirmed, as: 'not-allowed' });
  const { output } = await expectProperDeed(house, confirmList, {
    by: officer,
    input: confirmed,
    otherInput: { ...confirmed, reason: 'other' },
  });
  expect(output).toEqual({ superseded: 10, written: 20 });
  await expectRefused(house, confirmList, { by: officer, input: confirmed, as: 'list-not-held' });
});

test('the lists that came are read a page at a time, the newest first, with the share from which one is held', async () => {
  const reader = await house.as('karim.exchange');
  type Before = { receivedAt: string; list: string };
  const ask = async (limit: number, before?: Before) =>
    expectDone(await house.ask(reader, recentLists, { limit, before }), 'recent-lists');
  const whole = await ask(200);
  const first = await ask(2);
  expect(first).toMatchObject({ more: true, largestShareEnded: 0.05 });
  const { receivedAt = '', id: list = '' } = first.lists.at(-1) ?? {};
  const next = await ask(2, { receivedAt, list });
  expect([...first.lists, ...next.lists].map(({ id }) => id)).toEqual(whole.lists.slice(0, 4).map(({ id }) => id));
  expect(await house.ask(await house.as('hanane.azilal'), recentLists, {})).toMatchObject({
    refusal: { refused: 'not-allowed' },
  });
});

test('a list that its body corrected on the day itself is not applied after its correction, held or still being read', async () => {
  const body = { ...aBody(), stands_on: '2026-11-01' };
  await tellList(house, people(20), { ...body, stands_on: '2026-10-01' });
  const cut = await tellList(house, people(10), body);
  expect(cut).toMatchObject({ state: 'held' });
  const slow = await deliverList(house, aListOf(people(19), body), 'insurers');
  expect(await tellList(house, people(21), body)).toMatchObject({ state: 'applied' });
  const input = { list: cut.id, reason: 'the insurer says that it is whole' };
  await expectRefused(house, confirmList, { by: await house.as('salma.anam'), input, as: 'older-than-the-last' });
  if (!('list' in slow)) throw new Error(slow.refused);
  await readNow(house, slow.list);
  const corrected = expect.any(String);
  expect(await listOf(house, slow.list)).toMatchObject({ state: 'refused', fault: { rule: 'overtaken', place: corrected } });
  for (const card of ['AB1015', 'AB1020', 'AB1021'])
    expect((await coversOn(card, '2026-11-15')).filter(({ organism }) => organism === body.organism)).toHaveLength(1);
});

test('a list of which no line holds changes nothing, and overtakes no other', async () => {
  const body = { ...aBody(), stands_on: '2026-11-01' };
  const whole = await deliverList(house, aListOf(people(20), body), 'insurers');
  const broken = await tellList(house, [insured(1, { card: '?' }), insured(2, { from: 'never' })], body);
  expect(broken).toMatchObject({ state: 'unreadable', accepted: 0, refused: 2, fault: { rule: 'no-line-kept', place: '2' } });
  if (!('list' in whole)) throw new Error(whole.refused);
  await readNow(house, whole.list);
  expect(await listOf(house, whole.list)).toMatchObject({ state: 'applied', accepted: 20 });
});

test('a held list that a later one overtook can no longer be applied', async () => {
  const body = aBody();
  await tellList(house, people(20), { ...body, stands_on: '2026-09-01' });
  const held = await tellList(house, people(10), { ...body, stands_on: '2026-10-01' });
  await tellList(house, people(20), { ...body, stands_on: '2026-11-01' });
  const by = await house.as('salma.anam');
  await expectRefused(house, confirmList, { by, input: { list: held.id, reason: 'too late' }, as: 'older-than-the-last' });
});

test('a list is refused at the door: another body’s, of a day to come, under a used reference, or older than the last full one', async () => {
  const body = aBody();
  const told = await tellList(house, people(2), { ...body, stands_on: '2026-10-01' });
  const refusedAs = async (meta: Parameters<typeof aListOf>[1], partner: 'cnss' | 'insurers' = 'insurers') =>
    expect(await deliverList(house, aListOf(people(3), { ...body, ...meta }), partner));
  (await refusedAs({}, 'cnss')).toMatchObject({ refused: 'not-your-scheme' });
  (await refusedAs({ organism: 'cnss' })).toMatchObject({ refused: 'not-your-scheme' });
  (await refusedAs({ stands_on: '2999-01-01' })).toMatchObject({ refused: 'stands-in-the-future' });
  (await refusedAs({ reference: told.reference, stands_on: '2026-10-02' })).toMatchObject({ refused: 'reference-reused' });
  (await refusedAs({ stands_on: '2026-09-30' })).toMatchObject({ refused: 'older-than-the-last', facts: { last: '2026-10-01' } });
  expect(receiveList.refusals).toEqual(['not-your-scheme', 'stands-in-the-future', 'reference-reused', 'older-than-the-last']);
});

const headerOf = (body: ReturnType<typeof aBody>) =>
  ({ schema: 'ramed.cover-list/1', ...body, kind: 'full', reference: 'BY-HAND', stands_on: '2026-10-01', count: 1 }) as const;

test('receiving, taking lines and ending are journaled, done once, and by nobody else’s hand', async () => {
  const body = aBody();
  const input = {
    partner: 'insurers' as const,
    header: headerOf(body),
    fileDigest: 'e'.repeat(64),
    filePath: '/nowhere',
    format: 'csv' as const,
  };
  const by = { id: 'partner:insurers', permissions: new Set(['coverage:send-lists'] as const), scopes: ['*'] };
  const { output } = await expectProperDeed(house, receiveList, {
    by,
    input,
    otherInput: { ...input, fileDigest: 'f'.repeat(64) },
  });
  const officer = await house.as('salma.anam');
  await expectRefused(house, receiveList, { by: officer, input, as: 'not-allowed' });
  const cover = {
    ordinal: 1,
    line: 9,
    member: 'NULL',
    card: null,
    birthDate: null,
    heldAs: 'insured',
    from: '2020-01-01',
    to: 'infinity',
  } as const;
  const taken = { list: output.list, first: 1, next: 2, covers: [cover], refused: [] };
  await expectProperDeed(house, takeLines, { by: ownHand, input: taken, otherInput: { ...taken, next: 3 } });
  await expectRefused(house, takeLines, { by: ownHand, input: taken, as: 'lines-out-of-order' });
  await expectRefused(house, takeLines, { by: officer, input: taken, as: 'not-allowed' });
  const end = {
    by: ownHand,
    input: { list: output.list },
    otherInput: { list: output.list, fault: { rule: 'doctype', place: '', line: 1 } as const },
  };
  expect((await expectProperDeed(house, endList, end)).output).toEqual({ state: 'applied' });
  await expectRefused(house, endList, { by: ownHand, input: end.input, as: 'list-ended-already' });
  await expectRefused(house, endList, { by: officer, input: end.input, as: 'not-allowed' });
});

test('what comes late speaks of the days before the last full list, and not where newer knowledge stands', async () => {
  const body = aBody();
  const change = (line: LineTexts, stands_on: string) => tellList(house, [line], { ...body, kind: 'changes', stands_on });
  await tellList(house, people(30), { ...body, stands_on: '2026-06-01' });
  await change({ member: 'M1', change: 'not_covered', from: '2026-06-10', to: '2026-06-19' }, '2026-06-25');
  const broken = [insured(1, { to: '2026-06-09' }), insured(1, { from: '2026-06-20' })];
  await tellList(house, [...broken, ...people(30).slice(1)], { ...body, stands_on: '2026-08-01' });
  const late = await change(
    insured(1, { from: '2026-06-15', to: '2026-09-30', held_as: 'dependant', change: 'covered' }),
    '2026-06-20',
  );
  expect(late).toMatchObject({ state: 'applied' });
  const heldAs = async (on: string) =>
    (await coversOn('AB1001', on)).filter((cover) => cover.organism === body.organism).map((cover) => cover.heldAs);
  expect(await heldAs('2026-06-15')).toEqual([]);
  expect(await heldAs('2026-06-20')).toEqual(['dependant']);
  expect(await heldAs('2026-07-31')).toEqual(['dependant']);
  expect(await heldAs('2026-08-01')).toEqual(['insured']);
});
