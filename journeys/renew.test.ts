import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translator } from '#platform/i18n';
import { aFamily } from '../surfaces/testing/families.ts';
import { fileOf, register, registrationOf } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser } from './browser.ts';
import { expectGoodPage, fieldsOfBirth, goOn, openPage, type ReaderAt, sendForm } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
const readers: readonly ReaderAt[] = [
  ['ar', 'phone'],
  ['fr', 'desk'],
];
const families = readers.map(() => ({ same: aFamily('poor'), changed: aFamily('poor') }));
const numberOf = new Map<unknown, string>();

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  for (const family of families.flatMap(({ same, changed }) => [same, changed])) {
    const [file = ''] = await register(served, family);
    numberOf.set(family, (await fileOf(served, file)).number);
    const { number } = await registrationOf(served, file);
    const from = `(current_date + 61 - interval '36 months')::date`;
    await served.owner.pool.query(`update entitlements.registration set registered_on = ${from} where number = $1`, [number]);
  }
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

describe.each(readers.map((reader, at) => [at, reader] as const))('family %i, whose rights end soon', (at, reader) => {
  const [language] = reader;
  const say = translator(language);
  const openRenewal = async (family: (typeof families)[number]['same'] | undefined) => {
    const page = await openPage(browser, reader);
    const number = numberOf.get(family) ?? '';
    await page.goto(`${served.origin}/${language}/follow`);
    await sendForm(page, { number, ...fieldsOfBirth(family?.members[0]?.birth_date ?? '') });
    await goOn(page, `a[href="/${language}/follow/${number}/renew"]`);
    await expectGoodPage(page, reader);
    return { page, number };
  };

  test('asks for them again with nothing changed, once it has declared so, and is told when it asks twice', async () => {
    const { page, number } = await openRenewal(families[at]?.same);
    // The page was open elsewhere before; whoever comes after is not offered to ask.
    const again = await openRenewal(families[at]?.same);
    await goOn(page, 'form:has([value=same]) button');
    expect(await page.textContent('.error-summary')).toContain(say('portal.renew.missing'));
    await expectGoodPage(page, reader);
    await page.check('[name=honour]', { force: true });
    await goOn(page, 'form:has([value=same]) button');
    expect(page.url()).toMatch(/\/follow\/\d{12}$/);
    expect(page.url()).not.toContain(number);
    expect(await page.textContent('main')).toContain(say('portal.kind.renewal'));
    await page.context().close();
    await again.page.check('[name=honour]', { force: true });
    await goOn(again.page, 'form:has([value=same]) button');
    expect(await again.page.textContent('.error-summary')).toContain(say('entitlements.refusal.renewal-asked'));
    await again.page.goto(`${served.origin}/${language}/follow/${number}`);
    expect(await again.page.locator(`a[href$="/${number}/renew"]`).count()).toBe(0);
    await again.page.context().close();
  });

  test('whose life has changed finds the form filled in, corrects it and sends it', async () => {
    const { page } = await openRenewal(families[at]?.changed);
    await goOn(page, 'form:has([value=changed]) button');
    expect(page.url()).toContain(`/${language}/apply/`);
    await page.goto(`${served.origin}/${language}/apply/check`);
    expect(await page.textContent('main')).toContain(families[at]?.changed.members[0]?.cnie ?? 'nobody');
    await page.goto(`${served.origin}/${language}/apply/declaration`);
    await page.check('[name=honour]', { force: true });
    await goOn(page, 'main form button');
    expect(page.url()).toBe(`${served.origin}/${language}/apply/done`);
    const { rows } = await served.owner.pool.query(
      `select count(*)::int as filed from applications.application where kind = 'renewal' and sender = 'PORTAL'`,
    );
    expect(rows[0].filed).toBe(at + 1);
    await page.context().close();
  });
});
