import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** More controls than any page has after one another: who has to pass more has lost the way. */
const MOST_STOPS = 120;

/** What a hand reads under the cursor: the words of a button or a link, the label of a field. */
const underTheHands = `(() => {
  const at = document.activeElement;
  return at === document.body ? '' : (at.labels?.[0] ?? at).textContent.trim();
})()`;

/** Goes on by Tab to the control that says so. */
export async function tabTo(page: Page, says: string): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const words = String(await page.evaluate(underTheHands));
    if (words.startsWith(says)) return;
    passed.push(words);
  }
  throw new Error(`no Tab leads to “${says}”, but to ${passed.join(' | ')}`);
}

export async function pressAt(page: Page, says: string): Promise<void> {
  await tabTo(page, says);
  await page.keyboard.press('Enter');
}

/** The cursor comes by itself to where the next key is needed. */
export async function expectHandsAt(page: Page, says: string): Promise<void> {
  await expect.poll(() => page.evaluate(underTheHands).then((words) => String(words).slice(0, says.length))).toBe(says);
}

/** Types as a reader does: the text and Enter. */
export async function read(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const counts = `addEventListener('pointerdown', () => sessionStorage.setItem('pressed', 1 + Number(sessionStorage.getItem('pressed'))), true)`;

/** From now on every press of a mouse or a finger is counted, also after the page was loaded anew. */
export async function countPointers(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(counts);
  await page.evaluate(counts);
  return async () => Number(await page.evaluate(`Number(sessionStorage.getItem('pressed'))`));
}
