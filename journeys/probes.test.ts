import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveExamples } from '../tools/design/serve-examples.ts';
import { openBrowser, screens } from './browser.ts';
import { type Inspector, openInspector } from './inspector.ts';
import { mirrorFaults } from './mirror.ts';

// Every probe on a page that it must refuse: one that cannot fail proves nothing about ours.
let browser: Browser;
let site: Awaited<ReturnType<typeof serveExamples>>;
let phone: Inspector;
let sheet: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveExamples()]);
  const bypassCSP = true;
  phone = await openInspector(browser, site.origin, { viewport: screens.phone, bypassCSP });
  sheet = (await phone.page.getAttribute('link[rel=stylesheet]', 'href')) ?? '';
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const show = (body: string, { language = 'fr', direction = 'ltr', styles = '' } = {}) =>
  phone.show(`<!doctype html><html lang="${language}" dir="${direction}"><head><title>t</title><link rel="stylesheet" href="${sheet}">
    <style>${styles}</style></head><body>${body}</body></html>`);

test.each([
  ['smallTexts', '<p style="font-size: 17px">petit</p>', ['p "petit": 17 px']],
  ['smallTargets', '<button style="all: unset">x</button>', [expect.stringMatching(/^button "x": \d+ × \d+ px$/)]],
  ['misfits', '<p style="inline-size: 30rem">large</p>', ['the page is 480 px wide on 360 px']],
  [
    'misfits',
    '<div style="position: relative"><p style="position: absolute; inset-inline-start: -3rem">x</p></div>',
    ['outside: p "x"'],
  ],
  ['misfits', '<p style="overflow: hidden; block-size: 1rem">coupé</p>', ['cut: p "coupé"']],
  ['mixedTexts', '<p>Bonjour سلام</p>', ['Arab in Latn: p "Bonjour سلام"']],
  ['edgeless', '<p class="banner" style="border: 0">x</p>', ['p.banner "x"']],
  ['moving', '<p style="transition: color 1s">x</p>', ['p "x"']],
] as const)('%s finds what is wrong in %s', async (probe, body, faults) => {
  await show(body);
  expect(await phone.probe(probe)).toEqual(faults);
});

test('an isolated name and an acronym in Tamazight are no mixture, a French word is', async () => {
  await show('<p>ⴰⵣⵓⵍ <bdi>Azilal</bdi> ANAM</p><p>ⴰⵣⵓⵍ bonjour</p>', { language: 'zgh' });
  expect(await phone.probe('mixedTexts')).toEqual(['Latn in Tfng: p "ⴰⵣⵓⵍ bonjour"']);
});

describe('the walk by keyboard', () => {
  test.each([
    ['a control passed over', '<a href="#a">a</a><a href="#b" tabindex="2">b</a>', 'stop 1 is a "b", not a "a"'],
    ['a focus that is not seen', '<a href="#a" style="outline: 0">a</a>', 'focus not marked: a "a"'],
    ['a control under something', `<div style="position: fixed; inset: 0">x</div><a href="#a">a</a>`, 'focus covered: a "a"'],
    ['a trap', '<a href="#a" id="trap">a</a><a href="#b">b</a>', 'stop 2 is nothing, not a "b"'],
  ])('finds %s', async (_case, body, fault) => {
    await show(body);
    await phone.page.evaluate(`document.querySelector('#trap')?.addEventListener('keydown', (event) => event.preventDefault())`);
    expect(await phone.walk()).toContain(fault);
  });

  test('meets a group of radios once', async () => {
    await show(
      '<input type="radio" name="g" aria-label="a"><input type="radio" name="g" checked aria-label="b"><button>c</button>',
    );
    expect(await phone.walk()).toEqual([]);
  });
});

describe('the mirror', () => {
  const boxes = async (direction: string, styles: string) => {
    await show(
      '<div class="row"><p class="a">A</p><p class="b">B</p></div><svg class="icon" data-mirror="" width="9" height="9"></svg>',
      {
        direction,
        styles: `.row { display: flex; } p { padding: 0 .5rem; } ${styles}`,
      },
    );
    return phone.probe('boxesOfPage');
  };
  const faultsOf = async (styles: string) => mirrorFaults(await boxes('ltr', styles), await boxes('rtl', styles));

  test('finds nothing when everything is turned', async () => {
    expect(await faultsOf('')).toEqual([]);
  });

  test.each([
    ['a physical margin', '.row { margin-left: 3rem; }', 'begins 3.00 from its edge, in Arabic 0.00'],
    ['a row that runs one way only', '.row { direction: ltr; }', 'stands in Arabic before what it follows'],
    ['an arrow that is not turned', '.icon[data-mirror] { transform: none !important; }', 'is not turned'],
  ])('finds %s', async (_case, styles, fault) => {
    expect((await faultsOf(styles)).join('\n')).toContain(fault);
  });
});
