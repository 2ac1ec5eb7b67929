import { form } from '#modules/applications';
import { findCommune, findProvince, type PlaceName } from '#modules/territory';
import { parseDate } from '#platform/dates';
import { formatDate, formatMoney, formatNumber, type Language, type Message, translator } from '#platform/i18n';
import { dirhams } from '#platform/money';
import { nameOfPerson } from './question-view.ts';

export type SaidBack = { readonly term: string; readonly number: string; readonly said: string };

/** The answers of a page in words, one line a question, as the page that checks them and the printed dossier say them back. */
export function saidBack(language: Language, page: form.FormPage, situation: form.Situation): readonly SaidBack[] {
  const subject = form.subjectOf(situation.answers, form.aboutOf(page, situation.ref));
  const text = translator(language);
  return form.fieldsShown(page, situation).flatMap((field): readonly SaidBack[] => {
    const value = form.valueAt(subject, field.key);
    // Half of a name in the script that was not used is no missing answer.
    if (value === undefined && field.kind === 'text') return [];
    if (field.kind === 'covers') return coversSaid(language, situation.answers, form.numberOfField(page, field));
    const said = field.kind === 'ticks' ? ticksSaid(language, field, subject) : valueSaid(language, field, value);
    const term = text(`applications.form.field.${field.key}`);
    return [{ term, number: form.numberOfField(page, field), said: said ?? text('portal.apply.not-said') }];
  });
}

function valueSaid(language: Language, field: form.Field, value: unknown): string | undefined {
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

type Ticks = Extract<form.Field, { kind: 'ticks' }>;

function ticksSaid(language: Language, { key, options }: Ticks, subject: form.Tree): string | undefined {
  const text = translator(language);
  const answers = options.map((option) => ({ option, value: form.valueAt(subject, `${key}.${option}`) }));
  if (answers.every(({ value }) => value === undefined)) return undefined;
  const had = answers
    .filter(({ value }) => value === true)
    .map(({ option }) => text(`applications.form.choice.${key}.${option}`));
  return had.length === 0 ? text('applications.form.choice.none') : had.join(language === 'ar' ? '، ' : ', ');
}

function coversSaid(language: Language, answers: form.Answers, number: string): readonly SaidBack[] {
  const text = translator(language);
  const words = (cover: string) => text(`applications.form.choice.other_cover.${cover}`);
  const covered = answers.members.flatMap(({ other_cover: cover }, index) =>
    typeof cover === 'string' ? [{ term: nameOfPerson(language, answers, index + 1), number, said: words(cover) }] : [],
  );
  if (covered.length > 0) return covered;
  const isAnswered = answers.members.every(({ other_cover: cover }) => cover !== undefined);
  return [
    {
      term: text('applications.form.field.other_cover'),
      number,
      said: isAnswered ? words('nobody') : text('portal.apply.not-said'),
    },
  ];
}

function dateSaid(language: Language, iso: string): string {
  const date = parseDate(iso);
  return date ? formatDate(language, date, 'long') : iso;
}

function placeSaid(language: Language, name: PlaceName | undefined): string | undefined {
  return language === 'ar' ? name?.ar : name?.fr;
}

/** The name of a step as a heading: its page's title, with the person's name where it is about one. */
export function titleOfStep(language: Language, { page, ref }: form.Step, answers: form.Answers): Message {
  const facts = ref === undefined ? {} : { ref, name: nameOfPerson(language, answers, ref) };
  return { key: `applications.form.page.${page.key}`, facts };
}
