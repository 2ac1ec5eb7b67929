import { type Declaration, parseDeclaration } from '#modules/eligibility';
import type { Language } from '#platform/i18n';
import type { Tree } from '../form/index.ts';
import { bitReader, bitWriter, NotThisLayoutError } from './bits.ts';
import { layout1 } from './layout.ts';

/** What the code on a printed dossier says: a request as its family sent it. */
export type AnswersOfDossier = {
  readonly number: string;
  /** In which the dossier is written. */
  readonly language: Language;
  readonly declaration: Declaration;
  readonly contact?: Tree | undefined;
};

/** What came out of a code: the answers; or that another version of RAMED printed it; or that it is no such thing. */
export type AnswersRead =
  | { readonly answers: AnswersOfDossier }
  | { readonly fault: 'other-version'; readonly version: number }
  | { readonly fault: 'not-answers' };

/** "DA", then the version: nothing else that the house signs begins so. */
const MARK = [0x44, 0x41];
const VERSION = 1;

/**
 * The answers in as few bytes as they take: choices by their place, days as days, a name that comes again as its place, letters in six bits.
 * The same answers always give the same bytes. Throws a RangeError on what the layout cannot hold: no code is printed that would say less.
 */
export function encodeAnswers({ number, language, declaration, contact }: AnswersOfDossier): Uint8Array {
  const bits = bitWriter();
  const { schema: _schema, members, ...household } = declaration;
  const persons = members.map(({ ref: _ref, ...person }) => person);
  layout1.write({ bits, texts: [] }, { number, language, declaration: { ...household, members: persons }, contact });
  const bytes = Uint8Array.from([...MARK, VERSION, ...bits.bytes()]);
  const read = decodeAnswers(bytes);
  const isWhole = 'answers' in read && inOneOrder(read.answers) === inOneOrder({ number, language, declaration, contact });
  if (!isWhole) throw new RangeError('these answers do not survive their code');
  return bytes;
}

/** The same answers as the same text, whatever the order of their keys. */
function inOneOrder(answers: AnswersOfDossier): string {
  return JSON.stringify(answers, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** Reads what {@link encodeAnswers} wrote, in any version that was ever printed. Whose it is, a signature says before. */
export function decodeAnswers(bytes: Uint8Array): AnswersRead {
  const [first, second, version = 0] = bytes;
  if (first !== MARK[0] || second !== MARK[1] || version === 0) return { fault: 'not-answers' };
  if (version !== VERSION) return { fault: 'other-version', version };
  try {
    return readLayout1(bytes.subarray(MARK.length + 1));
  } catch (error) {
    // Whatever a reader stumbles over, a wrong text of UTF-8 and a day out of the calendar too, the bytes are no answers.
    if (error instanceof NotThisLayoutError || error instanceof RangeError || error instanceof TypeError) {
      return { fault: 'not-answers' };
    }
    throw error;
  }
}

type AsWritten = {
  readonly number: string;
  readonly language: Language;
  readonly declaration: { readonly members: readonly Tree[] };
  readonly contact?: Tree;
};

function readLayout1(bytes: Uint8Array): AnswersRead {
  const bits = bitReader(bytes);
  const { number, language, declaration, contact } = layout1.read({ bits, texts: [] }) as AsWritten;
  // A whole code ends within its last byte.
  if (bits.isOut() || bits.rest() >= 8) return { fault: 'not-answers' };
  const parsed = parseDeclaration({
    schema: 'ramed.declaration/1',
    ...declaration,
    members: declaration.members.map((person, index) => ({ ref: index + 1, ...person })),
  });
  if (!parsed.ok) return { fault: 'not-answers' };
  return { answers: { number, language, declaration: parsed.declaration, ...(contact === undefined ? {} : { contact }) } };
}
