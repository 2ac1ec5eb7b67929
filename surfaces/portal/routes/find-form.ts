import { looksLikeApplicationNumber } from '#modules/applications';
import { Cnie } from '#modules/eligibility';
import { dateOf, type PlainDate, Temporal, toIsoDate } from '#platform/dates';
import { normaliseTyped } from '#platform/numbers';
import type { FindError, FindView } from '../pages/follow-find.tsx';
import { fieldOf } from './answers.ts';

type Typed = NonNullable<FindView['typed']>;

/** What was typed, as typed, and either the pair it means or everything that is wrong with it. */
export type FindForm = { readonly typed: Typed } & ({ readonly pair: Pair } | { readonly errors: readonly FindError[] });

/** The head's birth date, with the number on the receipt or that of the head's national card. */
export type Pair = { readonly birthDate: string } & ({ readonly number: string } | { readonly cnie: string });

/** Reads the two answers of the page *follow my request*, in any digits, before anything is looked up. */
export function readFindForm(body: unknown, today: PlainDate): FindForm {
  const typed = typedIn(body);
  const number = normaliseTyped(typed.number);
  const birth = readBirth(typed.birth, today);
  const errors = [numberError(number), typeof birth === 'string' ? birth : undefined].filter((error) => error !== undefined);
  if (errors.length > 0 || typeof birth === 'string') return { typed, errors };
  const birthDate = toIsoDate(birth);
  return { typed, pair: looksLikeApplicationNumber(number) ? { number, birthDate } : { cnie: number, birthDate } };
}

/** Nobody types more, and a page that comes back must not carry a book. */
const LONGEST = 40;

function typedIn(body: unknown): Typed {
  const field = (name: string) => fieldOf(body, name).slice(0, LONGEST);
  return { number: field('number'), birth: typedBirth(body) };
}

/** A birth date as it was typed, in three fields. */
export function typedBirth(body: unknown): Typed['birth'] {
  const part = (name: string) => fieldOf(body, `birth-${name}`).slice(0, LONGEST);
  return { day: part('day'), month: part('month'), year: part('year') };
}

function numberError(number: string): FindError | undefined {
  if (number === '') return 'number-missing';
  return looksLikeApplicationNumber(number) || Cnie.safeParse(number).success ? undefined : 'number-wrong';
}

/** The day that was typed, in any digits; or what is wrong with it. */
export function readBirth(
  { day, month, year }: Typed['birth'],
  today: PlainDate,
): PlainDate | 'birth-missing' | 'birth-impossible' {
  const parts = [year, month, day].map(normaliseTyped);
  if (parts.includes('')) return 'birth-missing';
  const [y = '', m = '', d = ''] = parts;
  const date =
    /^\d{4}$/.test(y) && /^\d{1,2}$/.test(m) && /^\d{1,2}$/.test(d) ? dateOf(Number(y), Number(m), Number(d)) : undefined;
  return date && Temporal.PlainDate.compare(date, today) <= 0 ? date : 'birth-impossible';
}
