import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { casesOfRequests } from '#modules/coverage';
import { papersOnFile } from '#modules/documents';
import { decideLifeEvent, familyOverTime } from '#modules/entitlements';
import { CAST_PASSWORD } from '#modules/staff';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPhoto } from '../../modules/documents/testing/samples.ts';
import { tellList } from '../testing/cover-lists.ts';
import { aFamily } from '../testing/families.ts';
import { deedNamed, fileOf, ownHand, register } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';
import { openTestBrowser, type TestBrowser } from '../testing/test-browser.ts';

let served: ServedHouse;
let visitor = 0;
let officer: Awaited<ReturnType<ServedHouse['as']>>;

beforeAll(async () => {
  served = await openServedHouse();
  officer = await served.as('salma.anam');
});
afterAll(() => served?.close());
beforeEach(() => {
  visitor += 10;
});

type Home = { readonly id: string; readonly number: string; readonly browser: TestBrowser };

/** A registered family that has shown its right to its request, in a browser of its own. */
async function atHome(family = aFamily('poor')): Promise<Home> {
  const [id = ''] = await register(served, family);
  const { number } = await fileOf(served, id);
  visitor += 1;
  const browser = openTestBrowser(served, { visitor });
  const [year = '', month = '', day = ''] = (family.members[0]?.birth_date ?? '').split('-');
  await browser.post('follow', { number, 'birth-day': day, 'birth-month': month, 'birth-year': year });
  return { id, number, browser };
}

async function agent(login: string): Promise<TestBrowser> {
  visitor += 1;
  const browser = openTestBrowser(served, { visitor });
  await browser.post('sign-in', { identifier: login, password: CAST_PASSWORD }, { 'sec-fetch-site': 'same-origin' });
  return browser;
}

/** Tells a birth, and gives the report's number. */
async function tellBirth({ id, number, browser }: Home): Promise<string> {
  const day = { 'on-day': '3', 'on-month': '11', 'on-year': '2026' };
  const child = { kind: 'birth', given: 'Ilyas', family: 'Nouveau', sex: 'M', ...day, proof: '118/2026', token: newId() };
  await browser.post(`follow/${number}/family`, child);
  const asked = await served.ask(officer, familyOverTime, { application: id });
  return expectDone(asked, 'family').family?.events[0]?.event ?? '';
}

async function pagesOf(owner: string) {
  return expectDone(await served.ask(officer, papersOnFile, { owner }), 'papers').pages;
}

const photo = (filling: string) => [['photo', 'IMG_1.jpg', aPhoto({ filling })]] as const;

test('the paper that proves a change is sent as a photo until somebody has decided, and opened in the office by who decides', async () => {
  const home = await atHome();
  const event = await tellBirth(home);
  const papers = `/fr/follow/${home.number}/family/${event}/papers`;
  expect((await home.browser.get(`follow/${home.number}/family`)).body).toContain(papers);
  expect((await home.browser.get(papers)).body).toContain('Pas encore envoyé');
  const certificate = `${papers}/birth-certificate`;
  expect((await home.browser.send(certificate, photo('born'))).headers.location).toBe(papers);
  const [kept] = await pagesOf(`event:${event}`);
  const door = `/api/papers/event:${event}/page/${kept?.id}`;
  const opened = await (await agent('salma.anam')).get(door);
  expect(opened.rawPayload.equals(aPhoto({ filling: 'born' }))).toBe(true);
  expect(opened.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  expect(opened.headers['content-security-policy']).toContain('sandbox');
  expect((await home.browser.get(door)).statusCode).toBe(401);
  for (const login of ['said.benimellal', 'houria.hospital']) expect((await (await agent(login)).get(door)).statusCode).toBe(404);

  await served.do(officer, decideLifeEvent, { event, decision: 'refused', reason: 'Acte illisible' });
  await home.browser.send(certificate, photo('too late'));
  expect(await pagesOf(`event:${event}`)).toHaveLength(1);
  expect((await home.browser.get(`follow/${home.number}/family`)).body).not.toContain(papers);
});

test('nobody sends a paper for a change of another family, nor for one that nobody told', async () => {
  const event = await tellBirth(await atHome());
  const other = await atHome();
  for (const one of [event, newId(), 'none']) {
    const papers = `/fr/follow/${other.number}/family/${one}/papers`;
    expect((await other.browser.get(papers)).headers.location).toBe(`/fr/follow/${other.number}/family`);
    await other.browser.send(`${papers}/birth-certificate`, photo('strange'));
  }
  expect(await pagesOf(`event:${event}`)).toEqual([]);
});

test('what proves an answer to a double registration is sent while the family may answer or waits for what it is told', async () => {
  const family = aFamily('poor');
  const home = await atHome(family);
  const line = { member: 'S-1', card: family.members[0]?.cnie, held_as: 'insured', from: '2026-01-01' };
  await tellList(served, [line], { organism: 'universities', scheme: 'students', stands_on: '2026-11-01' });
  const asked = await served.ask(ownHand, casesOfRequests, { applications: [home.id] });
  const one = expectDone(asked, 'cases').cases[0]?.id ?? '';
  const papers = `/fr/follow/${home.number}/cover/${one}/papers`;
  expect((await home.browser.get(papers)).headers.location).toBe(`/fr/follow/${home.number}/cover`);
  await served.do(officer, deedNamed(served, 'coverage.examine-case'), { case: one });
  expect((await home.browser.get(`follow/${home.number}/cover`)).body).toContain(papers);
  expect((await home.browser.send(`${papers}/evidence`, photo('left the university'))).headers.location).toBe(papers);
  const [kept] = await pagesOf(`cover:${one}`);
  expect((await (await agent('salma.anam')).get(`/api/papers/cover:${one}/page/${kept?.id}`)).statusCode).toBe(200);

  await served.do(officer, deedNamed(served, 'coverage.dismiss-case'), { case: one, reason: 'other-person' });
  expect((await home.browser.get(`follow/${home.number}/cover`)).body).not.toContain(papers);
});
