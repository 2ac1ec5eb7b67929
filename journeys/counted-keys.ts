import type { Page } from 'playwright-core';

/** A keyboard that counts what is pressed besides the text itself; a chord counts each of its keys. */
export type Counted = {
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  beyondText(): number;
};

export function countedKeys(page: Page): Counted {
  let beyond = 0;
  return {
    async press(chord) {
      beyond += chord.split('+').length;
      await page.keyboard.press(chord);
    },
    type: (text) => page.keyboard.type(text),
    beyondText: () => beyond,
  };
}

/** The question that the cursor is at, as the form names its stops. */
export function whereIs(page: Page): Promise<string> {
  return page.evaluate(`document.activeElement?.closest('[data-stop]')?.dataset.stop ?? 'nowhere'`);
}
