import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openExamples, showExample } from '../surfaces/office/testing/office-browser.ts';
import { serveOffice } from '../surfaces/office/testing/serve-office.ts';
import { violationsOn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { pressTab, probesForTheBrowser } from './inspector.ts';

type Language = 'fr' | 'ar' | 'zgh' | 'en';
type Window = { readonly page: Page; readonly devtools: CDPSession };

const narrowest = { width: 1024, height: 768 };
const telephone = { width: 360, height: 640 };
let browser: Browser;
let site: Awaited<ReturnType<typeof serveOffice>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveOffice()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

/**
 * Throws everything that is wrong with every example, a line each with its name. Each language has a window of its own, which keeps its
 * size: once one has changed it, dialogs with a field wait half a second for a keyboard on the screen.
 */
async function findNoFault(
  language: Language,
  viewport: typeof narrowest,
  ...ways: readonly ((window: Window) => Promise<readonly string[]>)[]
): Promise<void> {
  const complaints: string[] = [];
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const names = await openExamples(page, site.origin);
  await page.evaluate(probesForTheBrowser());
  const faults: string[] = [];
  const look = async (name: string) => {
    complaints.length = 0;
    const said: string[] = [];
    try {
      await showExample(page, name, language);
      for (const faultsOf of [...ways, tooWide]) said.push(...(await faultsOf({ page, devtools })));
    } catch (error) {
      said.push(String(error));
    }
    return [...said, ...complaints].map((fault) => `${name}: ${fault}`);
  };
  // What is a fault of the screen is one the second time too; the first can be a busy machine's, between two keys.
  for (const name of names) if ((await look(name)).length > 0) faults.push(...(await look(name)));
  await context.close();
  if (names.length === 0) faults.push('there is no example');
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

async function tooWide({ page }: Window): Promise<readonly string[]> {
  const width = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  return Number(width) > 0 ? [`${width} px wider than the screen`] : [];
}

const windowTakesCursor = `document.querySelector('[role=dialog], [role=alertdialog]') &&
  new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))`;

const barriers = ({ page }: Window) => violationsOn(page);
// The colours are the same in every language, and have been judged in French.
const barriersButColours = ({ page }: Window) => violationsOn(page, { colours: false });

/** Tab passes every control once, in the order of reading, each seen when the cursor is on it. */
async function walk({ page, devtools }: Window): Promise<readonly string[]> {
  // The example before left the cursor somewhere; from a field that has it the walk goes back to the top.
  await page.evaluate(`document.querySelector('.skip')?.focus()`);
  // A window that stands over the screen takes the cursor back.
  await page.evaluate(windowTakesCursor);
  const stops = Number(await page.evaluate('probes.beginWalk()'));
  // Keys are sent without waiting for each other: the browser keeps their order.
  const keys = Array.from({ length: stops }, () => [pressTab(devtools, 'keyDown'), pressTab(devtools, 'keyUp')]);
  await Promise.all(keys.flat());
  return page.evaluate('probes.endWalk()');
}

// Together: a window that waits until its screen is still leaves the machine to the others.
describe.concurrent('every state of every screen', () => {
  test('can be used by everyone and is walked through by keyboard, in fr, on the narrowest screen', async () => {
    await findNoFault('fr', narrowest, barriers, walk);
  }, 900_000);

  test('can be used by everyone, in ar, on the narrowest screen', async () => {
    await findNoFault('ar', narrowest, barriersButColours);
  }, 900_000);

  test.each(['zgh', 'en'] as const)(
    'is said whole and fits, in %s',
    async (language) => findNoFault(language, narrowest),
    900_000,
  );

  test.each(['fr', 'ar'] as const)(
    'stands in one column on a telephone, in %s',
    async (language) => findNoFault(language, telephone),
    900_000,
  );
});
