import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lawAt } from '#law';
import { projectRoot } from '#platform/config';
import { languageCodes } from '#platform/i18n';
import { paths } from '../../place.ts';
import { findGuideText, type GuideText, listFolders, listGuideTexts, pathOf, readEntries, toGuideText } from './content.ts';
import { findLawValue } from './law-value.ts';
import { type Block, inlinesOf, plainText } from './markup.ts';

const law = lawAt('2026-11-22');
const entries = readEntries();
const everyText = languageCodes.flatMap((language) =>
  listGuideTexts(language).map((text) => ({ language, text, name: `${text.entry.name} in ${language}` })),
);
const addresses = new Set<string>([
  paths.trial.start,
  ...Object.values(paths).filter((path) => typeof path === 'string'),
  ...entries.map(pathOf),
  paths.complaint(),
  '/api/declaration.schema.json',
  '/api/ramed-batch-1.xsd',
]);

test('every folder of content is a page of the list, and every page has its folder', () => {
  expect([...listFolders()].sort()).toEqual(entries.map(({ name }) => name).sort());
});

test.each(languageCodes)('the privacy statement names in %s each cookie that a browser is given', (language) => {
  const sources = globSync('surfaces/{portal,server}/**/*.ts', { cwd: projectRoot, exclude: ['**/*.test.ts'] });
  const code = sources.map((file) => readFileSync(join(projectRoot, file), 'utf8')).join('\n');
  const given = [...new Set(code.match(/(?<=')ramed_[a-z_]+(?=')/g))];
  expect(given.length).toBeGreaterThan(3);
  const told = new Set(textOf(findGuideText(language, 'privacy')?.blocks ?? []).match(/ramed_[a-z_]+/g));
  expect(given.filter((cookie) => !told.has(cookie))).toEqual([]);
});

test('what is to be read next exists', () => {
  const names = entries.map(({ name }) => name);
  expect(entries.flatMap(({ related }) => related).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(everyText)('$name', ({ language, text }) => {
  const inlines = text.blocks.flatMap(inlinesOf);

  test('is written with the signs an editor may use', () => {
    expect(text.faults).toEqual([]);
  });

  test('names only numbers that the law has, the same as in French', () => {
    const keys = keysOf(text);
    expect(keys.filter((key) => findLawValue(law, language, key) === undefined)).toEqual([]);
    expect(keys).toEqual(keysOf(frenchOf(text)));
  });

  test('types no amount and no delay: they come from the law', () => {
    const typed = textOf(text.blocks).match(new RegExp(`\\d+\\s*(${units.join('|')})(?!\\p{L})`, 'gu'));
    expect(typed).toBe(null);
  });

  test('links only to pages that exist', () => {
    const links = inlines.flatMap((inline) => (inline.kind === 'link' ? [inline.address] : []));
    expect(links.filter((address) => !addresses.has(address) && !address.startsWith('https://'))).toEqual([]);
    expect(links).toEqual(linksOf(frenchOf(text)));
  });

  test('has the parts that it has in French, and asks a question in each heading', () => {
    expect(shapeOf(text)).toEqual(shapeOf(frenchOf(text)));
    const headings = text.blocks.filter(({ kind }) => kind === 'heading').map((heading) => textOf([heading]));
    expect(headings.length).toBeGreaterThanOrEqual(2);
    expect(headings.filter((heading) => !/[?؟]$/.test(heading))).toEqual([]);
  });

  test('speaks in short sentences', () => {
    const sentences = sentencesOf(text);
    expect(sentences.filter((sentence) => wordsIn(sentence) > LONGEST)).toEqual([]);
    expect(sentences.filter((sentence) => wordsIn(sentence) > LONG).length).toBeLessThanOrEqual(MOST_LONG);
  });
});

/** Fifteen words is the aim; a page may miss it a few times, and never by more than a third. */
const [LONG, LONGEST, MOST_LONG] = [15, 20, 2];

const units = 'DH|dirhams?|jours?|mois|ans?|درهما?|يوما?|أيام|أشهر|شهرا?|سنوات|سنة|ⴷⵔⵀⵎ|ⵡⴰⵙⵙ|ⵡⵓⵙⵙⴰⵏ|days?|months?|years?'.split(
  '|',
);

test('a page that somebody spoilt is refused with its name and what is wrong', () => {
  const entry = { name: 'price', group: 'understand', related: [] } as const;
  const front = '---\ntitle: Prix\nsummary: Le prix\nupdated: 2026-11-26\n---\n';
  const read = (body: string) => toGuideText({ ...entry, related: [] }, 'price/fr.md', front + body);
  expect(() => toGuideText({ ...entry, related: [] }, 'price/fr.md', 'Du texte')).toThrow('content/price/fr.md');
  expect(() => toGuideText({ ...entry, related: [] }, 'price/fr.md', front.replace('Prix', 'P'))).toThrow(
    /price\/fr.md.*title/su,
  );
  expect(read('Un <script>alert(1)</script>').faults).toHaveLength(1);
  expect(read('# Trop grand').faults).toHaveLength(1);
  expect(read('Un **gras jamais fermé').faults).toHaveLength(1);
  expect(read('Un {trou non fermé').faults).toHaveLength(1);
  expect(read('Un texte sain, avec [un lien](/guide/price) et {contributions.perPerson}.').faults).toEqual([]);
});

test('a number that the law does not have is not found, nor what is no number', () => {
  for (const key of ['contributions.none', 'none.perPerson', 'deadlines.decision', 'contributions.family.x', 'toString.length']) {
    expect(findLawValue(law, 'fr', key)).toBeUndefined();
  }
});

test('the numbers are of the day: what was true at the pilot is no longer', () => {
  expect(findLawValue(lawAt('2009-01-01'), 'fr', 'rights.periodMonths')?.text).toBe('2 ans');
  expect(findLawValue(law, 'fr', 'rights.periodMonths')?.text).toBe('3 ans');
  expect(findLawValue(law, 'fr', 'contributions.family.9')?.text).toBe('600\u00a0DH');
  expect(findLawValue(law, 'fr', 'commissions.appealDays')?.status).toBe('illustrative');
});

function frenchOf({ entry }: GuideText): GuideText {
  const french = findGuideText('fr', entry.name);
  if (!french) throw new Error(`no ${entry.name} in French`);
  return french;
}

function keysOf({ blocks }: GuideText): string[] {
  return blocks.flatMap(inlinesOf).flatMap((inline) => (inline.kind === 'value' ? [inline.key] : []));
}

function linksOf({ blocks }: GuideText): string[] {
  return blocks.flatMap(inlinesOf).flatMap((inline) => (inline.kind === 'link' ? [inline.address] : []));
}

function shapeOf({ blocks }: GuideText): string[] {
  return blocks.map((block) => (block.kind === 'list' ? `list of ${block.items.length}` : block.kind));
}

function textOf(blocks: readonly Block[]): string {
  const piecesOf = (block: Block) => (block.kind === 'list' ? block.items : [block.children]);
  return blocks
    .flatMap(piecesOf)
    .map((inlines) => plainText(inlines, () => '0'))
    .join('\n');
}

function sentencesOf({ summary, blocks }: GuideText): string[] {
  return `${summary}\n${textOf(blocks)}`.split(/(?<=[.?!؟:;؛])\s|\n/);
}

function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{Nd}]/u.test(word)).length;
}
