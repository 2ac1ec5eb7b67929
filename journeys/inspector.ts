import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Browser, BrowserContextOptions, CDPSession, Page, ViewportSize } from 'playwright-core';
import type { Answers } from './probes/answers.ts';

/** A page of the browser into which documents are written one after the other, each looked at by the probes (`probes/`). */
export type Inspector = {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Writes a document into the page: several times as fast as going there. */
  show(html: string): Promise<void>;
  /** The document that stands on another screen, by a person who has set another size of letters (pixels); `look` done, all is as before. */
  otherwise<T>(screen: OtherScreen, look: () => Promise<T>): Promise<T>;
  /** Asks a probe about the document that stands. */
  probe<Name extends keyof Answers>(name: Name): Promise<Answers[Name]>;
  /** Walks through the document by keyboard and tells what went wrong. */
  walk(): Promise<string[]>;
};

type Screen = BrowserContextOptions & { readonly viewport: ViewportSize };
export type OtherScreen = { readonly viewport?: ViewportSize; readonly letters?: number };

const LETTERS = 16;

/** `origin` is where the examples are served: styles and fonts come from there, and the policy of its pages stands. */
export async function openInspector(browser: Browser, origin: string, screen: Screen): Promise<Inspector> {
  const context = await browser.newContext(screen);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const change = async ({ viewport, letters }: OtherScreen) => {
    if (viewport !== undefined) await page.setViewportSize(viewport);
    if (letters === undefined) return;
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: letters * 0.8125 } });
  };
  await change({ letters: LETTERS });
  await page.goto(`${origin}/example/fr/home`);
  await page.evaluate(probesForTheBrowser());
  const probe: Inspector['probe'] = (name) => page.evaluate(`probes.${name}()`);
  return {
    page,
    devtools,
    show: (html) => write(page, html),
    async otherwise(other, look) {
      await change(other);
      const seen = await look();
      await change({ viewport: screen.viewport, letters: LETTERS });
      return seen;
    },
    probe,
    async walk() {
      const stops = await probe('beginWalk');
      // Keys are sent without waiting for each other: the browser keeps their order.
      await Promise.all(Array.from({ length: stops }, () => [pressTab(devtools, 'keyDown'), pressTab(devtools, 'keyUp')]).flat());
      return probe('endWalk');
    },
  };
}

/** Writes the document. A field that takes the cursor takes it when the page is first drawn: a walk begun before would be thrown off its way. */
async function write(page: Page, html: string): Promise<void> {
  await page.setContent(html);
  if (!/<[^>]*\sautofocus\b/.test(html)) return;
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

export function pressTab(devtools: CDPSession, type: 'keyDown' | 'keyUp'): Promise<unknown> {
  return devtools.send('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 });
}

export function probesForTheBrowser(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('probes/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}
