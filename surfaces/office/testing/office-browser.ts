import type { Page } from 'playwright-core';
import type { Language } from '#platform/i18n';

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
  const keys = (await page.evaluate(`window.officeExamples.keysOf(${JSON.stringify(name)})`)) as readonly string[];
  for (const key of keys) await page.keyboard.press(key);
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}
