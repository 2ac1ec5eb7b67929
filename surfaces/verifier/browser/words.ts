import { type Facts, isLanguage, type Language, toRuns, translator } from '#platform/i18n';

/** The words that the page brought along, in its language. */
const language: Language = isLanguage(document.body.dataset.language) ? document.body.dataset.language : 'fr';
const given = JSON.parse(document.querySelector('main')?.dataset.words ?? '{}') as Record<string, string>;
const none: ReadonlyMap<string, string> = new Map();
const catalogue = { ar: none, fr: none, zgh: none, en: none, [language]: new Map(Object.entries(given)) };

export const text = translator(language, { catalogue });
const isolating = translator(language, { catalogue, isolating: true });

/** A sentence as a paragraph: what fills it never turns the words around it. */
export function paragraph(key: string, facts?: Facts): HTMLParagraphElement {
  const line = document.createElement('p');
  for (const run of toRuns(isolating(key, facts))) {
    if (!run.isolated) line.append(run.text);
    else {
      const own = document.createElement('bdi');
      own.textContent = run.text;
      line.append(own);
    }
  }
  return line;
}
