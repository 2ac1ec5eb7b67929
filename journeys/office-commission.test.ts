import { generate } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conveneSitting, minutesCode, recordDecisions } from '#modules/commissions';
import { today } from '#platform/clock';
import { sql } from '#platform/database';
import { expectDone } from '#platform/jobs';
import { toQrPng } from '#platform/qr';
import { aFamily } from '../surfaces/testing/families.ts';
import { aRuling, checkRequests, fileOf, openRoom } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, screens } from './browser.ts';
import { enterOffice } from './enter-office.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const COMMUNE = '05.081.03.07';
const question = 'Combien de personnes vivent dans le logement ?';
let browser: Browser;
let served: ServedHouse;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  await fetch(`${served.origin}/office/`);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

async function enter(login: string, viewport: { width: number; height: number } = screens.desk): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'fr-MA' })).newPage();
  await enterOffice(page, served.origin, login);
  return page;
}

/** Goes where a link within the office would lead. */
const goTo = (page: Page, path: string) =>
  page.evaluate(`history.pushState(null, '', '/office${path}'); dispatchEvent(new PopStateEvent('popstate'))`);

async function press(page: Page, ...chords: readonly string[]): Promise<void> {
  for (const chord of chords) await page.keyboard.press(chord);
}

/** Members have their telephones from now on; nobody has to give a code to come in before. */
const giveTelephones = () =>
  sql`update staff.agent set second_factor_secret = ${SECRET} where login in ('naima.secretary', 'omar.interior', 'leila.health', 'youssef.finance')`.execute(
    served.owner.kysely,
  );

const aCode = () => generate({ secret: SECRET, epoch: Math.floor(served.house.clock.now().epochMilliseconds / 1_000) });

/** Types who somebody is and the code of the own telephone into the window that asks for them, and waits until it has served. */
async function prove(page: Page, login: string, does: string): Promise<void> {
  const asks = page.getByRole('dialog');
  await asks.getByLabel('Identifiant').fill(login);
  await asks.getByLabel('Code du téléphone').fill(await aCode());
  await asks.getByRole('button', { name: does, exact: true }).click();
  await asks.waitFor({ state: 'detached' });
}

/** What the commission rules in its room: six against the score, one as scored, and one family is to be visited. */
async function rule(sitting: string, files: readonly string[]): Promise<void> {
  await openRoom(served, sitting);
  const rulings = files
    .slice(0, 7)
    .map((file, at) => (at < 6 ? aRuling(file, 'vulnerable', 'resources-understated') : aRuling(file)));
  const dueOn = today(served.house.clock).add({ days: 5 }).toString();
  const enquiry = { question, points: ['dwelling' as const, 'persons' as const], dueOn };
  const visited = { ...aRuling(files[7] ?? '', 'enquiry', 'living-conditions-to-see'), enquiry };
  const input = { sitting, rulings: [...rulings, visited] };
  expectDone(await served.do(await served.as('naima.secretary'), recordDecisions, input), 'record-decisions');
}

/** Calls the commission of today by keys and fixes the agenda as it is proposed. Gives the sitting. */
async function callAndFix(page: Page, day: string): Promise<string> {
  await press(page, 'g', '8');
  await page.getByRole('heading', { name: 'Commissions attendues' }).waitFor();
  await press(page, 'n');
  const asks = page.getByRole('dialog');
  await asks.getByLabel('Commune').selectOption(COMMUNE);
  await asks.getByLabel('Jour').fill(day);
  await press(page, 'Enter');
  await page.getByText('8 à l’ordre du jour').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Enter');
  await page.getByText('8 dossiers à l’ordre du jour').waitFor();
  return /sittings\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** The secretary closes: a second person stands behind what the commission may not take alone, the minutes are sealed, three sign. */
async function closeAndSign(page: Page, sitting: string): Promise<void> {
  await goTo(page, '/my-work');
  await goTo(page, `/sittings/${sitting}`);
  await page.getByText('6 décisions contre l’évaluation').waitFor();
  await press(page, 'Control+Enter', 'd');
  await prove(page, 'omar.interior', 'Confirmer');
  await page.getByText('confirmée à deux').waitFor();
  await press(page, 'Control+Enter');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Empreinte du PV' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await press(page, 's');
  await prove(page, 'leila.health', 'Signer');
  await page.getByRole('heading', { name: 'Signatures : 1 sur' }).waitFor();
  await press(page, 's');
  await page.getByRole('dialog').getByLabel('Code du téléphone').fill('000000');
  await press(page, 'Enter');
  await page.getByRole('alert').waitFor();
  await press(page, 'Escape', 's');
  await prove(page, '', 'Signer');
}

/** One has no telephone and signs the print by hand: the secretary, by keys, keeps the scan; that of other minutes is not taken. */
async function keepSignedPaper(page: Page, sitting: string): Promise<void> {
  const { rows } = await sql<{
    digest: string;
  }>`select minutes_digest as digest from commissions.sitting where id = ${sitting}`.execute(served.owner.kysely);
  await press(page, 'p');
  const asks = page.getByRole('dialog');
  const scan = asks.getByLabel('Scan du papier signé');
  await scan.waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const onPaper = (digest: string) =>
    asks
      .locator('input[type=file]')
      .setInputFiles({ name: 'pv.png', mimeType: 'image/png', buffer: Buffer.from(toQrPng(minutesCode(digest))) });
  await onPaper('0'.repeat(64));
  await asks.getByText('est celui d’un autre PV').waitFor();
  await press(page, 'Tab', 'Tab', 'Space', 'Enter');
  await asks.getByRole('alert').waitFor();
  await onPaper(rows[0]?.digest ?? '');
  await asks.getByText('est celui de ce PV').waitFor();
  await asks.getByRole('checkbox', { name: /Santé/ }).waitFor({ state: 'detached' });
  await asks.getByRole('button', { name: 'Garder le scan' }).press('Enter');
  await asks.waitFor({ state: 'detached' });
  await page.getByText('Scan gardé, 1 signature notée.').waitFor();
  await page.getByText('signé sur papier', { exact: true }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
}

/** A member signs alone, from the own session: the minutes stand above the own work. */
async function signAlone(page: Page): Promise<void> {
  await goTo(page, '/search');
  await page.locator('h1', { hasText: 'Rechercher' }).waitFor();
  await goTo(page, '/my-work');
  await page.getByRole('link', { name: 'PV à signer : 2 sur 3' }).press('Enter');
  await page.getByRole('heading', { name: 'Empreinte du PV' }).waitFor();
  await press(page, 's');
  await prove(page, '', 'Signer');
  await page.getByRole('heading', { name: /Signatures\s: 4 sur/ }).waitFor();
  await page.getByText('Vous avez déjà signé ce PV par votre code').waitFor();
}

/** The province looks at one decision, returns another with a reason and words, and releases the rest. */
async function lookReturnRelease(page: Page): Promise<void> {
  await press(page, 'g', '9');
  await page.locator('tbody a').first().waitFor();
  await press(page, 'j', 'Enter');
  await page.locator('.beside-file').waitFor();
  const paper = await page.getByRole('link', { name: 'Scan du papier' }).getAttribute('href');
  const opened = await page.request.get(`${served.origin}${paper}`);
  expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'image/png']);
  await press(page, 't', 'v', 'r');
  const asks = page.getByRole('dialog');
  await asks.getByLabel('Motif peu clair').check();
  await asks.getByLabel('Ce que la commission doit revoir').fill('Dire quelles ressources.');
  await asks.getByRole('button', { name: 'Renvoyer à la commission' }).click();
  await page.locator('.desk-row', { hasText: 'renvoyé' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Enter');
  await page.getByText('Aucun PV n’attend la validation.').waitFor();
}

/** In the village there is no line: the small form is filled in, kept, and sent by itself once there is one again. */
async function visitWithoutNetwork(page: Page): Promise<void> {
  await goTo(page, '/enquiries');
  await page.locator('tbody a').first().waitFor();
  await page.context().setOffline(true);
  await press(page, 'j', 'Enter');
  await page.getByText(question).waitFor();
  for (const found of await page.getByLabel('Comme déclaré').all()) await found.check();
  await page.getByLabel('Qui avez-vous rencontré ?').fill('La mère');
  await page.getByLabel('Ce que vous avez vu, avec vos mots').fill('Ils sont cinq, comme déclaré.');
  await press(page, 'Control+Enter');
  await page.getByText('Votre réponse est gardée sur cet appareil').waitFor();
  expect(await answers()).toEqual([null]);
  await page.context().setOffline(false);
  await page.evaluate(`dispatchEvent(new Event('online'))`);
  await expect.poll(answers, { timeout: 20_000 }).toEqual(['Ils sont cinq, comme déclaré.']);
}

async function answers(): Promise<unknown[]> {
  const { rows } = await sql<{ words: string | null }>`select words from commissions.enquiry`.execute(served.owner.kysely);
  return rows.map(({ words }) => words);
}

test('a commission without paper: called, its agenda fixed, closed with a second person, sealed, signed by codes and on paper, looked at by the province; what is returned and what was seen on the spot comes back first', async () => {
  const files = await checkRequests(served, ...Array.from({ length: 8 }, () => aFamily('poor')));
  const [secretary, member, province, agent] = await Promise.all([
    enter('naima.secretary'),
    enter('youssef.finance'),
    enter('driss.province'),
    enter('mustapha.field', { width: 390, height: 780 }),
  ]);
  await giveTelephones();
  const day = today(served.house.clock);
  const sitting = await callAndFix(secretary, day.toString());
  await rule(sitting, files);
  await closeAndSign(secretary, sitting);
  await keepSignedPaper(secretary, sitting);
  await signAlone(member);
  await lookReturnRelease(province);
  await visitWithoutNetwork(agent);

  const states = await Promise.all(files.map(async (file) => (await fileOf(served, file)).state));
  expect(states.filter((state) => state === 'scored')).toHaveLength(2);
  const next = { territory: COMMUNE, heldOn: day.add({ days: 7 }).toString() };
  const called = expectDone(await served.do(await served.as('naima.secretary'), conveneSitting, next), 'convene-sitting');
  await goTo(secretary, `/sittings/${called.sitting}`);
  await secretary.getByText('2 à l’ordre du jour').waitFor();
  const why = await secretary.locator('.agenda-table tbody tr').allInnerTexts();
  expect(why.map((row) => /Enquête revenue|Renvoyé par la province/.exec(row)?.[0]).sort()).toEqual([
    'Enquête revenue',
    'Renvoyé par la province',
  ]);
});

test('the province names a member of a commission by keyboard and ends the mandate: who is ended stays written', async () => {
  const page = await enter('training.province');
  await press(page, 'g', 'm');
  await page.getByRole('heading', { name: 'Membres des commissions' }).waitFor();
  await goTo(page, '/members/05.081.05.05');
  await page.getByText('leila.health').waitFor();
  await press(page, 'Alt+a');
  const asks = page.getByRole('dialog');
  await asks.getByLabel('Qualité').selectOption({ label: 'Suppléant' });
  await asks.getByLabel('Nom en français').fill('Malika Oubella');
  await asks.getByLabel('Nom en arabe').fill('مليكة أوبلا');
  await press(page, 'Enter');
  const row = page.getByRole('row', { name: /Malika Oubella/ });
  await row.getByText('sur papier').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await row.getByRole('button', { name: 'Terminer' }).press('Enter');
  await asks.getByRole('button', { name: 'Terminer' }).click();
  await asks.waitFor({ state: 'detached' });
  await row.getByText(/ – /).waitFor();
  expect(await row.getByRole('button', { name: 'Terminer' }).count()).toBe(0);
});
