import { type AnswersOfDossier, form } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { toDate } from '#platform/dates';
import type { Draft } from '../../client/drafts.ts';
import { nameOfPerson } from '../entry/name-of-person.ts';
import type { Typed } from '../entry/read-entry.ts';
import type { EntryDraft } from '../entry/use-entry.ts';

/** A dossier read from its code, as begun work of the counter: typed already, to be compared and filed. */
export function draftOfDossier(id: string, read: AnswersOfDossier, changedAt: number): Draft {
  const { number, language, declaration, contact } = read;
  const content: EntryDraft = {
    typed: typedOf(declaration, contact),
    ...{ papersSeen: [], isDeclared: false, notTheSame: [], seen: [] },
    origin: { number, language, declaration },
  };
  return { id, kind: 'entry', label: nameOfPerson(declaration.members[0] ?? {}), changedAt, content };
}

/** A declaration as an agent would have typed it into the form of the counter on the day it was filed. */
export function typedOf(declaration: Declaration, contact?: form.Tree): Typed {
  const today = toDate(declaration.filed_on);
  const answers = form.answersOf(declaration, contact);
  const texts = form.formPages.flatMap((page) =>
    refsOf(page, answers).map((ref) => {
      const typed = form.typedFrom(page, { answers, today, ...(ref === undefined ? {} : { ref }) });
      return [ref === undefined ? page.key : `${page.key}/${ref}`, withDatesInOne(page, typed)] as const;
    }),
  );
  return { people: answers.members.length, texts: Object.fromEntries(texts) };
}

function refsOf(page: form.FormPage, { members }: form.Answers): readonly (number | undefined)[] {
  return page.isAboutPerson ? members.slice(1).map((_one, index) => index + 2) : [undefined];
}

/** The form on line has three fields for a date, the counter one. */
function withDatesInOne(page: form.FormPage, typed: form.Typed): form.Typed {
  const dates = page.fields
    .filter(({ kind, key }) => kind === 'date' && typed[`${key}-year`] !== undefined)
    .map(({ key }) => [key, ['day', 'month', 'year'].map((part) => typed[`${key}-${part}`]).join('/')] as const);
  return { ...typed, ...Object.fromEntries(dates) };
}
