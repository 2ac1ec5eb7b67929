import { Cnie, choices } from '#modules/eligibility';
import { communesOfProvince, findCommune, findProvince } from '#modules/territory';
import { dateOf, Temporal, toIsoDate } from '#platform/dates';
import { normaliseTyped, parsePhone } from '#platform/numbers';
import { type Answers, subjectOf, withSubject, withValue } from './answers.ts';
import type { Field, FieldFault, Situation } from './field.ts';
import { aboutOf, fieldsShown, type QuestionPage } from './pages.ts';

/** What a browser sent: one text a field, several for ticks. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export type Fault = { readonly key: string; readonly fault: FieldFault };

/** The answers with this page's in them, or everything that is wrong with what was typed, in the order of the page. */
export function readPage(
  page: QuestionPage,
  typed: Typed,
  situation: Situation,
): { readonly answers: Answers } | { readonly faults: readonly Fault[] } {
  const fields = fieldsShown(page, situation);
  const read = fields.map((field) => ({ field, ...readField(field, typed, situation) }));
  const faults: Fault[] = read.flatMap(({ field, fault }) => (fault ? [{ key: field.key, fault }] : []));
  const values = Object.fromEntries(read.map(({ field, value }) => [field.key, value]));
  if (faults.length === 0) faults.push(...(page.faultsBetween?.(values) ?? []));
  if (faults.length > 0) return { faults };
  const about = aboutOf(page, situation.ref);
  let { answers } = situation;
  for (const { field, value } of read) answers = withAnswer(answers, { field, value, about });
  if (about === 1) answers = withSubject(answers, 1, { ...subjectOf(answers, 1), relation: 'head' });
  return { answers };
}

/** The answers without those of a page, for who does not know them. */
export function withoutPage(page: QuestionPage, situation: Situation): Answers {
  const about = aboutOf(page, situation.ref);
  const keys = fieldsShown(page, situation).flatMap((field) =>
    field.kind === 'ticks' ? field.options.map((option) => `${field.key}.${option}`) : [field.key],
  );
  const left = keys.reduce((subject, key) => withValue(subject, key, undefined), subjectOf(situation.answers, about));
  return withSubject(situation.answers, about, left);
}

type Given = { readonly field: Field; readonly value: unknown; readonly about: number | undefined };

function withAnswer(answers: Answers, { field, value, about }: Given): Answers {
  if (field.kind === 'covers') {
    const covers = value as readonly (string | null)[];
    return { ...answers, members: answers.members.map((person, index) => ({ ...person, other_cover: covers[index] ?? null })) };
  }
  if (field.kind === 'ticks') {
    const ticked = value as readonly string[];
    return field.options.reduce((all, option) => withValue(all, `${field.key}.${option}`, ticked.includes(option)), answers);
  }
  const moved = field.kind === 'province' && value !== answers.province ? withValue(answers, 'commune', undefined) : answers;
  return withSubject(moved, about, withValue(subjectOf(moved, about), field.key, value));
}

type Read = { readonly value?: unknown; readonly fault?: FieldFault };

function readField(field: Field, typed: Typed, situation: Situation): Read {
  if (field.kind === 'date') return readDate(field, typed, situation);
  if (field.kind === 'covers') return readCovers(typed, situation);
  if (field.kind === 'ticks') return { value: field.options.filter((option) => textsAt(typed, field.key).includes(option)) };
  const text = textAt(typed, field.key);
  if (text === '' && 'whenBlank' in field) return { value: field.whenBlank };
  if (text === '') return field.isOptional ? {} : { fault: 'missing' };
  return readText(field, text, situation);
}

function readText(field: Field, text: string, { answers }: Situation): Read {
  switch (field.kind) {
    case 'text':
      return readName(text, field.script);
    case 'choice':
      return field.options.includes(text) ? { value: text } : { fault: 'missing' };
    case 'flag':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : { fault: 'missing' };
    case 'whole':
    case 'decimal':
    case 'dirhams':
      return readNumber(field, text);
    case 'cnie': {
      const card = Cnie.safeParse(normaliseTyped(text));
      return card.success ? { value: card.data } : { fault: 'no-card' };
    }
    case 'phone':
      return readPhone(text);
    case 'email':
      return /^[^\s@]{1,64}@[^\s@]+\.[^\s@.]{2,}$/.test(text) && text.length <= 254 ? { value: text } : { fault: 'no-email' };
    case 'address':
      return text.length <= LONGEST_ADDRESS ? { value: text } : { fault: 'too-long' };
    case 'province':
      return findProvince(text) && communesOfProvince(text as never).length > 0 ? { value: text } : { fault: 'missing' };
    default:
      return findCommune(text)?.province === answers.province ? { value: text } : { fault: 'missing' };
  }
}

const LONGEST_ADDRESS = 300;
const LONGEST_NAME = 80;

// Control signs, invisible joints and marks of direction: nobody types them on purpose, and they hide what a name is.
const invisible = /[\p{Cc}\p{Cf}]/gu;

function readName(text: string, script: 'fr' | 'ar'): Read {
  const name = text.replace(invisible, '').replace(/\s+/g, ' ').trim().normalize('NFC');
  if (name === '') return {};
  if (name.length > LONGEST_NAME) return { fault: 'too-long' };
  const hasArabic = /\p{Script=Arabic}/u.test(name);
  if (script === 'ar') return hasArabic && !/\p{Script=Latin}/u.test(name) ? { value: name } : { fault: 'not-arabic' };
  return /\p{Script=Latin}/u.test(name) && !hasArabic ? { value: name } : { fault: 'not-latin' };
}

/** Digits of any hand, with spaces between thousands; a comma or a point before tenths of a hectare. */
function readNumber(field: Extract<Field, { least: number }>, text: string): Read {
  // A sign is no separator to be forgotten: whoever writes less than nothing is asked again.
  if (/^\s*[-\u2212\u2013]/.test(text)) return { fault: 'number-range' };
  const digits = normaliseTyped(text.replaceAll('\u066b', '.'))
    .replace(/(DH|MAD|درهم)$/, '')
    .replace(',', '.');
  const isNumber = field.kind === 'decimal' ? /^\d{1,9}(\.\d{1,2})?$/.test(digits) : /^\d{1,10}$/.test(digits);
  if (!isNumber) return { fault: field.kind === 'decimal' ? 'no-number' : 'no-whole-number' };
  const value = Number(digits);
  return value >= field.least && value <= field.most ? { value } : { fault: 'number-range' };
}

function readPhone(text: string): Read {
  const phone = parsePhone(text);
  return phone === undefined ? { fault: 'no-phone' } : { value: phone };
}

function readDate(field: Field, typed: Typed, { today }: Situation): Read {
  const parts = ['year', 'month', 'day'].map((part) => normaliseTyped(textAt(typed, `${field.key}-${part}`)));
  if (parts.every((part) => part === '')) return { fault: 'missing' };
  const [year = '', month = '', day = ''] = parts;
  const date =
    /^\d{4}$/.test(year) && /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(day)
      ? dateOf(Number(year), Number(month), Number(day))
      : undefined;
  if (!date) return { fault: 'no-date' };
  if (Temporal.PlainDate.compare(date, today) > 0) return { fault: 'date-ahead' };
  return date.year < 1900 ? { fault: 'date-too-old' } : { value: toIsoDate(date) };
}

/** "No" for everyone at once, or the cover of each person by itself. */
function readCovers(typed: Typed, { answers }: Situation): Read {
  const anyone = textAt(typed, 'other_cover');
  if (anyone === 'no') return { value: answers.members.map(() => null) };
  if (anyone !== 'yes') return { fault: 'missing' };
  const known: readonly string[] = choices.other_cover;
  const value = answers.members.map((_person, index) => {
    const cover = textAt(typed, `other_cover-${index + 1}`);
    return known.includes(cover) ? cover : null;
  });
  return value.some((cover) => cover !== null) ? { value } : { fault: 'no-cover-chosen' };
}

export function textAt(typed: Typed, key: string): string {
  const [text = ''] = textsAt(typed, key);
  return text.trim().slice(0, 1_000);
}

export function textsAt(typed: Typed, key: string): readonly string[] {
  const value = Object.hasOwn(typed, key) ? typed[key] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
