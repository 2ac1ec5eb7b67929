import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registrationListWriter, reportLifeEvent } from '#modules/entitlements';
import { today } from '#platform/clock';
import { translator } from '#platform/i18n';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { tellList } from '../surfaces/testing/cover-lists.ts';
import { aPost } from '../surfaces/testing/deeds.ts';
import { aFamily } from '../surfaces/testing/families.ts';
import { admit, fileOf, register, registrationOf } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, screens } from './browser.ts';
import { enterOffice } from './enter-office.ts';
import { countPointers, expectHandsAt, pressAt, read, tabTo } from './keyboard-alone.ts';

const PROVINCE = '05.081';
let browser: Browser;
let served: ServedHouse;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  await fetch(`${served.origin}/office/`);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

const languages = ['fr', 'ar'] as const;
type Language = (typeof languages)[number];
type Post = { readonly page: Page; readonly say: ReturnType<typeof translator>; readonly pointers: () => Promise<number> };

/** Who registers, controls double registrations and decides on changes sits down at ANAM. */
async function sitDown(language: Language): Promise<Post> {
  const page = await (await browser.newContext({ viewport: screens.desk, locale: 'fr-MA' })).newPage();
  await enterOffice(page, served.origin, 'salma.anam');
  if (language === 'ar') await page.getByLabel('Langue').selectOption('ar');
  return { page, say: translator(language), pointers: await countPointers(page) };
}

async function press(page: Page, ...chords: readonly string[]): Promise<void> {
  for (const chord of chords) await page.keyboard.press(chord);
}

const says = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

/** What the province validated of one family, as the file that its register would send. */
async function aListFile(file: string): Promise<string> {
  const day = today(served.house.clock).toString();
  const url = `/gateway/v1/registration-lists?province=${PROVINCE}&from=${day}&to=${day}&format=xml`;
  const all = await served.app.inject({ url, headers: { authorization: 'Bearer development-only-interior' } });
  const { number } = await fileOf(served, file);
  const own = (all.body.match(/ {2}<family[\s\S]*?<\/family>\n/g) ?? []).filter((one) => one.includes(`"${number}"`));
  const writer = registrationListWriter('xml');
  const header = { province: PROVINCE, reference: `R-${newId()}`, from: day, to: day, count: own.length };
  return writer.header(header) + own.join('') + writer.footer();
}

test.each(languages)('by keyboard alone a list is brought in and its families are registered, in %s', async (language) => {
  const [file = ''] = await admit(served, aFamily('poor'));
  const { page, say, pointers } = await sitDown(language);
  // Listened for long before: a browser that is not told yet asks in a window of its own.
  const asked = page.waitForEvent('filechooser');
  await press(page, 'g', 'i');
  await page.getByRole('heading', { name: say('office.registration.title') }).waitFor();
  await tabTo(page, say('office.registration.bring'));
  await press(page, 'Enter');
  await (await asked).setFiles({ name: 'liste.xml', mimeType: 'text/xml', buffer: Buffer.from(await aListFile(file)) });
  await says(page, 'liste.xml');
  await expectHandsAt(page, say('office.registration.bring'));
  await served.settle();
  await pressAt(page, say('office.registration.look-again'));
  await page.getByText(say('office.registration.all-registered')).waitFor();
  await expectHandsAt(page, say('office.registration.look-again'));
  expect(await violationsOn(page)).toEqual([]);
  expect((await registrationOf(served, file)).number).toMatch(/^\d{12}$/);
  expect(await pointers()).toBe(0);
  await page.context().close();
});

let universities = 0;
/** A registered family whose head a university's list covers, too. */
async function aCoveredFamily(): Promise<void> {
  const family = aFamily('poor');
  await register(served, family);
  universities += 1;
  const line = { member: 'S-1', card: family.members[0]?.cnie ?? '', held_as: 'insured', from: '2025-09-01' };
  const body = { organism: `university-${universities}`, scheme: 'students' as const };
  await tellList(served, [line], { ...body, stands_on: today(served.house.clock).toString() });
}

test.each(languages)(
  'by keyboard alone two double registrations are put to their families, one after the other, and one is set aside, in %s',
  async (language) => {
    await aCoveredFamily();
    await aCoveredFamily();
    const { page, say, pointers } = await sitDown(language);
    await press(page, 'g', 'b');
    await page.getByRole('heading', { name: say('office.double-cover.title') }).waitFor();
    await page.locator('.compare-list li').nth(1).waitFor();
    /** The case stands whole, with what may be done of it. */
    const offered = (deed: string) => page.getByRole('button', { name: say(`office.double-cover.${deed}`) }).waitFor();
    for (const left of [1, 0]) {
      await offered('examine');
      await press(page, 'e');
      await expectHandsAt(page, say('office.double-cover.examine'));
      await press(page, 'Enter');
      await says(page, say('office.double-cover.said.examine'));
      await expect.poll(() => page.locator('.compare-list li').count()).toBe(left);
    }
    await pressAt(page, say('office.double-cover.queue.to_review'));
    await page.locator('.compare-list li').nth(1).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await offered('dismiss');
    const before = await page.locator('.compare-list li').count();
    await press(page, 'n');
    await page.getByRole('dialog').waitFor();
    // No reason stands chosen before: it is asked for, and the window keeps the hands.
    await press(page, 'Enter');
    await page.getByRole('dialog').getByText(say('office.double-cover.why-missing')).waitFor();
    await press(page, 'Space', 'Enter');
    await says(page, say('office.double-cover.said.dismiss'));
    await expect.poll(() => page.locator('.compare-list li').count()).toBe(before - 1);
    expect(await pointers()).toBe(0);
    await page.context().close();
  },
);

test.each(languages)(
  'by keyboard alone a change of a family is accepted and undone, and the hands are never lost, in %s',
  async (language) => {
    const [file = ''] = await register(served, aFamily('poor'));
    const { number: registration } = await registrationOf(served, file);
    const day = today(served.house.clock).toString();
    const { rows } = await served.owner.pool.query(
      'select person_id from entitlements.beneficiary where registration_number = $1 and known_to is null',
      [registration],
    );
    const person = rows.at(-1).person_id as string;
    const report = { event: newId(), registration, kind: 'death' as const, person, happenedOn: day, proof: 'ACT-12/2026' };
    expectDone(await served.do(aPost('counter-agent', PROVINCE), reportLifeEvent, report), 'report-life-event');
    const { page, say, pointers } = await sitDown(language);
    const word = (key: string) => say(`office.families.${key}`);
    await press(page, 'g', 'l');
    await expectHandsAt(page, word('number'));
    await read(page, registration);
    await page.getByRole('heading', { name: word('events') }).waitFor();
    await pressAt(page, word('decide.accepted'));
    await expectHandsAt(page, word('why'));
    await page.keyboard.type('acte vu');
    await press(page, 'Enter');
    await says(page, word('said.accepted'));
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H2');
    await pressAt(page, word('decide.undone'));
    await expectHandsAt(page, word('why'));
    await page.keyboard.type('erreur');
    await press(page, 'Enter');
    await says(page, word('said.undone'));
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H2');
    expect(await violationsOn(page)).toEqual([]);
    expect(await pointers()).toBe(0);
    await page.context().close();
  },
);
