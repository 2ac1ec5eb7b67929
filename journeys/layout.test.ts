import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { componentExamples } from '#design/components/examples.ts';
import { type Language, languageCodes } from '#platform/i18n';
import { pageExamples } from '../surfaces/portal/pages/examples.ts';
import { renderGallery } from '../surfaces/portal/pages/gallery.tsx';
import { placeOf } from '../surfaces/portal/place.ts';
import { serveExamples } from '../tools/design/serve-examples.ts';
import { openBrowser, screens } from './browser.ts';
import { type Inspector, openInspector } from './inspector.ts';
import { mirrorFaults, sharedPart } from './mirror.ts';
import type { Box } from './probes/answers.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveExamples>>;
let phone: Inspector;
/** Colours forced by the system, motion unwanted. */
let forced: Inspector;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveExamples()]);
  const open = (options: Parameters<typeof openInspector>[2]) => openInspector(browser, site.origin, options);
  [phone, forced] = await Promise.all([
    open({ viewport: screens.phone }),
    open({ viewport: screens.phone, forcedColors: 'active', reducedMotion: 'reduce' }),
  ]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

/** A desk at 400 %: what is left of 1280 × 1024. */
const zoomed = { viewport: { width: 320, height: 256 } };
/** Letters twice as large by the person's own wish. */
const large = { letters: 32 };

const boxes = new Map<string, Box[]>();

/** Where everything stands on a phone, kept from when the page was looked at: each is written once. */
async function boxesOf(example: (typeof pageExamples)[number], language: Language): Promise<Box[]> {
  const kept = boxes.get(`${language} ${example.name}`);
  if (kept) return kept;
  await phone.show(htmlOf(example, language));
  return keepBoxes(example, language);
}

async function keepBoxes({ name }: (typeof pageExamples)[number], language: Language): Promise<Box[]> {
  const found = await phone.probe('boxesOfPage');
  boxes.set(`${language} ${name}`, found);
  return found;
}

const htmlOf = ({ path, render }: (typeof pageExamples)[number], language: Language) => render(placeOf(language, path));

/** Agents sit at a desk before dense lists: what is large enough for a finger is for citizens' pages. */
const agents = new Set(['sign-in', 'sign-in-locked', 'post']);

describe.each(languageCodes)('in %s', (language) => {
  test.each(pageExamples)(
    '$name is large enough, fits every screen, mixes no writings and is walked by keyboard',
    async (example) => {
      await phone.show(htmlOf(example, language));
      if (language === 'fr' || language === 'ar') await keepBoxes(example, language);
      expect(await phone.probe('mixedTexts')).toEqual([]);
      expect(await phone.probe('misfits')).toEqual([]);
      for (const other of [zoomed, large]) expect(await phone.otherwise(other, () => phone.probe('misfits'))).toEqual([]);
      expect(await phone.walk()).toEqual([]);
      if (agents.has(example.name)) return;
      expect(await phone.probe('smallTexts')).toEqual([]);
      expect(await phone.probe('smallTargets')).toEqual([]);
    },
  );
});

describe('the two directions', () => {
  test.each(pageExamples)('$name in Arabic is the mirror image of $name in French', async (example) => {
    const [french, arabic] = [await boxesOf(example, 'fr'), await boxesOf(example, 'ar')];
    expect(french.length).toBeGreaterThan(5);
    expect(sharedPart(french, arabic)).toBeGreaterThan(0.9);
    expect(mirrorFaults(french, arabic)).toEqual([]);
  });
});

describe('with colours of the system and no motion', () => {
  test.each(pageExamples)('$name keeps its edges, its focus and still', async (example) => {
    await forced.show(htmlOf(example, 'ar'));
    expect(await forced.probe('edgeless')).toEqual([]);
    expect(await forced.probe('moving')).toEqual([]);
    expect(await forced.walk()).toEqual([]);
  });

  test.each(componentExamples)('$component keeps its edges and still', async ({ component }) => {
    await forced.show(renderGallery('ar', component));
    expect(await forced.probe('edgeless')).toEqual([]);
    expect(await forced.probe('moving')).toEqual([]);
    expect(await forced.probe('misfits')).toEqual([]);
  });
});

test('the skip link leads past the header', async () => {
  await phone.page.goto(`${site.origin}/example/fr/follow-find`);
  await phone.page.keyboard.press('Tab');
  expect(await phone.page.evaluate('document.activeElement.className')).toBe('skip-link');
  await phone.page.keyboard.press('Enter');
  expect(await phone.page.evaluate('document.activeElement.id')).toBe('main');
  await phone.page.keyboard.press('Tab');
  expect(await phone.page.evaluate('document.activeElement.name')).toBe('number');
});
