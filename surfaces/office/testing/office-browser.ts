import type { Page } from 'playwright-core';
import type { Language } from '#platform/i18n';
import type { Example } from './example.ts';

/** Opens the page of examples, and gives their names. */
export async function openExamples(page: Page, origin: string): Promise<readonly string[]> {
  await page.goto(`${origin}/office/examples.html`);
  await page.locator('#screen').waitFor();
  return page.evaluate('window.officeExamples.names');
}

/** Draws an example and waits until nothing moves: its screen is loaded, its answers are there, its keys were pressed. */
export async function showExample(page: Page, name: string, language: Language): Promise<void> {
  await page.evaluate(`window.officeExamples.show(${JSON.stringify(name)}, ${JSON.stringify(language)})`);
  await page.locator('#screen').filter({ hasText: /\S/ }).waitFor();
  const {
    press = [],
    waitFor,
    click,
  } = (await page.evaluate(`window.officeExamples.deedsOf(${JSON.stringify(name)})`)) as Pick<
    Example,
    'press' | 'waitFor' | 'click'
  >;
  if (waitFor !== undefined) await page.locator(waitFor).first().waitFor();
  for (const key of press) await page.keyboard.press(key);
  if (click !== undefined) await page.locator(click).first().click();
  await page.evaluate(stillness);
}

/** Nothing has changed on the page for a moment: answers that lead to other questions have all come. */
const stillness = `new Promise((still) => {
  let timer = setTimeout(still, 40);
  const watch = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(done, 40);
  });
  const done = () => {
    watch.disconnect();
    still();
  };
  watch.observe(document.body, { childList: true, subtree: true, attributes: true });
})`;
