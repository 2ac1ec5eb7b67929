import axe from 'axe-core';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Our pages have no frames, and their style sheets are read as they stand.
const options = { runOnly: standards, resultTypes: ['violations'], iframes: false, preload: false, selectors: false };

/**
 * What axe finds against WCAG 2.2 AA and good practice on the page as it stands, a line a rule; brings axe along when it is not there yet.
 * Half of its time goes into contrasts of colours, which can be left out where they have been judged in another language.
 */
export async function violationsOn(page: Page, { colours = true } = {}): Promise<string[]> {
  const asked = { ...options, rules: { 'color-contrast': { enabled: colours } } };
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, ${JSON.stringify(asked)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
}
