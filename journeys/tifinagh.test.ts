import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { pageExamples } from '../surfaces/portal/pages/examples.ts';
import { placeOf } from '../surfaces/portal/place.ts';
import { serveExamples } from '../tools/design/serve-examples.ts';
import { openBrowser, screens } from './browser.ts';
import { type Inspector, openInspector } from './inspector.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveExamples>>;
let phone: Inspector;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveExamples()]);
  phone = await openInspector(browser, site.origin, { viewport: screens.phone, bypassCSP: true });
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

test('every letter of every page in Tamazight is drawn, the Tifinagh ones by the font we send', async () => {
  const letters = new Set<string>();
  for (const { path, render } of pageExamples) {
    await phone.show(render(placeOf('zgh', path)));
    for (const letter of await phone.probe('lettersDrawn')) letters.add(letter);
  }
  const tifinagh = [...letters].filter((letter) => /\p{Script=Tifinagh}/u.test(letter));
  expect(tifinagh.length).toBeGreaterThan(25);
  expect(await familiesOf(tifinagh)).toEqual(new Set(['our own']));
  expect(await tofuAmong([...letters])).toEqual([]);
});

test('a letter that no font has is found', async () => {
  expect(await tofuAmong(['\u2d30', '\u{10fffe}', '\u2d78'])).toEqual(['\u{10fffe}', '\u2d78']);
});

test('the days of a page are said in Tamazight, whatever the browser knows of it', async () => {
  const example = pageExamples.find(({ name }) => name === 'follow-card-ready');
  await phone.show(example?.render(placeOf('zgh', example.path)) ?? '');
  const days = await phone.page
    .locator('time')
    .evaluateAll((all) => all.map((time) => ({ day: time.getAttribute('datetime') ?? '', said: time.textContent ?? '' })));
  expect(days.length).toBeGreaterThan(5);
  for (const { day, said } of days) {
    expect(said).toMatch(/\p{Script=Tifinagh}/u);
    expect([formatDate('zgh', toDate(day)), formatDate('zgh', toDate(day), 'short')]).toContain(said);
  }
});

/** The fonts the browser really draws the letters with, one element a letter. */
async function familiesOf(letters: readonly string[]): Promise<Set<string>> {
  await showInSentFont(letters.map((letter) => `<b>&#${letter.codePointAt(0)};</b>`).join(''));
  const { devtools } = phone;
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'b' });
  const answers = await Promise.all(nodeIds.map((nodeId) => devtools.send('CSS.getPlatformFontsForNode', { nodeId })));
  const fonts = answers.flatMap((answer) => answer.fonts);
  expect(fonts.length).toBeGreaterThanOrEqual(letters.length);
  return new Set(fonts.map(({ familyName, isCustomFont }) => (isCustomFont ? 'our own' : familyName)));
}

/** The letters drawn as the box that stands for a letter no font has: the same picture as a sign that cannot exist. */
async function tofuAmong(letters: readonly string[]): Promise<string[]> {
  await showInSentFont('ⴰ');
  return phone.page.evaluate(`(() => {
    const pen = new OffscreenCanvas(60, 60).getContext('2d', { willReadFrequently: true });
    pen.font = '30px sent, sans-serif';
    const drawn = (letter) => {
      pen.clearRect(0, 0, 60, 60);
      pen.fillText(letter, 10, 40);
      return pen.getImageData(0, 0, 60, 60).data.join();
    };
    const tofu = ['\\u{10ffff}', '\\u2d7e'].map(drawn);
    return ${JSON.stringify(letters)}.filter((letter) => tofu.includes(drawn(letter)));
  })()`);
}

/** In the font as the server sends it, whatever the machine has of its own. */
async function showInSentFont(body: string): Promise<void> {
  await phone.show(`<!doctype html><html lang="zgh-MA"><title>t</title>
    <style>@font-face { font-family: sent; src: url('/assets/noto-sans-tifinagh.woff2'); } body { font-family: sent, sans-serif; }</style>
    <body>${body}</body></html>`);
  await phone.page.evaluate('document.fonts.load("30px sent", "ⴰ").then(() => undefined)');
}
