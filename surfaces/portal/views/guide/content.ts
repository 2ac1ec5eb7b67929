import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { pictogramNames } from '#design/components/pictogram.tsx';
import { type PlainDate, toDate } from '#platform/dates';
import { type Language, languageCodes } from '#platform/i18n';
import { type Block, parseMarkup } from './markup.ts';

/** What is the same in every language, from `content/pages.yaml`: where a page stands, its picture, and what to read next. */
export type PageEntry = z.output<typeof PageEntry>;

const groups = ['understand', 'apply', 'card', 'care', 'problem', 'about'] as const;
export type PageGroup = (typeof groups)[number];
/** The groups of the guide's index; the statements of `about` are linked from the foot of every page. */
export const guideGroups: readonly PageGroup[] = groups.filter((group) => group !== 'about');

const PageEntry = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/),
  group: z.enum(groups),
  picture: z.enum(pictogramNames).optional(),
  related: z.array(z.string()).default([]),
});

/** The lines above a text: `title: …`. Only the first colon of a line counts, so that a sentence may hold others; `source` may come again. */
const FrontMatter = z.strictObject({
  title: z.string().min(3),
  summary: z.string().min(3),
  updated: z.iso.date(),
  sources: z.array(z.string().min(3)),
  /** Other words people search this page by. */
  words: z.string().optional(),
});

/** A page of the guide in one language, as its file has it. */
export type GuideText = Omit<z.output<typeof FrontMatter>, 'updated'> & {
  readonly entry: PageEntry;
  readonly updated: PlainDate;
  readonly blocks: readonly Block[];
  readonly faults: readonly string[];
};

const folder = new URL('../../content/', import.meta.url);

export function listGuideTexts(language: Language): readonly GuideText[] {
  texts ??= readTexts();
  return texts[language];
}

export function findGuideText(language: Language, name: string): GuideText | undefined {
  return listGuideTexts(language).find(({ entry }) => entry.name === name);
}

let texts: Readonly<Record<Language, readonly GuideText[]>> | undefined;

function readTexts(): Readonly<Record<Language, readonly GuideText[]>> {
  const entries = readEntries();
  const inLanguage = (language: Language) => entries.map((entry) => readGuideText(entry, language));
  return Object.fromEntries(languageCodes.map((language) => [language, inLanguage(language)])) as Record<Language, GuideText[]>;
}

/** `content/pages.yaml`, in its order. Throws, naming the fault, when it has not the form it must have. */
export function readEntries(): readonly PageEntry[] {
  return z.array(PageEntry).parse(parse(readFileSync(new URL('pages.yaml', folder), 'utf8')));
}

/** The number to call, from `content/helpline.yaml`; undefined as long as nobody has given it. */
export function findHelpline(): string | undefined {
  const Helpline = z.strictObject({ number: z.string().min(3).nullable() });
  return Helpline.parse(parse(readFileSync(new URL('helpline.yaml', folder), 'utf8'))).number ?? undefined;
}

/** The folders of `content/`, each holding one page. */
export function listFolders(): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function readGuideText(entry: PageEntry, language: Language): GuideText {
  const file = `${entry.name}/${language}.md`;
  return toGuideText(entry, file, readFileSync(new URL(file, folder), 'utf8'));
}

/** A file: front matter between two lines of three dashes, then the text. Throws, naming the file, when the front matter is wrong. */
export function toGuideText(entry: PageEntry, file: string, text: string): GuideText {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  if (front === undefined || body === undefined) throw new Error(`content/${file}: no front matter between two lines of ---`);
  const read = FrontMatter.safeParse(readFrontMatter(front));
  if (!read.success) throw new Error(`content/${file}: ${z.prettifyError(read.error)}`, { cause: read.error });
  return { ...read.data, updated: toDate(read.data.updated), entry, ...parseMarkup(body) };
}

function readFrontMatter(front: string): Record<string, string | string[]> {
  const lines = front.split('\n').map((line) => /^(\w+):\s*(.*)$/.exec(line.trim())?.slice(1) ?? [line, '']);
  const sources = lines.flatMap(([name, value = '']) => (name === 'source' ? [value] : []));
  return { ...Object.fromEntries(lines.filter(([name]) => name !== 'source')), sources };
}

/** Where a page stands: `/guide/price`, `/about/privacy`. */
export function pathOf({ name, group }: Pick<PageEntry, 'name' | 'group'>): string {
  return group === 'about' ? `/about/${name}` : `/guide/${name}`;
}
