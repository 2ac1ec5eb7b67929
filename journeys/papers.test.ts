import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAST_PASSWORD } from '#modules/staff';
import { type Language, translator } from '#platform/i18n';
import { aPdf } from '../modules/documents/testing/samples.ts';
import { aFamily } from '../surfaces/testing/families.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { fillIn, openTestBrowser } from '../surfaces/testing/test-browser.ts';
import { openBrowser, screens } from './browser.ts';
import { openSlowLine } from './slow-line.ts';
import { goOn, press } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
let visitor = 0;
beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

const card = 'applicant-identity';

/** A photograph as a telephone makes it: several megapixels, far more than a line of a village carries. */
async function aLargePhoto(): Promise<Buffer> {
  const context = await browser.newContext({ viewport: { width: 1800, height: 2400 } });
  const page = await context.newPage();
  await page.setContent(`<canvas width=1800 height=2400></canvas><style>*{margin:0}</style><script>
    const c = document.querySelector('canvas').getContext('2d'), d = c.createImageData(1800, 2400);
    for (let i = 0; i < d.data.length; i++) d.data[i] = i % 4 === 3 ? 255 : (i * 2654435761 >>> 24) & 255;
    c.putImageData(d, 0, 0);</script>`);
  const photo = await page.screenshot({ type: 'jpeg', quality: 60 });
  await context.close();
  return photo;
}

/** A telephone whose family has answered every page of its request; how it does so is `apply.test.ts`. */
async function applying(page: Page, language: Language): Promise<void> {
  visitor += 1;
  const quick = openTestBrowser(served, { language, visitor });
  await quick.post('apply');
  await fillIn(served, quick, aFamily('poor'));
  await page.context().addCookies([...quick.cookies].map(([name, value]) => ({ name, value, url: served.origin })));
}

const sent = (name: string, buffer: Buffer, mimeType: string) => ({ name, mimeType, buffer });

describe.each<Language>(['fr', 'ar'])('a family that reads %s', (language) => {
  const say = translator(language);

  test('without script photographs a paper, brings the others, and the counter opens what it sent', async () => {
    const line = await openSlowLine(browser);
    const { page } = line;
    await applying(page, language);
    await page.goto(`${served.origin}/${language}/apply/tasks`);
    await goOn(page, `main a[href="/${language}/apply/papers"]`);
    await goOn(page, `main a[href$="/papers/${card}"]`);
    // A good name is nobody's proof: what is refused says why, and the page that was good is kept.
    await page.setInputFiles('[name=photo]', sent('carte.jpg', await aLargePhoto(), 'image/jpeg'));
    await page.setInputFiles('[name=file]', sent('verso.pdf', Buffer.from('<html>'), 'application/pdf'));
    await goOn(page, 'main form[enctype] button');
    expect(await page.textContent('.error-summary')).toContain(say('documents.refusal.not-a-paper'));
    await page.setInputFiles('[name=file]', sent('verso.pdf', aPdf({ sheets: 2 }), 'application/pdf'));
    await goOn(page, 'main form[enctype] button');
    expect(page.url()).toBe(`${served.origin}/${language}/apply/papers`);
    expect(await page.textContent('main li .tag, main li [class*=tag]')).toContain(say('portal.upload.state.sent'));
    await goOn(page, 'main form button');
    expect(page.url()).toBe(`${served.origin}/${language}/apply/check`);

    await page.goto(`${served.origin}/${language}/apply/declaration`);
    await press(page, '[name=honour]');
    await goOn(page, 'main form button');
    const number = (await page.textContent('[data-copy]'))?.replace(/\D/g, '') ?? '';
    expect(await page.textContent('main')).toContain(say('portal.upload.already'));
    await goOn(page, `main a[href="/${language}/follow/${number}"]`);
    await goOn(page, `main a[href="/${language}/follow/${number}/papers"]`);
    expect(await page.textContent('main')).toContain(say('portal.upload.state.sent'));
    await line.close();

    const counter = await (await browser.newContext({ viewport: screens.desk })).newPage();
    await counter.goto(`${served.origin}/${language}/sign-in`);
    await counter.fill('[name=identifier]', 'training.counter');
    await counter.fill('[name=password]', CAST_PASSWORD);
    await counter.click('main form button');
    await counter.goto(`${served.origin}/${language}/follow/${number}/papers`);
    const link = await counter.locator('main a[href*="/papers/page/"]').first().getAttribute('href');
    const opened = await counter.goto(`${served.origin}${link}`);
    expect(opened?.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    await counter.context().close();
  });
});

test('with script a photograph is made smaller before it travels, and is still read as one', async () => {
  const photo = await aLargePhoto();
  expect(photo.length).toBeGreaterThan(1_048_576);
  const context = await browser.newContext({ viewport: screens.phone });
  const page = await context.newPage();
  await applying(page, 'fr');
  await page.goto(`${served.origin}/fr/apply/papers/${card}`);
  await page.setInputFiles('[name=photo]', sent('carte.jpg', photo, 'image/jpeg'));
  const chosen = () => page.evaluate<number>('document.querySelector("[name=photo]").files[0].size');
  await expect.poll(chosen, { timeout: 30_000 }).toBeLessThan(photo.length);
  const travelled = page.waitForRequest((request) => request.method() === 'POST');
  await goOn(page, 'main form[enctype] button');
  expect((await (await travelled).sizes()).requestBodySize).toBeLessThan(photo.length);
  await page.waitForURL(`${served.origin}/fr/apply/papers`);
  await context.close();
});
