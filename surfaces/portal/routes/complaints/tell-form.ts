import { isSubject, LONGEST_COMPLAINT, needsWords, type Subject } from '#modules/complaints';
import { findProvince } from '#modules/territory';
import type { PlainDate } from '#platform/dates';
import { isId, newId } from '#platform/ids';
import type { TellError, TypedComplaint } from '../../pages/complaints/tell.tsx';
import { fieldOf } from '../answers.ts';
import { readFindForm } from '../find-form.ts';
import { readPhone } from '../phone-field.ts';

/** What was typed, and either what it means or everything that is wrong with it. */
export type TellForm = { readonly typed: TypedComplaint; readonly token: string } & (
  | { readonly errors: readonly TellError[] }
  | {
      readonly words: string;
      readonly phone?: string;
      /** The request it is about, by number and birth date, or the province its author named; neither when the browser's proof says. */
      readonly about?: { readonly pair: Pair } | { readonly province: string };
    }
);

type Pair = { readonly number: string; readonly birthDate: string };
type Asked = { readonly subject: Subject; readonly isProven: boolean; readonly today: PlainDate };

/** Reads the second page of a complaint before anything is looked up. A province is needed only by who gives no number. */
export function readTellForm(body: unknown, { subject, isProven, today }: Asked): TellForm {
  const find = readFindForm(body, today);
  const typed = typedIn(body, find.typed);
  const token = tokenIn(body);
  const phone = readPhone(typed.phone);
  const about: About = isProven ? {} : aboutOf(typed, find);
  const errors: (TellError | undefined)[] = [
    wordsError(subject, typed.words),
    ...(about.errors ?? []),
    phone === 'phone-wrong' ? phone : undefined,
  ];
  const wrong = errors.filter((error) => error !== undefined);
  if (wrong.length > 0) return { typed, token, errors: wrong };
  return {
    typed,
    token,
    words: typed.words.trim(),
    ...(phone ? { phone } : {}),
    ...(about.about ? { about: about.about } : {}),
  };
}

/** The subject of an address, when there is such a one. */
export function subjectIn(query: unknown): Subject | undefined {
  const subject = fieldOf(query, 'subject');
  return isSubject(subject) ? subject : undefined;
}

function typedIn(body: unknown, { number, birth }: ReturnType<typeof readFindForm>['typed']): TypedComplaint {
  return {
    words: fieldOf(body, 'words')
      .replaceAll('\r\n', '\n')
      .slice(0, LONGEST_COMPLAINT * 2),
    number,
    birth,
    province: fieldOf(body, 'province').slice(0, 20),
    phone: fieldOf(body, 'phone').slice(0, 40),
  };
}

function tokenIn(body: unknown): string {
  const token = fieldOf(body, 'token');
  return isId(token) ? token : newId();
}

function wordsError(subject: Subject, words: string): TellError | undefined {
  if (words.trim().length > LONGEST_COMPLAINT) return 'words-too-long';
  return words.trim() === '' && needsWords(subject) ? 'words-missing' : undefined;
}

type About = {
  readonly errors?: readonly TellError[];
  readonly about?: { readonly pair: Pair } | { readonly province: string };
};

function aboutOf({ number, birth, province }: TypedComplaint, find: ReturnType<typeof readFindForm>): About {
  const isPairEmpty = [number, birth.day, birth.month, birth.year].every((part) => part.trim() === '');
  if (isPairEmpty) return findProvince(province) ? { about: { province } } : { errors: ['place-missing'] };
  // A national card opens the steps only: it does not tell which request is complained about.
  if ('pair' in find) return 'number' in find.pair ? { about: { pair: find.pair } } : { errors: ['number-wrong'] };
  return { errors: find.errors as readonly TellError[] };
}
