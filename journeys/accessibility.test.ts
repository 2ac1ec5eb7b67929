import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { componentExamples } from '#design/components/examples.ts';
import { type Language, languageCodes } from '#platform/i18n';
import { pageExamples } from '../surfaces/portal/pages/examples.ts';
import { renderGallery } from '../surfaces/portal/pages/gallery.tsx';
import { placeOf } from '../surfaces/portal/place.ts';
import { serveExamples } from '../tools/design/serve-examples.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, screens } from './browser.ts';

const complaints: string[] = [];
let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serveExamples>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveExamples()]);
  page = await (await browser.newContext({ viewport: screens.phone })).newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${site.origin}/example/fr/home`);
});

afterAll(() => Promise.all([browser?.close(), site?.close()]));

// What a colour is beside another is the same in every writing and direction, and takes half the time to compute.
const judgedInColour: Language = 'fr';

// The document is written anew into the page that stands, under its policy and beside its axe: four times as fast as going there.
describe.each(languageCodes)('in %s', (language) => {
  const documents = [
    ...pageExamples.map(({ name, path, render }) => ({ name, html: () => render(placeOf(language, path)) })),
    ...componentExamples.map(({ component }) => ({ name: component, html: () => renderGallery(language, component) })),
  ];

  test.each(documents)('$name can be used by everyone, on a phone, without scrolling sideways', async ({ html }) => {
    complaints.length = 0;
    await page.setContent(html());
    expect(await violationsOn(page, { colours: language === judgedInColour })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
  });
});

test('a page that shuts somebody out is found', async () => {
  await page.setContent('<!doctype html><html lang="fr"><title>t</title><main><h1>t</h1><input><a href="#">x</a></main></html>');
  expect((await violationsOn(page)).join()).toContain('label: <input>');
});

test('a page in Arabic or French loads no font, a page in Tamazight one at most', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const language of ['ar', 'fr']) await page.goto(`${site.origin}/example/${language}/home`);
  expect(asked.filter((path) => path.endsWith('.woff2'))).toEqual([]);
  await page.goto(`${site.origin}/example/zgh/home`);
  expect(asked.filter((path) => path.endsWith('.woff2')).length).toBeLessThanOrEqual(1);
});

test.each(['follow-card-ready', 'score-refused', 'verify-valid', 'papers-list'])('%s prints on one sheet of A4', async (name) => {
  await page.goto(`${site.origin}/example/ar/${name}`);
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});
