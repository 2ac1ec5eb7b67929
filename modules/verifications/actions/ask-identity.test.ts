import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { digestOf } from '#platform/canonical-json';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, linesOf } from '../../../surfaces/testing/deeds.ts';
import { deedNamed, ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { sourcesStanding } from '../queries/sources.ts';

let house: TestHouse;
beforeAll(async () => {
  process.env.RAMED_PARTNER_DGSN_TIMEOUT_MS = '400';
  house = await openTestHouse();
});
beforeEach(() => house.partners.dgsn?.control.switch({ mode: 'up' }));
afterAll(() => house.close());

const counter = () => aPost('counter-agent', '05.081.01.01');
const typed = (cnie: string, over = {}) => ({
  cnie,
  birth_date: '1984-03-12',
  sex: 'F',
  names: { fr: { family: 'Amrani', given: 'Itto' }, ar: { family: 'عمراني', given: 'إيطو' } },
  ...over,
});
const askIdentity = () => deedNamed(house, 'verifications.ask-identity');

test.each([
  ['IC100010', 'match', 'Amrani'],
  ['IC100090', 'other-spelling', 'Amranyi'],
  ['IC100091', 'other-name', 'ZERWALI'],
  ['IC100092', 'unknown', undefined],
  ['IC100093', 'other-birth-date', undefined],
  ['IC100094', 'deceased', 'Amrani'],
])('of card %s an agent is told: %s', async (cnie, standing, family) => {
  const told = expectDone(await house.do(counter(), askIdentity(), typed(cnie)), 'ask') as Told;
  expect(told.standing).toBe(standing);
  if (standing === 'other-spelling') expect(told.names?.fr?.family).not.toBe('Amrani');
  else expect(told.names?.fr?.family).toBe(family);
});
type Told = { standing: string; silentSince?: string; names?: { fr?: { family: string } } };

test('what was told is in the journal, with the card under its digest, and in the log of envelopes', async () => {
  const by = counter();
  const input = typed('IC100110');
  const { lines } = await expectProperDeed(house, askIdentity(), { by, input, otherInput: typed('IC100111') });
  const subject = `card:${digestOf(input.cnie)}`;
  expect(lines).toMatchObject([{ subject, territory: '05.081.01.01', reason: 'dgsn match', actor: by.id }]);
  const { rows } = await sql`select state, items from exchange.envelope where subject = 'identity-while-typing' limit 1`.execute(
    house.owner.kysely,
  );
  expect(rows).toEqual([{ state: 'acknowledged', items: 1 }]);
});

test('a silent register is an answer, with since when; it stands in nobody’s way, and the desk sees it', async () => {
  house.partners.dgsn?.control.switch({ mode: 'down' });
  const key = newId();
  const by = counter();
  const first = expectDone(await house.do(by, askIdentity(), typed('IC100210'), key), 'ask') as Told;
  const second = expectDone(await house.do(by, askIdentity(), typed('IC100310')), 'ask') as Told;
  expect(first.standing).toBe('silent');
  expect(second).toEqual(first);
  expect((await linesOf(house, key))[0]?.reason).toBe('dgsn silent');
});

test('who asks too fast is refused, and the others are not', async () => {
  const by = counter();
  const asked = await Promise.all(Array.from({ length: 31 }, () => house.do(by, askIdentity(), typed('IC100410'))));
  const refused = asked.filter((outcome) => !outcome.ok);
  expect(refused).toEqual([{ ok: false, refusal: { refused: 'asked-too-often' } }]);
  expect(askIdentity().refusals).toContain('asked-too-often');
  expect((await house.do(counter(), askIdentity(), typed('IC100410'))).ok).toBe(true);
});

test('only posts that see requests ask, and nothing is asked of the register for the others', async () => {
  const asked = () => (house.partners.dgsn?.control.read().counters as unknown as { requests: number } | undefined)?.requests;
  const before = asked();
  const outcome = await house.do(aPost('card-officer', '05.081'), askIdentity(), typed('IC100510'));
  expect(outcome).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } });
  expect(asked()).toBe(before);
});

test('the desk sees how fresh each register is, and since when one leaves questions without an answer', async () => {
  await house.do(counter(), askIdentity(), typed('IC100610'));
  const officer = aPost('verification-officer', '05.081');
  const read = async () => expectDone(await house.ask(officer, sourcesStanding, {}), 'sources').sources;
  const [dgsn, cnss] = await read();
  expect(dgsn).toMatchObject({ partner: 'dgsn', silentSince: null });
  expect(Date.parse(dgsn?.lastAnswerAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  expect(cnss).toEqual({ partner: 'cnss', lastAnswerAt: null, sourceDate: null, silentSince: null });
  const noteSilence = deedNamed(house, 'verifications.note-silence');
  const envelope = { id: newId(), items: 1, failure: 'timed-out' };
  expectDone(await house.do(ownHand, noteSilence, { partner: 'cnss', envelope, requests: [] }), 'note-silence');
  expect(Date.parse((await read())[1]?.silentSince ?? '')).toBeGreaterThan(Date.now() - 60_000);
});
