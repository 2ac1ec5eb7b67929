import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, translator } from '#platform/i18n';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser } from './browser.ts';
import { openSlowLine } from './slow-line.ts';
import { answer, goOn, type Typed } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

/** A village family with a cow, as it would answer on its telephone: what it does not have it leaves empty. */
const village: readonly (readonly [page: string, typed: Typed])[] = [
  ['insurance', { covered: 'nobody' }],
  ['province', { province: '05.081' }],
  ['where', { commune: '05.081.03.07' }],
  ['counts', { 'family.spouses': '1', 'family.children': '2', 'family.grown': '1', 'family.others': '1' }],
  ['dwelling', { 'dwelling.kind': 'rural_earth_house' }],
  ['comforts', { dwelling: ['kitchen', 'electricity'] }],
  ['equipment', {}],
  ['farm', { 'assets.cows': '1' }],
];

/** A family in town that does not know what it earns. */
const town: readonly (readonly [page: string, typed: Typed])[] = [
  ['insurance', { covered: 'somebody-else' }],
  ['province', { province: '05.081' }],
  ['where', { commune: '05.081.01.03' }],
  ['counts', { 'family.spouses': '1', 'family.children': '2', 'family.adultDisabled': 'no' }],
  ['dwelling', { 'dwelling.rooms': '2' }],
  ['comforts', { dwelling: ['kitchen', 'electricity'] }],
  ['equipment', { 'equipment.mobile_phones': '1' }],
];

describe.each<Language>(['fr', 'ar'])('a family that reads %s', (language) => {
  const say = translator(language);
  const at = (path: string) => `${served.origin}/${language}${path}`;

  test('learns what it can expect before it says who it is, which papers it needs, and does not answer twice', async () => {
    const line = await openSlowLine(browser);
    const { page } = line;
    await page.goto(at(''));
    await goOn(page, `main a[href="/${language}/try"]`);
    await goOn(page, 'main a.button');
    for (const [key, typed] of village) {
      expect(page.url()).toBe(at(`/try/${key}`));
      await answer(page, typed);
    }
    expect(page.url()).toBe(at('/try/result'));
    expect(await page.textContent('h1')).toBe(say('portal.trial.likelihood.probable'));
    expect(line.sum().seconds).toBeLessThan(20);

    await goOn(page, `main a[href="/${language}/papers"]`);
    await answer(page, { 'family.wage': 'no', shows: 'card' });
    await page.locator('.checklist li').first().waitFor();
    expect(await page.locator('.checklist li').count()).toBeGreaterThan(4);

    await page.goto(at('/try/result'));
    await goOn(page, `main form[action="/${language}/apply"] button`);
    expect(page.url()).toBe(at('/apply/tasks'));
    await page.goto(at('/apply/farm'));
    expect(await page.inputValue('[name="assets.cows"]')).toBe('1');
    await page.goto(at('/apply/commune'));
    expect(await page.inputValue('[name="commune"]')).toBe('05.081.03.07');
    await page.goto(at('/apply/people'));
    expect(await page.locator('main').textContent()).toContain(say('applications.form.choice.relation.spouse'));
    await line.close();
  });

  test('says what it does not know, is told what hangs on it, and answers later', async () => {
    const { page, close } = await openSlowLine(browser);
    await page.goto(at('/try/insurance'));
    for (const [, typed] of town) await answer(page, typed);
    expect(page.url()).toBe(at('/try/income'));
    await goOn(page, 'main form button[name=unknown]');
    await answer(page, {});
    expect(await page.textContent('h1')).toBe(say('portal.trial.likelihood.unknown'));
    expect(await page.locator('main').textContent()).toContain(say('portal.trial.somebody-covered'));
    await goOn(page, `main .banner a[href="/${language}/try/income"]`);
    await answer(page, { 'resources.income_year': '12 000', 'resources.transfers_year': '0' });
    expect(await page.textContent('h1')).toBe(say('portal.trial.likelihood.probable'));
    await close();
  });

  test('leaves nothing on the telephone when it says so', async () => {
    const line = await openSlowLine(browser);
    const { page } = line;
    await page.goto(at('/try/province'));
    await answer(page, { province: '05.081' });
    await goOn(page, `main form[action="/${language}/try/clear"] button`);
    expect(page.url()).toBe(at('/try'));
    expect((await page.context().cookies()).filter(({ name }) => name === 'ramed_trial')).toEqual([]);
    await page.goto(at('/try/result'));
    expect(page.url()).toBe(at('/try/insurance'));
    await line.close();
  });
});
