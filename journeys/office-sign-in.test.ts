import { generate } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAST_PASSWORD } from '#modules/staff';
import { builtOffice } from '../surfaces/office/build/build-office.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, screens } from './browser.ts';

const OWN_PASSWORD = 'quatre figues et un olivier';

let browser: Browser;
let served: ServedHouse;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse(), builtOffice()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

async function atTheDoor(locale: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: screens.desk, locale })).newPage();
  await page.goto(`${served.origin}/office/`);
  await page.locator('input[autocomplete=username]').waitFor();
  return page;
}

async function give(page: Page, login: string, password: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(login);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.keyboard.press('Enter');
}

test.each(['fr-MA', 'ar-MA'])('a wrong password says so, loses nothing typed and lets nobody in (%s)', async (locale) => {
  const page = await atTheDoor(locale);
  await give(page, 'hanane.azilal', 'guess');
  await page.getByRole('alert').waitFor();
  expect(await page.locator('input[autocomplete=username]').inputValue()).toBe('hanane.azilal');
  expect(await violationsOn(page)).toEqual([]);
});

test('a new agent replaces the temporary password, links a telephone, keeps the codes, and is in; the next day the telephone is asked', async () => {
  const nation = await served.as('hicham.admin');
  const temporaryPassword = 'olives noires de mars';
  const input = {
    ...{ login: 'n.tahiri', nameFr: 'Nadia Tahiri', nameAr: 'نادية الطاهري', institution: 'interior' as const },
    ...{ role: 'counter-agent' as const, territory: '05.081.01.01', temporaryPassword },
  };
  const appoint = served.house.actions.find(({ name }) => name === 'staff.appoint-agent');
  if (appoint === undefined) throw new Error('nobody can be appointed');
  expect(await served.do(nation, appoint, input)).toMatchObject({ ok: true });
  Object.assign(served.house.config, { secondFactor: 'everyone' });
  const page = await atTheDoor('fr-MA');
  await give(page, 'n.tahiri', temporaryPassword);
  await page.locator('input[autocomplete=new-password]').first().fill(OWN_PASSWORD);
  await page.locator('input[autocomplete=new-password]').nth(1).fill(OWN_PASSWORD);
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const secret = ((await page.locator('.secret code').textContent()) ?? '').replaceAll(' ', '');
  expect(await violationsOn(page)).toEqual([]);
  await page.locator('input[autocomplete=one-time-code]').fill(await generate({ secret }));
  await page.keyboard.press('Enter');
  await page.locator('.recovery code').first().waitFor();
  const codes = await page.locator('.recovery code').allInnerTexts();
  expect(codes).toHaveLength(8);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Je les ai gardés' }).click();
  await page.getByRole('button', { name: 'Plus tard' }).click();
  await page.locator('#screen').waitFor();

  const next = await atTheDoor('fr-MA');
  await give(next, 'n.tahiri', OWN_PASSWORD);
  await next.locator('input[autocomplete=one-time-code]').fill(codes[0] ?? '');
  await next.keyboard.press('Enter');
  await next.getByRole('button', { name: 'Plus tard' }).click();
  await next.locator('#screen').waitFor();
});

test('who is in goes out, and the address opens the door again', async () => {
  Object.assign(served.house.config, { secondFactor: 'enrolled' });
  const page = await atTheDoor('fr-MA');
  await give(page, 'hanane.azilal', CAST_PASSWORD);
  await page.getByRole('button', { name: 'Plus tard' }).click();
  await page.getByRole('button', { name: 'Quitter' }).click();
  await page.getByRole('heading', { name: 'Qui travaille ici ?' }).waitFor();
  await page.goto(`${served.origin}/office/new`);
  await page.getByRole('heading', { name: 'Qui travaille ici ?' }).waitFor();
});

test('who holds two posts changes from one to the other, and is known by the post', async () => {
  const nation = await served.as('hicham.admin');
  const givePost = served.house.actions.find(({ name }) => name === 'staff.give-post');
  if (givePost === undefined) throw new Error('no post can be given');
  const agent = (await served.as('said.benimellal')).id.slice('agent:'.length);
  const post = { agent, role: 'verification-officer', territory: '05.081' };
  expect(await served.do(nation, givePost, post)).toMatchObject({ ok: true });
  const page = await atTheDoor('fr-MA');
  await give(page, 'said.benimellal', CAST_PASSWORD);
  await page.getByRole('button', { name: 'Plus tard' }).click();
  await page.getByRole('button', { name: 'Changer de poste' }).click();
  await page.getByRole('button', { name: 'Chargé des vérifications' }).click();
  await page.locator('input[autocomplete=current-password]').fill(CAST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.strip .post').filter({ hasText: 'Chargé des vérifications' }).waitFor();
  await page.getByRole('link', { name: 'Vérifications' }).waitFor();
});
