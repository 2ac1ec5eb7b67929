import { PDFiumLibrary } from '@hyzyla/pdfium';
import { describe, expect, test } from 'vitest';
import { blankFormPdf } from '#design/documents/index.ts';
import { form } from '#modules/applications';
import { type Language, languageCodes, translator } from '#platform/i18n';
import { toBlankForm } from './blank-form.ts';
import { agesAsked, placesAsked } from './who-is-asked.ts';

const pdfium = await PDFiumLibrary.init();

async function textOf(language: Language): Promise<string> {
  const pdf = await pdfium.loadDocument(await blankFormPdf(toBlankForm(language)));
  return [...pdf.pages()].map((page) => page.getText()).join('\n');
}

/**
 * A text without what depends on the page alone: marks of direction, line breaks, and the order of letters within a word, since one sign
 * drawn for two Arabic letters is given back in the order in which it is painted.
 */
function folded(text: string): string {
  const words = text
    .normalize('NFKC')
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .split(/\s+/);
  return words.map((word) => [...word].sort().join('')).join(' ');
}

describe.each(languageCodes)('the form on paper in %s', (language) => {
  const say = translator(language);
  const paper = toBlankForm(language);

  test('asks each question of the form on line, under its number', () => {
    const questions = paper.parts.flatMap((part) => part.questions);
    expect([...new Set(questions.map(({ number }) => number))]).toEqual(
      form.formPages.map((page) => String(form.numberOfPage(page))),
    );
    for (const page of form.formPages.filter(({ fields }) => fields.length > 1)) {
      const [question] = questions.filter(({ number }) => number === String(form.numberOfPage(page)));
      expect(question?.fields.map(({ number }) => number)).toEqual(page.fields.map((field) => form.numberOfField(page, field)));
      expect(question?.fields.map(({ label }) => label)).toEqual(
        page.fields.map((field) => expect.stringContaining(say(`applications.form.field.${field.key}`))),
      );
    }
  });

  test('offers each answer that can be chosen on line, in its order', () => {
    const chosen = form.formPages.flatMap((page) =>
      page.fields.flatMap((field) => (field.kind === 'choice' ? [{ page, field }] : [])),
    );
    expect(chosen.length).toBeGreaterThan(8);
    for (const { page, field } of chosen) {
      const printed = paper.parts
        .flatMap((part) => part.questions)
        .find(({ number }) => number === String(form.numberOfPage(page)))
        ?.fields.find(({ number }) => number === form.numberOfField(page, field));
      const options = field.options.map((option) => say(`applications.form.choice.${field.set}.${option}`));
      expect(printed?.answer).toEqual({ kind: 'choice', options });
    }
  });

  test('has on its pages the number and the words of each question', async () => {
    const text = folded(await textOf(language));
    for (const { number, fields } of paper.parts.flatMap((part) => part.questions)) {
      expect(text).toContain(folded(number));
      for (const field of fields) if (field.number) expect(text).toContain(folded(field.number));
    }
    for (const page of form.formPages.filter(({ isAboutPerson }) => !isAboutPerson)) {
      expect(text).toContain(folded(say(`applications.form.page.${page.key}`)));
    }
  });

  test('weighs less than 300 kB, is an archival PDF, and comes out the same twice', async () => {
    const [once, again] = [await blankFormPdf(paper), await blankFormPdf(toBlankForm(language))];
    expect(once.length).toBeLessThan(307_200);
    expect(Buffer.compare(once, again)).toBe(0);
    expect(Buffer.from(once).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
  });
});

test('Arabic letters join: eight of them are one stroke, and eight that never join are eight', async () => {
  const empty = await strokesOf('');
  expect((await strokesOf('س'.repeat(8))) - empty).toBe(1);
  expect((await strokesOf('د'.repeat(8))) - empty).toBe(8);
});

test('in an Arabic sentence a telephone number runs from left to right', async () => {
  const painted = (await textOf('ar')).replaceAll(/[\u2066-\u2069.]/g, '');
  // Of a line painted from right to left pdfium gives back the words from the right: what runs from left to right comes last first.
  expect(painted).toContain('78 56 34 12 06');
});

test('paper says for whom a question is: from which age, until which, and in the country alone', () => {
  const field = (page: string, key: string) => {
    const found = form.formPages.find((one) => one.key === page)?.fields.find((one) => one.key === key);
    if (!found) throw new Error(`no ${key} on ${page}`);
    return found;
  };
  expect(agesAsked(field('situation', 'occupation'))).toEqual({ from: 15 });
  expect(agesAsked(field('situation', 'schooling'))).toEqual({ until: 26 });
  expect(agesAsked(field('identity', 'sex'))).toEqual({});
  const places = Object.fromEntries(form.formPages.map((page) => [page.key, placesAsked(page)]));
  expect(places).toMatchObject({ farm: 'rural', income: 'everywhere' });
});

/** How many separate strokes of ink the last page has when this is one of the things declared. */
async function strokesOf(statement: string): Promise<number> {
  const pdf = await blankFormPdf({ ...toBlankForm('ar'), parts: [], honour: { statements: [statement], law: '' } });
  const page = (await pdfium.loadDocument(pdf)).getPage(0);
  const { data, width } = await page.render({ scale: 3, render: async (image) => image.data });
  const dark = Uint8Array.from({ length: data.length / 4 }, (_, at) => Number((data[at * 4] ?? 255) < 128));
  let strokes = 0;
  for (const [at, ink] of dark.entries()) {
    if (ink === 1) strokes += 1;
    if (ink === 1) erase(dark, at, width);
  }
  return strokes;
}

function erase(dark: Uint8Array, from: number, width: number): void {
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (dark[at] !== 1) continue;
    dark[at] = 0;
    open.push(at - 1, at + 1, at - width, at + width, at - width - 1, at - width + 1, at + width - 1, at + width + 1);
  }
}
