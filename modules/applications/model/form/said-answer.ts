import { findCommune, findProvince, type PlaceName } from '#modules/territory';
import { parseDate } from '#platform/dates';
import { formatDate, formatMoney, formatNumber, type Language, translator } from '#platform/i18n';
import { dirhams } from '#platform/money';
import { type Tree, valueAt } from './answers.ts';
import type { Field } from './field.ts';

/** The answer to a question in words, as a page, a paper or a counter says it back; undefined when it was not given. Covers are said by person. */
export function saidAnswer(language: Language, field: Field, subject: Tree): string | undefined {
  return field.kind === 'ticks' ? ticksSaid(language, field, subject) : valueSaid(language, field, valueAt(subject, field.key));
}

function valueSaid(language: Language, field: Field, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = translator(language);
  switch (field.kind) {
    case 'choice':
      return text(`applications.form.choice.${field.set}.${String(value)}`);
    case 'flag':
      return text(`applications.form.choice.${value === true ? 'yes' : 'no'}`);
    case 'date':
      return dateSaid(language, String(value));
    case 'whole':
    case 'decimal':
      return formatNumber(language, Number(value), field.kind === 'decimal' && !Number.isInteger(value) ? 2 : 0);
    case 'dirhams':
      return formatMoney(language, dirhams(Number(value)));
    case 'province':
      return placeSaid(language, findProvince(String(value))?.name);
    case 'commune':
      return placeSaid(language, findCommune(String(value))?.name);
    default:
      return String(value);
  }
}

type Ticks = Extract<Field, { kind: 'ticks' }>;

function ticksSaid(language: Language, { key, options }: Ticks, subject: Tree): string | undefined {
  const text = translator(language);
  const answers = options.map((option) => ({ option, value: valueAt(subject, `${key}.${option}`) }));
  if (answers.every(({ value }) => value === undefined)) return undefined;
  const had = answers
    .filter(({ value }) => value === true)
    .map(({ option }) => text(`applications.form.choice.${key}.${option}`));
  return had.length === 0 ? text('applications.form.choice.none') : had.join(language === 'ar' ? '، ' : ', ');
}

function dateSaid(language: Language, iso: string): string {
  const date = parseDate(iso);
  return date ? formatDate(language, date, 'long') : iso;
}

function placeSaid(language: Language, name: PlaceName | undefined): string | undefined {
  return language === 'ar' ? name?.ar : name?.fr;
}
