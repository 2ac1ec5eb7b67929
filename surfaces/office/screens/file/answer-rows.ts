import { form } from '#modules/applications';
import { toDate } from '#platform/dates';
import { parseTypedDay, writeDay } from '../../client/typed-day.ts';
import type { FileView } from './file-view.ts';

/** One answer of a file: where it stands in the declaration, what it is called, how it is written. */
export type AnswerRow = {
  /** As corrections name it: `members[0].birth_date`, `dwelling.kind`. */
  readonly place: string;
  /** Whose it is; none for the household. */
  readonly ref?: number;
  /** The message of its name. */
  readonly label: string;
  readonly kind: 'text' | 'date' | 'choice' | 'flag' | 'number';
  readonly script?: 'fr' | 'ar';
  readonly set?: string;
  readonly options?: readonly string[];
  readonly value: unknown;
};

/** What corrections leave alone: where the family lives, how it is reached, what it is covered by. */
const notHere: ReadonlySet<string> = new Set(['province', 'commune', 'covers', 'phone', 'email', 'address']);

/** Every answer that this family was asked, in the order of the form, answered or not. */
export function answerRows({ declaration, filed_on }: Pick<FileView, 'declaration' | 'filed_on'>): readonly AnswerRow[] {
  const answers = form.answersOf(declaration as never);
  const today = toDate(filed_on);
  const others = declaration.members.slice(1).map(({ ref }) => ref);
  return form.formPages.flatMap((page) => {
    const refs = page.isAboutPerson ? others : [undefined];
    return refs.flatMap((ref) => {
      const about = form.aboutOf(page, ref);
      const situation = { answers, today, ...(ref === undefined ? {} : { ref }) };
      const subject = form.subjectOf(answers, about);
      return form.fieldsShown(page, situation).flatMap((field) => rowsOf(field, subject, about));
    });
  });
}

function rowsOf(field: form.Field, subject: form.Tree, ref: number | undefined): AnswerRow[] {
  if (notHere.has(field.kind) || field.key.startsWith('contact.')) return [];
  const of = (key: string) => ({
    place: ref === undefined ? key : `members[${ref - 1}].${key}`,
    ...(ref === undefined ? {} : { ref }),
    value: form.valueAt(subject, key),
  });
  if (field.kind === 'ticks')
    return field.options.map((option) => ({
      ...of(`${field.key}.${option}`),
      label: `applications.form.choice.${field.key}.${option}`,
      kind: 'flag',
    }));
  const label = `applications.form.field.${field.key}`;
  if (field.kind === 'choice') return [{ ...of(field.key), label, kind: 'choice', set: field.set, options: field.options }];
  if (field.kind === 'flag') return [{ ...of(field.key), label, kind: 'flag' }];
  if (field.kind === 'date') return [{ ...of(field.key), label, kind: 'date' }];
  if (field.kind === 'text') return [{ ...of(field.key), label, kind: 'text', script: field.script }];
  return [{ ...of(field.key), label, kind: field.kind === 'cnie' ? 'text' : 'number' }];
}

/** What was typed for an answer as the declaration holds it: nothing is no answer; undefined with a fault when it cannot be. */
export function valueTyped(
  row: AnswerRow,
  typed: string,
): { readonly value: unknown } | { readonly fault: 'no-number' | 'no-date' } {
  const text = typed.trim();
  if (text === '') return { value: undefined };
  if (row.kind === 'flag') return { value: text === 'yes' };
  if (row.kind === 'number') {
    const number = Number(text.replace(/[\s\u202f]/g, '').replace(',', '.'));
    return Number.isFinite(number) && number >= 0 ? { value: number } : { fault: 'no-number' };
  }
  if (row.kind === 'date') {
    const day = parseTypedDay(text);
    return day ? { value: day } : { fault: 'no-date' };
  }
  return { value: row.place.endsWith('.cnie') ? text.replace(/[\s-]/g, '').toUpperCase() : text };
}

/** An answer as a field holds it while it is corrected. */
export function typedFrom({ kind, value }: AnswerRow): string {
  if (value === undefined || value === null) return '';
  if (kind === 'flag') return value === true ? 'yes' : 'no';
  if (kind === 'date') return writeDay(String(value));
  return String(value);
}
