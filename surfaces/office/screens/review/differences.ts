import { form } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { type Language, translator } from '#platform/i18n';
import type { Entry, EntryStep } from '../entry/read-entry.ts';
import { typedOf } from './review-draft.ts';

/** One question that the dossier and the server answer differently, both in words; empty where one does not answer it. */
export type AnswerDifference = {
  readonly step: EntryStep;
  readonly field: form.Field;
  readonly here: string;
  readonly there: string;
  /** What the server has, as it would be typed. */
  readonly typedThere: Readonly<Record<string, string | readonly string[]>>;
};

/** Where the answers before the agent and those of the server part, question by question, in the order of the form. */
export function differencesBetween(language: Language, entry: Entry, there: Declaration): readonly AnswerDifference[] {
  const answers = form.answersOf(there);
  const typed = typedOf(there);
  return entry.steps.flatMap((step) =>
    step.fields
      .filter((field) => !field.key.startsWith('contact.'))
      .flatMap((field) => {
        const about = form.aboutOf(step.page, step.ref);
        const [mine, theirs] = [form.subjectOf(entry.answers, about), form.subjectOf(answers, about)];
        const sides = { here: saidOf(language, field, mine, entry.answers), there: saidOf(language, field, theirs, answers) };
        const texts = typed.texts[step.name] ?? {};
        const own = Object.entries(texts).filter(([key]) => key === field.key || key.startsWith(`${field.key}-`));
        return sides.here === sides.there ? [] : [{ step, field, ...sides, typedThere: Object.fromEntries(own) }];
      }),
  );
}

/** An answer in words, also that of a question about everybody. */
export function saidOf(language: Language, field: form.Field, subject: form.Tree, answers: form.Answers): string {
  if (field.kind !== 'covers') return form.saidAnswer(language, field, subject) ?? '';
  const text = translator(language);
  const words = (cover: string) => text(`applications.form.choice.other_cover.${cover}`);
  const covers = answers.members.map(({ other_cover: cover }) => cover);
  if (covers.every((cover) => cover === undefined)) return '';
  const covered = covers.flatMap((cover, index) => (typeof cover === 'string' ? [`${index + 1} : ${words(cover)}`] : []));
  return covered.length === 0 ? words('nobody') : covered.join(' · ');
}
