import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decideLifeEvent, familyOverTime } from '#modules/entitlements';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../testing/families.ts';
import { checkRequests, fileOf, register } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let visitor = 0;
let file = { id: '', number: '', cookie: '' };

beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());
beforeEach(async () => {
  const [id = ''] = await register(served, aFamily('poor'));
  file = await found(id);
});

async function found(id: string) {
  visitor += 1;
  const { number, declaration } = await fileOf(served, id);
  const [year = '', month = '', day = ''] = (declaration.members[0]?.birth_date ?? '').split('-');
  const answer = await post('/fr/follow', { number, 'birth-day': day, 'birth-month': month, 'birth-year': year }, '');
  return { id, number, cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

const get = (path: string, cookie = file.cookie) =>
  served.app.inject({ url: path, remoteAddress: `10.9.0.${visitor}`, headers: { cookie } });
const post = (path: string, fields: Record<string, string>, cookie = file.cookie, headers: Record<string, string> = {}) =>
  served.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: `10.9.0.${visitor}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const page = (rest = '') => `/fr/follow/${file.number}/family${rest}`;

async function eventsOf() {
  const asked = await served.ask(await served.as('salma.anam'), familyOverTime, { application: file.id });
  return expectDone(asked, 'family').family?.events ?? [];
}

const birth = {
  kind: 'birth',
  given: 'Ilyas',
  family: 'Nouveau',
  sex: 'M',
  'on-day': '3',
  'on-month': '11',
  'on-year': '2026',
  proof: '118/2026',
};

test('a family tells a birth from the page of its request, once; it reads where that stands and the reason once it is decided', async () => {
  expect((await get(`/fr/follow/${file.number}`)).body).toContain(page());
  const shown = await get(page());
  expect(shown.headers['cache-control']).toBe('no-store');
  expect((await get(page('?kind=birth'))).body).toContain('name="given"');
  const form = { ...birth, token: newId() };
  for (const sent of [await post(page(), form), await post(page(), form)])
    expect([sent.statusCode, sent.headers.location]).toEqual([303, page('?sent=yes')]);
  const [event] = await eventsOf();
  expect(await eventsOf()).toMatchObject([{ kind: 'birth', reportedBy: 'family', state: 'reported' }]);
  expect((await get(page())).body).toContain('À décider');
  const decision = { event: event?.event ?? '', decision: 'accepted', reason: 'Acte vu' } as const;
  await served.do(await served.as('salma.anam'), decideLifeEvent, decision);
  const after = (await get(page())).body;
  expect(after).toContain('Acte vu');
  expect(after).toContain('Nouveau');
});

test('what is missing is told in words, what was typed comes back, and nothing is reported', async () => {
  const wrong = await post(page(), { ...birth, given: '', proof: '', 'on-year': '2999', token: newId() });
  expect(wrong.statusCode).toBe(422);
  for (const words of ['value="Nouveau"', 'id="on-day"', 'given-error', 'proof-error']) expect(wrong.body).toContain(words);
  const nobody = await post(page(), { ...birth, kind: 'death', token: newId() });
  expect(nobody.body).toContain('person-error');
  const stranger = await post(page(), { ...birth, kind: 'death', person: newId(), token: newId() });
  expect(stranger.statusCode).toBe(422);
  expect(await eventsOf()).toEqual([]);
});

test('what cannot be is told beside the field that says it: a child of forty years, the head as its own spouse', async () => {
  const old = await post(page(), { ...birth, 'on-year': '1986', token: newId() });
  expect(old.statusCode).toBe(422);
  expect(old.body).toContain('Un enfant est de la famille');
  expect(old.body).toContain('id="on-error"');
  const { declaration } = await fileOf(served, file.id);
  const spouse = { kind: 'marriage', 'born-day': '2', 'born-month': '4', 'born-year': '1985' };
  const own = await post(page(), { ...birth, ...spouse, card: declaration.members[0]?.cnie ?? '', token: newId() });
  expect(own.statusCode).toBe(422);
  expect(own.body).toContain('card-error');
  expect(await eventsOf()).toEqual([]);
});

test('a report that nobody decided yet is taken back', async () => {
  await post(page(), { ...birth, token: newId() });
  const [event] = await eventsOf();
  await post(page('/withdraw'), { event: event?.event ?? '' });
  expect(await eventsOf()).toMatchObject([{ state: 'withdrawn' }]);
});

test('another family, another site and a request that is not registered tell nothing', async () => {
  const own = file;
  const other = await found((await register(served, aFamily('poor')))[0] ?? '');
  file = own;
  expect((await get(page(), other.cookie)).statusCode).not.toBe(303);
  expect((await get(page(), other.cookie)).body).not.toContain('name="kind"');
  await post(page(), { ...birth, token: newId() }, other.cookie);
  await post(page(), { ...birth, token: newId() }, own.cookie, { 'sec-fetch-site': 'cross-site' });
  expect(await eventsOf()).toEqual([]);
  const waiting = await found((await checkRequests(served, aFamily('poor')))[0] ?? '');
  const early = await get(`/fr/follow/${waiting.number}/family`, waiting.cookie);
  expect(early.headers.location).toBe(`/fr/follow/${waiting.number}`);
});
