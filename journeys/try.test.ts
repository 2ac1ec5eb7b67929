import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, translator } from '#platform/i18n';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser } from './browser.ts';
import { openSlowLine } from './slow-line.ts';
import { answer, type Typed } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

const counted = {
  'family.spouses': '1',
  'family.children': '2',
  'family.grown': '1',
  'family.students': '0',
  'family.fostered': '0',
  'family.others': '1',
  'family.disabled': '0',
  'family.adultDisabled': 'no',
  'family.wage': 'no',
};

/** A village family with a cow, as it would answer on its telephone. */
const village: readonly (readonly [page: string, typed: Typed])[] = [
  ['province', { province: '05.081' }],
  ['where', { commune: '05.081.03.07' }],
  ['counts', counted],
  ['dwelling', { 'dwelling.kind': 'rural_earth_house', 'dwelling.tenure': 'owned', 'dwelling.rooms': '3', nuclei: '1' }],
  ['comforts', { dwelling: ['kitchen', 'electricity'] }],
  ['equipment', sixOf('equipment.', ['mobile_phones', 'landlines', 'computers', 'dishes', 'motorcycles', 'cars'])],
  ['income', { 'resources.income_year': '9 600', 'resources.transfers_year': '0', 'resources.bank_loan': 'no' }],
  ['assets', {}],
  [
    'farm',
    {
      ...sixOf('assets.', ['irrigated_ha', 'rainfed_ha', 'sheep_goats', 'fruit_trees', 'poultry_house']),
      'assets.cows': '1',
      'equipment.tractors': '0',
    },
  ],
  ['insurance', { covered: 'no' }],
];

function sixOf(prefix: string, things: readonly string[]): Typed {
  return Object.fromEntries(things.map((thing) => [`${prefix}${thing}`, '0']));
}

describe.each<Language>(['fr', 'ar'])('a family that reads %s', (language) => {
  const say = translator(language);
  const at = (path: string) => `${served.origin}/${language}${path}`;

  test('learns what it can expect before it says who it is, which papers it needs, and does not answer twice', async () => {
    const line = await openSlowLine(browser);
    const { page } = line;
    await page.goto(at(''));
    await page.click(`main a[href="/${language}/try"]`);
    await page.click('main a.button');
    for (const [key, typed] of village) {
      expect(page.url()).toBe(at(`/try/${key}`));
      await answer(page, typed);
    }
    expect(page.url()).toBe(at('/try/result'));
    expect(await page.textContent('h1')).toBe(say('portal.trial.likelihood.probable'));
    expect(line.sum().seconds).toBeLessThan(25);

    await page.click(`main a[href="/${language}/papers"]`);
    await answer(page, { shows: 'card' });
    expect(await page.locator('.checklist li').count()).toBeGreaterThan(4);

    await page.goto(at('/try/result'));
    await page.click(`main form[action="/${language}/apply"] button`);
    expect(page.url()).toBe(at('/apply/tasks'));
    await page.goto(at('/apply/dwelling'));
    expect(await page.inputValue('[name="dwelling.rooms"]')).toBe('3');
    await page.goto(at('/apply/people'));
    expect(await page.locator('main').textContent()).toContain(say('applications.form.choice.relation.spouse'));
    await line.close();
  }, 60_000);

  test('leaves nothing on the telephone when it says so', async () => {
    const line = await openSlowLine(browser);
    const { page } = line;
    await page.goto(at('/try/province'));
    await answer(page, { province: '05.081' });
    await page.click(`main form[action="/${language}/try/clear"] button`);
    expect(page.url()).toBe(at('/try'));
    expect((await page.context().cookies()).filter(({ name }) => name === 'ramed_trial')).toEqual([]);
    await page.goto(at('/try/result'));
    expect(page.url()).toBe(at('/try/province'));
    await line.close();
  });
});
