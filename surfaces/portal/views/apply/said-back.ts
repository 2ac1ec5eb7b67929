import { form } from '#modules/applications';
import { type Language, type Message, translator } from '#platform/i18n';
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
    const said = form.saidAnswer(language, field, subject);
    const term = text(`applications.form.field.${field.key}`);
    return [{ term, number: form.numberOfField(page, field), said: said ?? text('portal.apply.not-said') }];
  });
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

/** The name of a step as a heading: its page's title, with the person's name where it is about one. */
export function titleOfStep(language: Language, { page, ref }: form.Step, answers: form.Answers): Message {
  const facts = ref === undefined ? {} : { ref, name: nameOfPerson(language, answers, ref) };
  return { key: `applications.form.page.${page.key}`, facts };
}
