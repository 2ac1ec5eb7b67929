import { subjectOf, type Tree, valueAt } from './answers.ts';
import type { Field, Situation } from './field.ts';
import { aboutOf, fieldsShown, type QuestionPage } from './pages.ts';
import type { Typed } from './read-page.ts';

/** The answers of a page as one would have typed them: what the page shows when it is opened again. */
export function typedFrom(page: QuestionPage, situation: Situation): Typed {
  const subject = subjectOf(situation.answers, aboutOf(page, situation.ref));
  return Object.assign({}, ...fieldsShown(page, situation).map((field) => typedOf(field, subject, situation)));
}

function typedOf(field: Field, subject: Tree, { answers }: Situation): Typed {
  const value = valueAt(subject, field.key);
  if (field.kind === 'covers') {
    const covers = answers.members.map(({ other_cover: cover }) => cover);
    if (covers.every((cover) => cover === undefined)) return {};
    const each = covers.map((cover, index) => [`${field.key}-${index + 1}`, typeof cover === 'string' ? cover : '']);
    return { [field.key]: covers.some((cover) => typeof cover === 'string') ? 'yes' : 'no', ...Object.fromEntries(each) };
  }
  if (field.kind === 'ticks')
    return { [field.key]: field.options.filter((option) => valueAt(subject, `${field.key}.${option}`) === true) };
  if (value === undefined) return {};
  if (field.kind === 'date') {
    const [year = '', month = '', day = ''] = String(value).split('-');
    return { [`${field.key}-year`]: year, [`${field.key}-month`]: unpadded(month), [`${field.key}-day`]: unpadded(day) };
  }
  if (field.kind === 'flag') return { [field.key]: value === true ? 'yes' : 'no' };
  return { [field.key]: String(value) };
}

function unpadded(digits: string): string {
  return digits.replace(/^0/, '');
}
