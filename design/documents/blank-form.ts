import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import { type Language, languages } from '#platform/i18n';
import { textsOf } from './document-texts.ts';

/** The form on paper, to be filled in by hand: the questions asked on line, under the same numbers. */
export type BlankFormDocument = {
  readonly language: Language;
  /** Since when the questions are these. */
  readonly edition: PlainDate;
  readonly parts: readonly BlankPart[];
  /** What the signer declares, and what a false declaration costs. */
  readonly honour: { readonly statements: readonly string[]; readonly law: string };
};

export type BlankPart = {
  /** "A" */
  readonly letter: string;
  /** In three scripts, so that whoever helps finds the place in their own. */
  readonly titles: Readonly<Record<'ar' | 'fr' | 'zgh', string>>;
  readonly questions: readonly BlankQuestion[];
};

export type BlankQuestion = {
  /** "9", as on line. A question asked of each person comes again for each. */
  readonly number: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly fields: readonly BlankField[];
};

export type BlankField = {
  /** "9.3"; none when the question has one field alone. */
  readonly number?: string;
  readonly label: string;
  readonly notes: readonly string[];
  readonly answer: BlankAnswer;
};

/** The room left for an answer. */
export type BlankAnswer =
  | { readonly kind: 'line' | 'lines' | 'date' | 'amount' }
  /** One box a letter or figure, from left to right. */
  | { readonly kind: 'boxes'; readonly count: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Who of the family has which of these: a line a person. */
  | { readonly kind: 'each-person'; readonly options: readonly string[]; readonly before: readonly string[] };

/** A PDF of A4 pages in the language asked for, the titles of its parts in three scripts. */
export async function blankFormPdf({ language, edition, ...questions }: BlankFormDocument): Promise<Uint8Array> {
  return renderPdf('blank-form', {
    language,
    issuedOn: toIsoDate(edition),
    ...(languages[language].direction === 'rtl' ? keepingRuns(questions) : questions),
    texts: textsOf('blank-form', { edition }),
  });
}

/** Isolates what runs from left to right in an Arabic text: "06 12 34 56 78" and "IC123456" must not be turned round. */
function keepingRuns<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    typeof part === 'string' && key !== 'kind' && key !== 'number' ? isolateRuns(part) : part,
  ) as Value;
}

function isolateRuns(text: string): string {
  return text
    .split(/(\u2068[^\u2069]*\u2069)/)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replace(/[A-Za-z\d](?:[A-Za-z\d\s.,:/–-]*[A-Za-z\d])?/g, '\u2068$&\u2069'),
    )
    .join('');
}
