import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { provisionalNumber } from '#modules/applications';
import { readQrCodesFromImage } from '#platform/qr';
import { openExamples, showExample } from '../surfaces/office/testing/office-browser.ts';
import { serveOffice } from '../surfaces/office/testing/serve-office.ts';
import { openBrowser } from './browser.ts';

const MILLIMETRES = 25.4;
let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serveOffice>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveOffice()]);
  page = await browser.newPage({ bypassCSP: true });
  await openExamples(page, site.origin);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

/** What comes out of a printer: pages, their text, and the first page at 200 dots an inch. */
async function printed(name: string, language: 'fr' | 'ar') {
  await showExample(page, name, language);
  await page.locator('.receipt-code').first().waitFor();
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await page.pdf({ preferCSSPageSize: true }));
  const pages = [...document.pages()];
  const [first] = pages;
  if (first === undefined) throw new Error('nothing was printed');
  const { originalWidth: width, originalHeight: height } = first.getOriginalSize();
  const text = first.getText().replaceAll(/\s+/g, ' ');
  const { data } = await first.render({
    scale: 200 / 72,
    render: async (drawn) => PNG.sync.write(Object.assign(new PNG(drawn), { data: Buffer.from(drawn.data) })),
  });
  const size = [width, height].map((points) => Math.round((points / 72) * MILLIMETRES));
  return { pages: pages.length, size, text, codes: readQrCodesFromImage(data) };
}

const both = [
  ['fr', 'print-receipt'],
  ['ar', 'print-receipt'],
  ['fr', 'print-receipt-large'],
  ['ar', 'print-receipt-large'],
] as const;

test.each(both)(
  'in %s, %s is one page of A4 with two receipts, and its code is read at 200 dots an inch',
  async (language, name) => {
    const { pages, size, text, codes } = await printed(name, language);
    expect({ pages, size }).toEqual({ pages: 1, size: [210, 297] });
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^RMD1:/);
    expect(text.match(/2026 0001 2341/g)).toHaveLength(2);
    expect(text).toContain('OUBELLA');
    const clipped = await page.evaluate(
      'matchMedia("print").matches ? [] : [...document.querySelectorAll(".receipt")].filter((one) => one.scrollHeight > 147 * 96 / 25.4 + 1).length',
    );
    expect(clipped).toBe(0);
  },
  240_000,
);

test('without a network the sheet says in both languages that it is provisional, under a number of its own', async () => {
  const { pages, text, codes } = await printed('print-provisional-large', 'fr');
  expect(pages).toBe(1);
  expect(codes).toEqual(['RMP1:0193B5A0111172228333444455556666']);
  expect(text).toContain('PROVISOIRE');
  const number = provisionalNumber('0193b5a0-1111-7222-8333-444455556666');
  expect(text).toContain(`P ${number.slice(1, 5)} ${number.slice(5, 9)} ${number.slice(9)}`);
  expect(text).not.toContain('urgences');
});
