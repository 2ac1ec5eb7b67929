import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateSittings } from '#modules/commissions';
import { translator } from '#platform/i18n';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../surfaces/testing/families.ts';
import { checkRequests, fileOf, schedule, sit } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser, screens } from './browser.ts';
import { expectGoodPage, fieldsOfBirth, goOn, type ReaderAt, sendForm } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
const families = { ar: aFamily('poor'), fr: aFamily('poor') };
const phones = { ar: '0661234510', fr: '0671234510' };
const ids = { ar: '', fr: '' };

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  [ids.ar = '', ids.fr = ''] = await checkRequests(served, families.ar, families.fr);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

/** What arrived on a telephone, the newest first, as the stand-in of its carrier shows it to developers. */
async function inbox(page: Page, phone: string): Promise<string[]> {
  await served.settle();
  await page.goto(`${served.partners.sms?.url}/sent`);
  const own = page.locator('article').filter({ hasText: phone.replace(/^0/, '+212') });
  return own.locator('pre').allTextContents();
}

describe.each(['ar', 'fr'] as const)('without script, on a telephone, in %s', (language) => {
  const say = translator(language);
  const at = (path: string) => `${served.origin}/${language}${path}`;
  const heading = (page: Page) => page.textContent('h1');

  test('a family asks to be told, gives back the code, hears of the decision, and stops', async () => {
    const context = await browser.newContext({ viewport: screens.phone, javaScriptEnabled: false });
    const [page, telephone] = [await context.newPage(), await context.newPage()];
    const { number } = await fileOf(served, ids[language]);
    await page.goto(at('/follow'));
    await sendForm(page, { number, ...fieldsOfBirth(families[language].members[0]?.birth_date ?? '') });
    await goOn(page, `main a[href="/${language}/follow/${number}/messages"]`);
    expect(await heading(page)).toBe(say('portal.notices.ask.title'));
    await sendForm(page, { to: phones[language] });
    expect(await heading(page)).toBe(say('portal.notices.code.title'));
    const [code = ''] = await inbox(telephone, phones[language]);
    await sendForm(page, { code: /\d{6}/.exec(code)?.[0] ?? '' });
    expect(await heading(page)).toBe(say('portal.notices.on.title'));
    await goOn(page, 'main form button >> nth=0');
    expect(await page.textContent('main')).toContain(say('portal.notices.on.sent'));
    expect((await inbox(telephone, phones[language])).join()).toContain(say('notices.said.number', { number }));

    await decide(ids[language]);
    const heard = await inbox(telephone, phones[language]);
    expect(heard.join('\n')).toContain(say('notices.said.decided.accepted', { number }));
    const [, stop = ''] = /\/(stop\/\w+)/.exec(heard[0] ?? '') ?? [];
    await telephone.goto(at(`/${stop}`));
    await telephone.click('main form button');
    expect(await telephone.textContent('main')).toContain(say('portal.notices.stop.stopped'));
    await page.goto(at(`/follow/${number}/messages`));
    expect(await heading(page)).toBe(say('portal.notices.ask.title'));
    await context.close();
  });

  test('each page stands for everyone', async () => {
    const reader: ReaderAt = [language, 'phone'];
    const page = await (await browser.newContext({ viewport: screens.phone })).newPage();
    const { number } = await fileOf(served, ids[language]);
    await page.goto(at('/follow'));
    await sendForm(page, { number, ...fieldsOfBirth(families[language].members[0]?.birth_date ?? '') });
    for (const path of [`/follow/${number}/messages`, `/follow/${number}/messages?step=code`, '/stop/K7QF3M9XZ']) {
      await page.goto(at(path));
      await expectGoodPage(page, reader);
    }
    await page.context().close();
  });
});

async function decide(file: string): Promise<void> {
  const sitting = await schedule(served, [file]);
  await sit(served, sitting);
  const validated = await served.do(await served.as('training.province'), validateSittings, { sittings: [sitting] });
  expectDone(validated, 'validate-sittings');
}
