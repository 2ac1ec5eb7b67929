import type { Language } from '#platform/i18n';
import { foldWords } from '#platform/spelling';
import type { GuideIndexView, GuideLink } from '../../pages/guide/guide-index.tsx';
import { findGuideText, type GuideText, guideGroups, listGuideTexts, pathOf } from './content.ts';
import { inlinesOf, plainText } from './markup.ts';

/** All pages in their groups, or those that speak of what was asked. */
export function toGuideIndexView(language: Language, query: string): GuideIndexView {
  const asked = foldWords(query);
  if (asked.length > 0) return { query, found: findPages(language, asked).map(toLink) };
  const texts = listGuideTexts(language);
  return {
    query: '',
    groups: guideGroups.map((group) => ({ group, pages: texts.filter(({ entry }) => entry.group === group).map(toLink) })),
  };
}

/** The pages most people need first, for the home page. */
export function firstGuideLinks(language: Language): readonly GuideLink[] {
  return first.flatMap((name) => findGuideText(language, name) ?? []).map(toLink);
}

const first = ['who', 'papers', 'decision', 'reference-sheet', 'emergency', 'renew', 'lost-card', 'contest'];

/** Pages in which every word asked for begins some word, those that have it in their title first. */
function findPages(language: Language, asked: readonly string[]): readonly GuideText[] {
  return listGuideTexts(language)
    .map((text) => ({ text, weight: weigh(text, asked) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ text }) => text);
}

function weigh(text: GuideText, asked: readonly string[]): number {
  const fields = fieldsOf(text);
  const weights = asked.map((word) => fields.find(({ words }) => words.some((one) => beginsLike(one, word)))?.weight ?? 0);
  return weights.includes(0) ? 0 : weights.reduce((sum, weight) => sum + weight, 0);
}

/** Arabic glues the article, "and" and "for" to a word: البطاقة and والبطاقة are found by بطاقة. */
function beginsLike(word: string, asked: string): boolean {
  return word.startsWith(asked) || word.replace(/^[وفبل]?(ال|لل)/, '').startsWith(asked.replace(/^ال(?=\p{L}{2})/u, ''));
}

type Field = { readonly weight: number; readonly words: readonly string[] };

const folded = new WeakMap<GuideText, readonly Field[]>();

function fieldsOf(text: GuideText): readonly Field[] {
  let fields = folded.get(text);
  if (!fields) {
    const isHeading = (kind: string) => kind === 'heading';
    const say = (wanted: boolean) =>
      text.blocks
        .filter(({ kind }) => isHeading(kind) === wanted)
        .map((block) =>
          plainText(
            inlinesOf(block).filter((inline) => inline.kind === 'text'),
            () => '',
          ),
        )
        .join(' ');
    fields = [
      { weight: 8, words: foldWords(`${text.title} ${text.words ?? ''}`) },
      { weight: 4, words: foldWords(`${text.summary} ${say(true)}`) },
      { weight: 1, words: foldWords(say(false)) },
    ];
    folded.set(text, fields);
  }
  return fields;
}

function toLink({ entry, title, summary }: GuideText): GuideLink {
  return { path: pathOf(entry), title, summary, ...(entry.picture ? { picture: entry.picture } : {}) };
}
