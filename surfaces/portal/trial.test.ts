import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { translator } from '#platform/i18n';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';
import { openTestBrowser } from '../testing/test-browser.ts';

let served: ServedHouse;
beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());

const say = translator('fr');

let visitor = 0;
const aTelephone = () => openTestBrowser(served, { visitor: ++visitor });

const wage = { 'family.wage': 'no' };

describe('the trial', () => {
  test('keeps its answers in the telephone: nothing of it is written anywhere else', async () => {
    const rows = () =>
      sql<{ n: number }>`select (select count(*) from applications.draft)::int + (select count(*) from audit.entry)::int as n`
        .execute(served.owner.kysely)
        .then((result) => result.rows[0]?.n);
    const before = await rows();
    const telephone = aTelephone();
    const sent = await telephone.post('/fr/try/province', { province: '05.081' });
    expect(sent.headers.location).toBe('/fr/try/where');
    expect(telephone.cookies.get('ramed_trial')).toBeDefined();
    expect(await rows()).toBe(before);
    expect((await telephone.get('/ar/try/province')).body).toContain('selected');
  });

  test('what was typed wrong comes back as typed, with what is wrong; nothing else is lost', async () => {
    const telephone = aTelephone();
    const sent = await telephone.post('/fr/try/counts', {
      'family.adultDisabled': 'no',
      'family.children': 'trois',
      'family.spouses': '9',
    });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('value="trois"');
    expect(sent.body).toContain('href="#family.children"');
    expect(sent.body).toContain('href="#family.spouses"');
  });

  test('no page is skipped: the result leads to the first question that is open', async () => {
    const telephone = aTelephone();
    expect((await telephone.get('/fr/try/result')).headers.location).toBe('/fr/try/insurance');
    expect((await telephone.get('/fr/try/where')).headers.location).toBe('/fr/try');
    await telephone.post('/fr/try/insurance', { covered: 'nobody' });
    await telephone.post('/fr/try/province', { province: '05.081' });
    await telephone.post('/fr/try/where', { commune: '05.081.03.07' });
    expect((await telephone.get('/fr/try/result')).headers.location).toBe('/fr/try/counts');
  });

  test('who moves to another province chooses a commune of it', async () => {
    const telephone = aTelephone();
    await telephone.post('/fr/try/province', { province: '05.081' });
    await telephone.post('/fr/try/where', { commune: '05.081.03.07' });
    const moved = await telephone.post('/fr/try/province', { province: '05.091' });
    expect(moved.headers.location).toBe('/fr/try/where');
    expect((await telephone.post('/fr/try/where', { commune: '05.081.03.07' })).statusCode).toBe(422);
  });

  test('a form sent by another site changes nothing; a cookie that was tampered with is none', async () => {
    const telephone = aTelephone();
    await telephone.post('/fr/try/province', { province: '05.081' });
    const kept = telephone.cookies.get('ramed_trial') ?? '';
    const foreign = await telephone.post('/fr/try/province', { province: '05.091' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.headers.location).toBe('/fr/try');
    expect(telephone.cookies.get('ramed_trial')).toBe(kept);
    telephone.cookies.set('ramed_trial', `${kept.slice(0, -2)}xx`);
    expect((await telephone.get('/fr/try/where')).headers.location).toBe('/fr/try');
  });

  test('its pages are kept by nobody on the way', async () => {
    for (const path of ['/fr/try', '/fr/try/province', '/fr/papers']) {
      expect((await aTelephone().get(path)).headers['cache-control']).toBe('no-store');
    }
  });
});

test('a family that is insured learns it at once, and is asked nothing more', async () => {
  const telephone = aTelephone();
  const sent = await telephone.post('/fr/try/insurance', { covered: 'head-or-spouse' });
  expect(sent.headers.location).toBe('/fr/try/result');
  expect((await telephone.get('/fr/try/result')).body).toContain(say('portal.trial.likelihood.covered'));
});

test('what is not known is passed over, shown in the result with the page that asks it, and never taken for nothing', async () => {
  const telephone = aTelephone();
  await telephone.post('/fr/try/insurance', { covered: 'nobody' });
  await telephone.post('/fr/try/province', { province: '05.081' });
  await telephone.post('/fr/try/where', { commune: '05.081.03.07' });
  expect((await telephone.post('/fr/try/counts', { unknown: 'yes', 'family.spouses': 'x' })).statusCode).toBe(422);
  await telephone.post('/fr/try/counts', {});
  for (const page of ['dwelling', 'comforts', 'equipment', 'farm']) await telephone.post(`/fr/try/${page}`, { unknown: 'yes' });
  const { body } = await telephone.get('/fr/try/result');
  expect(body).toContain(say('portal.trial.likelihood.unknown'));
  expect(body).toContain(say('portal.trial.open'));
  expect(body.match(/href="\/fr\/try\/farm"/g)).toHaveLength(2);
});

test('who begins a request after the trial may take the answers along, or begin without them; then the telephone no longer keeps them', async () => {
  const telephone = aTelephone();
  expect((await telephone.get('/fr/apply')).body).not.toContain('name="answers"');
  await telephone.post('/fr/try/insurance', { covered: 'nobody' });
  await telephone.post('/fr/try/province', { province: '05.081' });
  await telephone.post('/fr/try/where', { commune: '05.081.03.07' });
  const { body } = await telephone.get('/fr/apply');
  expect(body).toContain(say('portal.apply.begin-anew'));
  const answers = /name="answers" value="([^"]*)"/.exec(body)?.[1]?.replaceAll('&quot;', '"') ?? '';
  const sent = await telephone.post('/fr/apply', { answers });
  expect(sent.headers.location).toBe('/fr/apply/tasks');
  expect(telephone.cookies.has('ramed_trial')).toBe(false);
  expect((await telephone.get('/fr/apply/commune')).body).toContain('value="05.081.03.07" selected');
});

describe('the list of papers', () => {
  test('is that of the family that was counted, and changes with what its head can show', async () => {
    const telephone = aTelephone();
    expect((await telephone.get('/fr/papers/list')).headers.location).toBe('/fr/papers');
    expect((await telephone.post('/fr/papers', wage)).statusCode).toBe(422);
    const sent = await telephone.post('/fr/papers', { ...wage, 'family.students': '1', shows: 'old-card-or-receipt' });
    expect(sent.headers.location).toBe('/fr/papers/list');
    const { body } = await telephone.get('/fr/papers/list');
    for (const kind of ['applicant-identity', 'school-certificate', 'collective-life', 'residence-certificate'])
      expect(body).toContain(say(`applications.paper.${kind}`));
    expect(body).not.toContain(say('applications.paper.medical-certificate'));
  });

  test('of a person alone is the shortest, and says so', async () => {
    const telephone = aTelephone();
    await telephone.post('/fr/papers', { ...wage, shows: 'card' });
    expect((await telephone.get('/fr/papers/list')).body).toContain(say('portal.papers.nothing-more'));
  });
});
