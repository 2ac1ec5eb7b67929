import { describe, expect, test } from 'vitest';
import { languageCodes } from '#platform/i18n';
import { documentMessages } from '../../../design/documents/document-texts.ts';
import { everyAnnouncement } from './letter-samples.ts';
import { readAnnouncements, readMinutes } from './letters.ts';

const OPENING = /[\u2066-\u2068]/;
const CLOSING = '\u2069';

/** The figures that nothing keeps in their own direction: among Arabic words their groups would change places. */
function bareFigures(text: string): string[] {
  let depth = 0;
  return [...text].filter((letter) => {
    if (OPENING.test(letter)) depth += 1;
    if (letter === CLOSING) depth -= 1;
    return depth === 0 && /\p{Nd}/u.test(letter);
  });
}

const withoutMarks = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '');

describe('in Arabic', async () => {
  const letters = (await readAnnouncements('ar')).map(({ name, letter }) => ({ name, text: letter }));
  const papers = [...letters, ...(await readMinutes('ar'))];

  test.each(papers)('“$name”: every number, date, amount and telephone keeps its own direction', ({ text }) => {
    expect(text.split('\n').filter((line) => bareFigures(line).length > 0)).toEqual([]);
    // The look-out sees: were the marks taken away, every paper would be found out.
    expect(bareFigures(withoutMarks(text)).length).toBeGreaterThan(50);
  });

  test('a message, which has no room for marks, holds no figures that a space divides: a whole run stays in order', async () => {
    for (const { message } of await readAnnouncements('ar')) {
      expect(message).toMatch(/\d{12}/);
      expect(message).not.toMatch(/\d[\s\u00a0\u202f]+\d/);
    }
  });
});

const MOST_WORDS = 15;
const ofLetters = /^(decision|appeal|appeal-decision|put-off|letter)\./;

test.each(languageCodes)('a letter in %s says nothing in more words than whoever reads slowly can keep', (language) => {
  const texts = [...documentMessages()[language]].filter(([key]) => ofLetters.test(key));
  expect(texts.length).toBeGreaterThan(50);
  const sentences = texts.flatMap(([, text]) => text.replaceAll(/\{[^}]*\}/g, 'X').split(/[.:?؟!]\s/));
  const tooLong = sentences.filter((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > MOST_WORDS);
  expect(tooLong).toEqual([]);
});

const said = (text: string) => withoutMarks(text).replaceAll('’', "'");

describe.each(languageCodes)('in %s', async (language) => {
  test.each(await readAnnouncements(language))(
    '“$name”: the message, the page and the letter say it in the same words',
    (read) => {
      const { dossier, outcome } = everyAnnouncement[read.name] ?? {};
      const [first = ''] = read.message.split('\n');
      const words =
        first
          .slice(first.indexOf('. ') + 2)
          .split('. ')[0]
          ?.replace(/\.$/, '') ?? '';
      expect(words.length).toBeGreaterThan(8);
      expect(said(read.page)).toContain(said(words));
      expect(said(read.letter)).toContain(said(words));
      // Neither whoever looks over a shoulder nor the telephone company learns the category or the name.
      const name = dossier?.names.fr?.family ?? '';
      expect(read.message.toLowerCase()).not.toMatch(/pauv|vulnér|poor|vulnerab|فقر|هشاش/);
      expect(read.message.toLowerCase()).not.toContain(name.toLowerCase());
      expect(outcome).toBeDefined();
    },
  );

  test('whoever can contest reads until which day in the message, on the page and in the letter; nobody else does', async () => {
    for (const { name, message, page, letter } of await readAnnouncements(language)) {
      const canContest = name.startsWith('refused') || name === 'admitted, vulnerable';
      expect([name, message.includes('11/11/2026')]).toEqual([name, canContest]);
      expect([name, /11 \S+ 2026/.test(said(page))]).toEqual([name, canContest]);
      expect([name, /11 \S+ 2026/.test(said(letter))]).toEqual([name, canContest]);
    }
  });
});
