import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFamily } from '../surfaces/testing/families.ts';
import { fileOf, register } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser } from './browser.ts';
import { openSlowLine, type SlowLine } from './slow-line.ts';
import { fieldsOfBirth, sendForm } from './stories.ts';

const kilobyte = 1024;

let browser: Browser;
let served: ServedHouse;
const widow = aFamily('poor');
let number = '';

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  const [id = ''] = await register(served, widow);
  number = (await fileOf(served, id)).number;
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

/** From nothing to where the request is: two pages and an answer. Returns the seconds that really passed. */
async function follow({ page }: SlowLine, language: string): Promise<number> {
  const started = performance.now();
  await page.goto(`${served.origin}/${language}`);
  await page.goto(`${served.origin}/${language}/follow`);
  await sendForm(page, { number, ...fieldsOfBirth(widow.members[0]?.birth_date ?? '') });
  await page.waitForLoadState();
  expect(page.url()).toContain(number);
  return (performance.now() - started) / 1_000;
}

test.each(['ar', 'fr'])('a family follows its request in %s over a bad line, in few bytes and few seconds', async (language) => {
  const line = await openSlowLine(browser);
  await follow(line, language);
  // The form's answer is two: one that sends on, and the page. The browser tells of the last a moment after the page is there.
  await expect
    .poll(() =>
      line
        .waits()
        .map(({ requests }) => requests)
        .slice(1),
    )
    .toEqual([1, 2]);
  const [first, ...next] = line.waits();
  expect(first?.requests).toBeLessThanOrEqual(4);
  expect(first?.bytes).toBeLessThanOrEqual(30 * kilobyte);
  expect(first?.seconds).toBeLessThan(4);
  for (const { bytes, seconds } of next) {
    expect(bytes).toBeLessThanOrEqual(8 * kilobyte);
    expect(seconds).toBeLessThan(2.5);
  }
  // A6: in two pages and 30 KB.
  expect(line.sum().bytes).toBeLessThanOrEqual(30 * kilobyte);
  await line.close();
});

test('the seconds computed are those a browser really waits on such a line', async () => {
  const computed = await openSlowLine(browser);
  const rush = await follow(computed, 'ar');
  const throttled = await openSlowLine(browser, { isThrottled: true });
  const waited = await follow(throttled, 'ar');
  const { seconds } = computed.sum();
  // What the server and the browser need by themselves is in the real run only.
  expect(waited).toBeGreaterThan(seconds * 0.9);
  expect(waited).toBeLessThan(seconds * 1.25 + rush);
  await Promise.all([computed.close(), throttled.close()]);
});
