import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardsOfRegistrations, createSigningKey, issueCredential, publishSnapshot } from '#modules/cards';
import { systemClock } from '#platform/clock';
import { toDate } from '#platform/dates';
import { type Language, translator } from '#platform/i18n';
import { expectDone } from '#platform/jobs';
import { withCheckDigit } from '#platform/numbers';
import { aSigningKey } from '../modules/cards/testing/credentials.ts';
import { aPublisher } from '../modules/cards/testing/snapshots.ts';
import { sampleKey } from '../modules/exchange/testing/sample-agreements.ts';
import { createApp } from '../surfaces/server/app.ts';
import { aFamily } from '../surfaces/testing/families.ts';
import { deedNamed, ownHand, register, registrationOf } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser, screens } from './browser.ts';
import { expectGoodPage, type ReaderAt } from './stories.ts';

const readers: readonly ReaderAt[] = [
  ['ar', 'phone'],
  ['fr', 'desk'],
];
const NOBODYS = withCheckDigit('99999999999');
const SLIP = NOBODYS.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
const known = { open: '', unpaid: '', lost: '', lostCode: '', goodCode: '', household: '', claim169: '' };

let browser: Browser;
let served: ServedHouse;
let app: FastifyInstance;
let port: number;
let later = 0;
/** What the wire does to the offer of the server. */
let distort: (offer: { sets: object[] }) => unknown = (offer) => offer;

beforeAll(async () => {
  const clock = { now: () => systemClock.now().add({ seconds: later }) };
  [browser, served] = await Promise.all([openBrowser(), openServedHouse({ clock })]);
  ({ app } = served);
  port = Number(new URL(served.origin).port);
  const [open = '', lost = ''] = await register(served, aFamily('poor'), aFamily('poor'));
  const [unpaid = ''] = await register(served, aFamily('vulnerable'));
  known.open = (await registrationOf(served, open)).number;
  known.unpaid = (await registrationOf(served, unpaid)).number;
  known.lost = (await registrationOf(served, lost)).number;
  const good = await cardOf(known.open);
  known.goodCode = good.credential;
  Object.assign(known, await codesOf(good.serial));
  const card = await cardOf(known.lost);
  known.lostCode = card.credential;
  const loss = { serial: card.serial, becomes: 'lost', reason: 'Lost at the souk' };
  await served.do(await served.as('mehdi.cards'), deedNamed(served, 'cards.revoke-card'), loss);
  await publish();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await served?.close();
});

async function publish(): Promise<void> {
  const { desk, clock, snapshots: shelf, signingKey: key } = served.house;
  later += 2;
  await publishSnapshot({ desk, actor: ownHand, clock, shelf, key });
}

async function cardOf(number: string): Promise<{ serial: string; credential: string }> {
  const { cards } = expectDone(await served.ask(ownHand, cardsOfRegistrations, { registrations: [number] }), 'cards');
  const { rows } = await served.owner.pool.query('select credential from cards.card where serial = $1', [cards[0]?.serial]);
  return { serial: cards[0]?.serial ?? '', credential: rows[0].credential };
}

/** The code of the household, and the card in the form of claim 169, as the card officer has them printed. */
async function codesOf(serial: string): Promise<{ household: string; claim169: string }> {
  const query = served.house.queries.find(({ name }) => name === 'cards.household-code');
  if (!query) throw new Error('nobody asks for the code of a household');
  const asked = expectDone(await served.ask(await served.as('mehdi.cards'), query, { serial }), 'household-code');
  return (asked as { code: { household: string; claim169: string } }).code;
}

/** The line is back, by a wire that may distort what comes over it. */
async function startServer(): Promise<void> {
  app = await createApp(served.house);
  app.addHook('onSend', async (request, _reply, payload) =>
    request.url === '/gateway/v1/snapshot' ? JSON.stringify(distort(JSON.parse(String(payload)))) : payload,
  );
  await app.listen({ port, host: '127.0.0.1' });
}

async function ask(page: Page, typed: string, born = ''): Promise<string> {
  await page.fill('#number', typed);
  await page.fill('#born', born);
  await page.evaluate('document.querySelector("#answer").replaceChildren()');
  await page.keyboard.press('Enter');
  await page.locator('#answer .verdict__body p').first().waitFor();
  return (await page.locator('#answer').textContent()) ?? '';
}

const news = (page: Page) => page.locator('#news');
const sayIn = (language: Language) => translator(language);
const keepPicture = async (page: Page, name: string) => {
  const folder = process.env.RAMED_SCREENSHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `verifier-${name}.png`), fullPage: true });
};

async function openVerifier(context: BrowserContext, language: Language): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/verifier/${language}`);
  await page.locator('body[data-ready]').waitFor({ timeout: 30_000 });
  return page;
}

test.each(readers)(
  'who reads %s on a %s loads the snapshot once; with the line cut the page opens and tells each what is so',
  async (...reader) => {
    const [language, screen] = reader;
    const say = sayIn(language);
    const context = await browser.newContext({ viewport: screens[screen] });
    const page = await openVerifier(context, language);
    await expectGoodPage(page, reader);
    await keepPicture(page, `${language}-${screen}-first`);
    await page.fill('#key', sampleKey('chu-ibn-sina'));
    await page.locator('#keep button').click();
    await news(page).getByText(say('verifier.fetched')).waitFor();
    expect(await ask(page, known.open)).toContain(say('verifier.state.open'));
    await page.locator('#answer').getByText(say('verifier.on-line-same')).waitFor();
    await page.evaluate('navigator.serviceWorker.ready');
    await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);

    await app.close();
    await page.reload();
    await page.locator('body[data-ready]').waitFor({ timeout: 30_000 });
    expect(await ask(page, known.open, '1850')).toContain(say('verifier.state.open'));
    expect(await ask(page, known.open, '1901')).toContain(say('verifier.member-no'));
    await expectGoodPage(page, reader);
    await keepPicture(page, `${language}-${screen}-open`);
    expect(await ask(page, known.unpaid)).toContain(say('verifier.state.unpaid'));
    expect(await ask(page, known.goodCode)).toContain(say('verifier.state.open'));
    const household = await ask(page, known.household);
    expect(household).toContain(say('verifier.state.open'));
    expect(household).toMatch(/Itto \d{4}/);
    await keepPicture(page, `${language}-${screen}-household`);
    expect(await ask(page, known.claim169)).toContain(say('verifier.state.open'));
    expect(await ask(page, known.lostCode)).toContain(say('verifier.state.revoked'));
    await expectGoodPage(page, reader);
    await keepPicture(page, `${language}-${screen}-revoked`);
    expect(await ask(page, NOBODYS)).toContain(say('verifier.state.unknown'));
    expect(await ask(page, SLIP)).toContain(say('verifier.text.slip'));
    expect(await ask(page, aForgery())).toContain(say('verifier.state.forged'));
    await page.locator('#answer').getByText(say('verifier.text.forged')).waitFor();
    expect(await page.locator('#waiting').textContent()).toMatch(/\d/);

    await startServer();
    await page.locator('#update').click();
    await news(page).getByText(say('verifier.fetched')).waitFor();
    await page.locator('#waiting').getByText(say('verifier.waiting-none')).waitFor();
    expect(await page.locator('#waiting').textContent()).toContain(say('verifier.waiting-settled', { count: 6 }));
    await expectGoodPage(page, reader);
    await context.close();
  },
  180_000,
);

test('what the register says on line is the verdict, where the snapshot knew otherwise; a number is told apart from a code, and a year that is none', async () => {
  const say = sayIn('fr');
  const context = await browser.newContext({ viewport: screens.phone });
  const page = await openVerifier(context, 'fr');
  await page.fill('#key', sampleKey('chu-ibn-sina'));
  await page.locator('#keep button').click();
  await news(page).getByText(say('verifier.fetched')).waitFor();
  const [since = ''] = await register(served, aFamily('poor'));
  await ask(page, (await registrationOf(served, since)).number);
  await page.locator('#answer').getByText(say('verifier.on-line-told')).waitFor();
  expect(await page.locator('#answer h2').textContent()).toBe(say('verifier.state.open'));
  expect(await page.locator('#answer').textContent()).not.toContain(say('verifier.text.unknown'));
  await expectGoodPage(page, ['fr', 'phone']);

  expect(await ask(page, NOBODYS.slice(1))).toContain(say('verifier.text.length', { digits: 11 }));
  expect(await ask(page, known.open, '85')).toContain(say('verifier.member-unread'));
  await page.fill('#number', '2');
  expect(await page.inputValue('#born')).toBe('');
  expect(await page.locator('#answer').textContent()).toBe('');
  await context.close();
});

/** What a forger would write: everything right but the key. */
function aForgery(): string {
  const days = { validFrom: toDate('2026-01-01'), validUntil: toDate('2029-01-01') };
  const claims = {
    kind: 'card',
    issuer: 'ANAM',
    registrationNumber: known.open,
    cardSerial: '0000000017',
    category: 'poor',
  } as const;
  return issueCredential(
    { ...claims, ...days, names: { latin: 'Somebody', arabic: '' }, birthYears: [1980] },
    createSigningKey(Buffer.alloc(32, 7)),
  ).text;
}

test('a snapshot that was changed, is signed by a stranger, is not whole, or is older than one already seen, is refused in words, and the one before answers on', async () => {
  const say = sayIn('fr');
  const context = await browser.newContext({ viewport: screens.desk });
  const page = await openVerifier(context, 'fr');
  await page.fill('#key', sampleKey('chu-ibn-sina'));
  await page.locator('#keep button').click();
  await news(page).getByText(say('verifier.fetched')).waitFor();
  await register(served, aFamily('poor'));
  await publish();
  const [whole] = served.house.snapshots.manifests();
  const strangers = aPublisher(aSigningKey(2)).publish([], '2026-01-01').manifest;

  const offers: readonly (readonly [string, typeof distort])[] = [
    ['forged', ({ sets }) => ({ sets: [{ ...sets[0], entries: 1_000 }, ...sets.slice(1)] })],
    ['broken', ({ sets }) => ({ sets: sets.filter((_, at) => at !== 1) })],
    ['unknown-key', () => ({ sets: [strangers] })],
    ['unreadable', () => ({ sets: [{ format: 'something else' }] })],
  ];
  await publish();
  for (const [fault, offer] of offers) {
    distort = offer;
    await page.locator('#update').click();
    await news(page)
      .getByText(say(`verifier.fault.${fault}`))
      .waitFor();
    expect(await ask(page, known.open)).toContain(say('verifier.state.open'));
  }
  await expectGoodPage(page, ['fr', 'desk']);
  await keepPicture(page, 'fr-desk-fault');
  distort = (offer) => offer;
  await page.locator('#update').click();
  await news(page).getByText(say('verifier.fetched')).waitFor();
  distort = () => ({ sets: [whole] });
  await page.locator('#update').click();
  await news(page).getByText(say('verifier.fault.rolled-back')).waitFor();
  expect(await ask(page, known.open)).toContain(say('verifier.state.open'));
  distort = (offer) => offer;
  await context.close();
});

test('a key of an agreement that does not allow it opens nothing; a clock that goes wrong, or a snapshot that is old, tells nothing', async () => {
  const say = sayIn('fr');
  const context = await browser.newContext({ viewport: screens.phone });
  const page = await openVerifier(context, 'fr');
  await page.fill('#key', sampleKey('cnra'));
  await page.locator('#keep button').click();
  await news(page).getByText(say('verifier.fault.refused')).waitFor();
  await page.fill('#key', sampleKey('chu-ibn-sina'));
  await page.locator('#keep button').click();
  await news(page).getByText(say('verifier.fetched')).waitFor();
  expect(await ask(page, known.open)).toContain(say('verifier.state.open'));

  const now = Date.now();
  const day = 86_400_000;
  await page.clock.setFixedTime(now + 40 * day);
  expect(await ask(page, known.open)).toContain(say('verifier.because.too-old'));
  await page.clock.setFixedTime(now + 2 * day);
  expect(await ask(page, known.open)).toContain(say('verifier.because.clock'));
  await expectGoodPage(page, ['fr', 'phone']);
  await keepPicture(page, 'fr-phone-clock');
  await page.clock.setFixedTime(now - 5 * day);
  expect(await ask(page, known.open)).toContain(say('verifier.because.clock'));
  await context.close();
});
