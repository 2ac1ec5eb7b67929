import type { BlankAnswer, BlankField, BlankFormDocument, BlankPart, BlankQuestion } from '#design/documents/index.ts';
import { form } from '#modules/applications';
import { choices } from '#modules/eligibility';
import { toDate } from '#platform/dates';
import { type Language, translator } from '#platform/i18n';
import { examplesTyped } from '../../pages/apply/fields.tsx';
import { agesAsked, placesAsked } from './who-is-asked.ts';

/** Since when the questions are what they are. An office may still take a form of an older edition. */
const edition = toDate('2026-11-26');

/** How many people a form has room for, the head among them: beyond, another copy is filled in. */
const PEOPLE = 6;

type Say = ReturnType<typeof translator>;

/** The form on paper from the very catalogue of the form on line: a question that changes there changes here, with its number. */
export function toBlankForm(language: Language): BlankFormDocument {
  const say = translator(language, { isolating: true });
  return {
    language,
    edition,
    parts: form.groups.map((group) => toPart(say, group)),
    honour: {
      statements: ['true', 'cover', 'checked'].map((part) => say(`portal.apply.declare.${part}`)),
      law: say('portal.apply.declare.law'),
    },
  };
}

function toPart(say: Say, group: form.Group): BlankPart {
  const pages = form.formPages.filter((page) => page.group === group);
  const once = pages.filter(({ isAboutPerson }) => !isAboutPerson);
  const ofPerson = pages.filter(({ isAboutPerson }) => isAboutPerson);
  const people = Array.from({ length: PEOPLE - 1 }, (_, index) => index + 2);
  return {
    letter: say(`applications.form.letter.${group}`),
    titles: { ar: titleIn('ar', group), fr: titleIn('fr', group), zgh: titleIn('zgh', group) },
    questions: [
      ...once.map((page) => toQuestion(say, page)),
      ...(ofPerson.length === 0 ? [] : people.flatMap((ref) => ofPerson.map((page) => toQuestion(say, page, ref)))),
    ],
  };
}

function titleIn(language: Language, group: form.Group): string {
  return translator(language)(`applications.form.group.${group}`);
}

function toQuestion(say: Say, page: form.FormPage, ref?: number): BlankQuestion {
  const person = ref === undefined ? {} : { ref, name: say('portal.blank-form.person', { ref }) };
  return {
    number: String(form.numberOfPage(page)),
    title: say(`applications.form.page.${page.key}`, person),
    notes: [...notesOnWho(say, page), ...(pagesWithHint.has(page.key) ? [say(`applications.form.page.${page.key}.hint`)] : [])],
    fields: page.key === 'people' ? [howManyPeople(say)] : page.fields.map((field) => toField(say, page, field)),
  };
}

/** Hints that help a hand as well: not those about the page of a browser. */
const pagesWithHint: ReadonlySet<string> = new Set<form.PageKey>([
  'name',
  'people',
  'identity',
  'equipment',
  'income',
  'spending',
  'farm',
]);

function notesOnWho(say: Say, page: form.FormPage): string[] {
  const places = placesAsked(page);
  return places === 'everywhere' ? [] : [say(`portal.blank-form.only.${places}`)];
}

/** On line the list of people counts itself; on paper it is written, so that a lost sheet is missed. */
function howManyPeople(say: Say): BlankField {
  return {
    label: say('portal.blank-form.how-many'),
    notes: [say('portal.blank-form.more-people', { most: PEOPLE })],
    answer: { kind: 'boxes', count: 2 },
  };
}

function toField(say: Say, page: form.FormPage, field: form.Field): BlankField {
  const label = say(`applications.form.field.${field.key}`);
  const isMarked = field.isOptional === true && !(field.kind === 'text' && page.faultsBetween);
  return {
    ...(page.fields.length > 1 ? { number: form.numberOfField(page, field) } : {}),
    label: isMarked ? say('portal.apply.optional', { label }) : label,
    notes: [
      ...notesOnAge(say, page, field),
      ...(field.hasHint ? [say(`applications.form.field.${field.key}.hint`, examplesTyped)] : []),
    ],
    answer: toAnswer(say, field),
  };
}

/** The head is grown up by law: only of the others is it said from which age. */
function notesOnAge(say: Say, { isAboutPerson }: form.FormPage, field: form.Field): string[] {
  const { from, until } = agesAsked(field);
  return [
    ...(from === undefined || !isAboutPerson ? [] : [say('portal.blank-form.from-age', { age: from })]),
    ...(until === undefined ? [] : [say('portal.blank-form.until-age', { age: until })]),
  ];
}

function toAnswer(say: Say, field: form.Field): BlankAnswer {
  const words = (set: string, options: readonly string[]) =>
    options.map((option) => say(`applications.form.choice.${set}.${option}`));
  switch (field.kind) {
    case 'choice':
      return { kind: 'choice', options: words(field.set, field.options) };
    case 'ticks':
      return { kind: 'choice', options: words(field.key, field.options) };
    case 'flag':
      return { kind: 'choice', options: [say('applications.form.choice.yes'), say('applications.form.choice.no')] };
    case 'covers':
      return {
        kind: 'each-person',
        before: words('other_cover', ['nobody', 'somebody']),
        options: words('other_cover', choices.other_cover),
      };
    case 'address':
      return { kind: 'lines' };
    case 'date':
      return { kind: 'date' };
    case 'dirhams':
      return { kind: 'amount' };
    case 'text':
    case 'email':
    case 'province':
    case 'commune':
      return { kind: 'line' };
    case 'whole':
      return { kind: 'boxes', count: String(field.most).length };
    default:
      return { kind: 'boxes', count: boxes[field.kind] };
  }
}

/** As many as the longest answer has letters, figures and its comma. */
const boxes = { cnie: 8, phone: 10, decimal: 7 } as const;
