import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardsOfRegistrations, issueCredential } from '#modules/cards';
import { agreements, agreementUse, endAgreement, makeAgreement, renewKey } from '#modules/exchange';
import { readings } from '#modules/staff';
import { systemClock } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import { type Actor, systemActor } from '#platform/permissions';
import { cardClaims } from '../../modules/cards/testing/credentials.ts';
import { sampleKey } from '../../modules/exchange/testing/sample-agreements.ts';
import { createApp } from '../server/app.ts';
import { expectProperDeed, expectRefused } from '../testing/deeds.ts';
import { aFamily } from '../testing/families.ts';
import { deedNamed, fileOf, register, registrationOf } from '../testing/road.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let app: FastifyInstance;
let officer: Actor;
let file = '';
let number = '';
let later = 0;

let head: { card: string; birth_date: string };

beforeAll(async () => {
  house = await openTestHouse({ clock: { now: () => systemClock.now().add({ seconds: later }) } });
  app = await createApp(house.house);
  officer = await house.as('karim.exchange');
  [file = ''] = await register(house, aFamily('poor'));
  ({ number } = await registrationOf(house, file));
  const [member] = (await fileOf(house, file)).declaration.members;
  head = { card: member?.cnie ?? '', birth_date: member?.birth_date ?? '' };
});
afterAll(async () => {
  await app.close();
  await house.close();
});

async function ask(key: string, subjects: readonly object[], more: object = {}) {
  const headers = { authorization: `Bearer ${key}` };
  const response = await app.inject({ method: 'POST', url: '/gateway/v1/rights', headers, payload: { subjects, ...more } });
  return { status: response.statusCode, told: response.json(), headers: response.headers };
}

const today = () => new Date().toISOString().slice(0, 10);
const digestOf = (key: string) => createHash('sha256').update(key).digest('hex');
const agreementWith = (partner: string, key: string) => ({
  ...{ partner, nameFr: 'Hôpital provincial', nameAr: 'المستشفى الإقليمي' },
  ...{ purposeFr: 'Vérifier les droits', purposeAr: 'التحقق من الحقوق' },
  ...{ legalBasis: 'convention d’exemple', legalStatus: 'illustrative' as const },
  ...{
    mayAskBy: ['registration' as const],
    fields: ['period' as const],
    perMinute: 3,
    from: '2026-01-01',
    keyDigest: digestOf(key),
  },
});

test('a hospital is told the right with its persons, a programme the state alone, each answer noted under its agreement', async () => {
  const hospital = await ask(sampleKey('chu-ibn-sina'), [
    { ref: 'a', registration: number },
    { ref: 'b', ...head },
  ]);
  expect(hospital).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  expect(hospital.told.answers).toMatchObject([
    { ref: 'a', state: 'open', registration: number, category: 'poor' },
    { ref: 'b', state: 'open', persons: [{ is_asked: true }, ...hospital.told.answers[0].persons.slice(1)] },
  ]);
  const programme = await ask(sampleKey('cnra'), [{ ref: 'x', ...head }]);
  expect(programme.told.answers).toEqual([{ ref: 'x', state: 'open' }]);
  const { rows } = await house.owner.pool.query(
    `select r.actor, r.told, a.partner from audit.reading r join exchange.agreement a on a.id::text = r.post
     where r.subject = $1 order by r.seq`,
    [`application:${file}`],
  );
  expect(rows).toEqual([
    { actor: 'partner:chu-ibn-sina', told: 'open:period,reason,next,category,registration,persons', partner: 'chu-ibn-sina' },
    { actor: 'partner:chu-ibn-sina', told: 'open:period,reason,next,category,registration,persons', partner: 'chu-ibn-sina' },
    { actor: 'partner:cnra', told: 'open', partner: 'cnra' },
  ]);
});

async function pageOfFamily(): Promise<string> {
  const { number: request } = await fileOf(house, file);
  const [year = '', month = '', day = ''] = head.birth_date.split('-');
  const pair = { number: request, 'birth-day': day, 'birth-month': month, 'birth-year': year };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const proven = await app.inject({ method: 'POST', url: '/fr/follow', headers, payload: new URLSearchParams(pair).toString() });
  const cookie = [proven.headers['set-cookie'] ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ');
  return (await app.inject({ url: `/fr/follow/${request}`, headers: { cookie } })).body;
}

test('the family reads on its page who asked, when, for what and what was told; nobody else does', async () => {
  const page = await pageOfFamily();
  expect(page).toContain('CHU Ibn Sina, Rabat');
  expect(page).toContain('Vérifier les droits à l’admission');
  expect(page).toMatch(/CNRA.*Verser l’aide aux familles éligibles.*Droits ouverts/s);
  const { number: request } = await fileOf(house, file);
  expect((await app.inject({ url: `/fr/follow/${request}` })).body).not.toContain('CHU Ibn Sina');
});

test('what an agreement does not allow is not answered, nor what is not as in the manual, nor who has no key', async () => {
  expect(
    await ask(sampleKey('cnra'), [
      { ref: 'a', ...head },
      { ref: 'b', registration: number },
    ]),
  ).toMatchObject({
    ...{ status: 403, told: { error: 'not-in-the-agreement', place: 'subjects.1' } },
  });
  expect(await ask(sampleKey('cnra'), [{ ref: 'a', card: head.card }])).toMatchObject({
    status: 400,
    told: { place: 'subjects.0' },
  });
  for (const key of ['short', sampleKey('nobody'), digestOf(sampleKey('cnra'))])
    expect(await ask(key, [{ ref: 'a', ...head }])).toMatchObject({ status: 401, told: { error: 'unknown-key' } });
});

test('of a card that was revoked the right is told, and that the card proves nothing', async () => {
  const { cards } = expectDone(
    await house.ask(systemActor('test'), cardsOfRegistrations, { registrations: [number] }),
    'cards-of-registrations',
  );
  const serial = cards[0]?.serial ?? '';
  const { text } = issueCredential(cardClaims({ registrationNumber: number, cardSerial: serial }), house.house.signingKey);
  const byCode = [{ ref: 'a', code: text }];
  expect((await ask(sampleKey('chu-ibn-sina'), byCode)).told.answers[0]).not.toHaveProperty('card_revoked_at');
  const revoke = { serial, becomes: 'stolen', reason: 'Déclarée volée' };
  expectDone(await house.do(await house.as('mehdi.cards'), deedNamed(house, 'cards.revoke-card'), revoke), 'revoke-card');
  expect((await ask(sampleKey('chu-ibn-sina'), byCode)).told.answers).toMatchObject([
    { state: 'open', card_revoked_at: expect.any(String) },
  ]);
});

test('an agreement is made by the exchange officer, counts what is asked in a minute, and opens nothing once it is ended', async () => {
  const key = 'a-key-of-forty-characters-made-by-the-body-itself';
  const input = agreementWith('hopital-azilal', key);
  const otherInput = agreementWith('other', `${key}-2`);
  const { output, lines } = await expectProperDeed(house, makeAgreement, { by: officer, input, otherInput });
  expect(lines).toMatchObject([{ book: 'national', subject: `agreement:${output.agreement}` }]);
  expect(JSON.stringify(lines)).not.toContain(digestOf(key));
  const refused = (changes: object, as: string) =>
    expectRefused(house, makeAgreement, { by: officer, input: { ...input, ...changes }, as });
  await refused({ keyDigest: digestOf('another') }, 'agreement-stands');
  await refused({ partner: 'other' }, 'key-known');
  await refused({ to: '2025-01-01' }, 'days-reversed');
  await expectRefused(house, makeAgreement, { by: await house.as('salma.anam'), input, as: 'not-allowed' });
  const listed = expectDone(await house.ask(await house.as('fatima.auditor'), agreements, {}), 'agreements');
  expect(listed.agreements.find(({ partner }) => partner === 'hopital-azilal')).toMatchObject({
    state: 'in-force',
    perMinute: 3,
  });
  expect(JSON.stringify(listed)).not.toContain(digestOf(key));
  const two = [1, 2].map((ref) => ({ ref: `${ref}`, registration: number }));
  later += 60;
  expect((await ask(key, two)).status).toBe(200);
  expect(await ask(key, two)).toMatchObject({ status: 429, headers: { 'retry-after': expect.any(String) } });
  later += 60;
  expect((await ask(key, two)).status).toBe(200);
  const ending = { agreement: output.agreement, reason: 'La convention est dénoncée' };
  await expectRefused(house, endAgreement, { by: officer, input: { ...ending, lastDay: '2025-12-31' }, as: 'days-reversed' });
  const unknown = { ...ending, agreement: '01999999-0000-7000-8000-000000000000' };
  await expectRefused(house, endAgreement, { by: officer, input: unknown, as: 'agreement-unknown' });
  const ended = await expectProperDeed(house, endAgreement, {
    by: officer,
    input: ending,
    otherInput: { ...ending, lastDay: today() },
  });
  expect(ended.lines).toMatchObject([{ book: 'national', subject: `agreement:${output.agreement}` }]);
  await expectRefused(house, endAgreement, { by: officer, input: ending, as: 'agreement-over' });
  later += 6;
  expect((await ask(key, two)).status).toBe(401);
});

test('a key is renewed desk after desk or at once, and never serves twice', async () => {
  const keys = [1, 2, 3].map((one) => `a-key-of-forty-characters-number-${one}-of-the-body`) as [string, string, string];
  const input = { ...agreementWith('clinique', keys[0]), perMinute: 1_000 };
  const { agreement } = expectDone(await house.do(officer, makeAgreement, input), 'make-agreement');
  const one = [{ ref: 'a', registration: number }];
  const opened = async () => (await Promise.all(keys.map((key) => ask(key, one)))).map(({ status }) => status);
  later += 6;
  expect(await opened()).toEqual([200, 401, 401]);
  const renewing = { agreement, keyDigest: digestOf(keys[1]), reason: 'Clé ancienne' };
  const renewed = await expectProperDeed(house, renewKey, {
    by: officer,
    input: { ...renewing, oldUntil: today() },
    otherInput: renewing,
  });
  expect(renewed.lines).toMatchObject([{ book: 'national', subject: `agreement:${agreement}` }]);
  expect(JSON.stringify(renewed.lines)).not.toContain(digestOf(keys[1]));
  later += 6;
  expect(await opened()).toEqual([200, 200, 401]);
  const refused = (changes: object, as: string) =>
    expectRefused(house, renewKey, { by: officer, input: { ...renewing, keyDigest: digestOf(keys[2]), ...changes }, as });
  await refused({ keyDigest: digestOf(keys[0]) }, 'key-known');
  await refused({ oldUntil: '2026-01-01' }, 'days-reversed');
  await refused({ oldUntil: '2099-01-01' }, 'days-reversed');
  await refused({ agreement: '01999999-0000-7000-8000-000000000000' }, 'agreement-unknown');
  await expectRefused(house, renewKey, { by: await house.as('salma.anam'), input: renewing, as: 'not-allowed' });
  expectDone(await house.do(officer, renewKey, { ...renewing, keyDigest: digestOf(keys[2]) }), 'renew-key');
  later += 6;
  expect(await opened()).toEqual([401, 401, 200]);
  expectDone(await house.do(officer, endAgreement, { agreement, reason: 'Fin' }), 'end-agreement');
  await refused({}, 'agreement-over');
});

test('how often a body asked is counted by day without anybody’s name; whom, the auditor reads; the family reads it of a new body too', async () => {
  const key = 'a-key-of-forty-characters-made-by-a-new-body-of-today';
  const input = { ...agreementWith('nouvel-hopital', key), nameFr: 'Nouvel hôpital', purposeFr: 'Accueillir les malades' };
  const { agreement } = expectDone(await house.do(officer, makeAgreement, input), 'make-agreement');
  const found = async () => {
    const { agreements: all } = expectDone(await house.ask(officer, agreements, {}), 'agreements');
    return all.find(({ id }) => id === agreement);
  };
  expect(await found()).toMatchObject({ lastAskedAt: null, oldKeyUntil: null });
  later += 6;
  await ask(key, [
    { ref: 'a', registration: number },
    { ref: 'b', registration: '1' },
  ]);
  expect((await found())?.lastAskedAt).not.toBeNull();
  const used = expectDone(await house.ask(officer, agreementUse, { agreement }), 'agreement-use');
  expect(used.days).toMatchObject([
    {
      answers: 2,
      told: [
        { said: 'open', answers: 1 },
        { said: 'unknown', answers: 1 },
      ],
    },
  ]);
  expect(JSON.stringify(used)).not.toContain(file);
  expect(await house.ask(officer, readings, { agreement })).toMatchObject({ ok: false });
  const auditor = await house.as('fatima.auditor');
  const looked = expectDone(await house.ask(auditor, readings, { agreement }), 'readings');
  expect(looked.lines.map(({ subject }) => subject)).toContain(`application:${file}`);
  expect(looked.lines).toHaveLength(2);
  expect(await pageOfFamily()).toMatch(/Nouvel hôpital.*Accueillir les malades.*Droits ouverts/s);
});
