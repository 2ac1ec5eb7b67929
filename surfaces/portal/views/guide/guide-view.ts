import type { Law } from '#law';
import type { Language } from '#platform/i18n';
import type { GuideView } from '../../pages/guide/guide-page.tsx';
import { findGuideText, type GuideText, pathOf } from './content.ts';
import { findLawValue, type LawValue } from './law-value.ts';
import { inlinesOf } from './markup.ts';

/** A page of the guide with the law of the day in it; undefined when there is no such page. Throws on a number the law does not have. */
export function findGuideView(language: Language, name: string, law: Law): GuideView | undefined {
  const text = findGuideText(language, name);
  return text && toGuideView(language, text, law);
}

function toGuideView(language: Language, text: GuideText, law: Law): GuideView {
  const { entry, title, summary, updated, sources, blocks } = text;
  const keys = new Set(blocks.flatMap(inlinesOf).flatMap((inline) => (inline.kind === 'value' ? [inline.key] : [])));
  const values = new Map([...keys].map((key) => [key, getLawValue(law, language, key)]));
  const related = entry.related.flatMap((other) => findGuideText(language, other) ?? []);
  return {
    title,
    summary,
    updated,
    sources,
    blocks,
    values,
    isStatement: entry.group === 'about',
    ...(entry.picture ? { picture: entry.picture } : {}),
    related: related.map((other) => ({ title: other.title, path: pathOf(other.entry) })),
  };
}

function getLawValue(law: Law, language: Language, key: string): LawValue {
  const value = findLawValue(law, language, key);
  if (value === undefined) throw new Error(`guide-value-unknown: ${key}`);
  return value;
}
