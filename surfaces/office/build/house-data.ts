import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';
import { loadTerritory } from '#modules/territory';
import { projectRoot } from '#platform/config';
import { isLanguage, type Language, loadMessages } from '#platform/i18n';
import { statedParameters } from '../../../law/stated-parameters.ts';

const PREFIX = 'ramed:';

/** Whose words the office says; those of citizens' pages and of partners stay at home. */
const SPOKEN =
  /^(office|actions|applications|cards|commissions|complaints|contributions|coverage|design|documents|eligibility|entitlements|exchange|i18n|notices|registry|staff|verifications)\./;

/** Lets the browser have what the server reads from files: the law, the territory, the words of a language. */
export function houseData(): Plugin {
  return {
    name: 'ramed-house-data',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(dataNamed(id.slice(PREFIX.length + 1))))})`;
    },
  };
}

function dataNamed(name: string): unknown {
  if (name === 'law') return Object.fromEntries(statedParameters());
  if (name === 'territory') return loadTerritory();
  const language = name.replace('words/', '');
  if (isLanguage(language)) return wordsIn(language);
  throw new Error(`the office asks for data that the house does not have: ${name}`);
}

function wordsIn(language: Language): Record<string, string> {
  return Object.fromEntries([...loadMessages(projectRoot)[language]].filter(([key]) => SPOKEN.test(key)));
}

/**
 * Where `name.ts` has a sibling `name.browser.ts`, the office gets the sibling: a module's front door without its store, a reader of files
 * that reads none.
 */
export function browserSiblings(): Plugin {
  return {
    name: 'ramed-browser-siblings',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || !/^[.#]/.test(source)) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const sibling = found?.id.replace(/\.ts$/, '.browser.ts');
      return sibling !== undefined && sibling !== found?.id && existsSync(sibling) ? sibling : found;
    },
  };
}
