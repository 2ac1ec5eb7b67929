import type { Answers } from './answers.ts';
import type { Situation } from './field.ts';
import { type FormPage, formPages, type Group, groups, type PageKey } from './pages.ts';

/** A page where it stands in this household's form: those about a person stand once for each but the head. */
export type Step = { readonly page: FormPage; readonly ref?: number };

/** What a step is called among the answered ones: `dwelling`, `identity/3`. */
export function nameOfStep({
  page,
  ref,
}: {
  readonly page: { readonly key: PageKey };
  readonly ref?: number | undefined;
}): string {
  return ref === undefined ? page.key : `${page.key}/${ref}`;
}

/** Every page this household is asked, in order; the people first listed, then each one's pages. */
export function stepsOf(situation: Situation): readonly Step[] {
  const people = situation.answers.members.slice(1).map((_person, index) => index + 2);
  const shown = formPages.filter((page) => page.isShown?.(situation) ?? true);
  const aboutPerson = shown.filter((page) => page.isAboutPerson);
  return shown.flatMap((page): readonly Step[] => {
    if (page.isAboutPerson) return [];
    if (page.key !== 'people') return [{ page }];
    return [{ page }, ...people.flatMap((ref) => aboutPerson.map((one) => ({ page: one, ref })))];
  });
}

export type Progress = {
  readonly steps: readonly Step[];
  /** The first page without an answer, somebody already listed before anybody else; none when the form is whole. */
  readonly next?: Step;
  readonly groups: Readonly<Record<Group, 'complete' | 'to-complete'>>;
};

export function progressOf(situation: Situation, answered: readonly string[]): Progress {
  const steps = stepsOf(situation);
  const open = steps.filter((step) => !answered.includes(nameOfStep(step)));
  const next = open.find(({ page }) => page.key !== 'people' || !open.some(({ ref }) => ref !== undefined));
  const standing = groups.map((group) => [group, open.some(({ page }) => page.group === group) ? 'to-complete' : 'complete']);
  return { steps, ...(next ? { next } : {}), groups: Object.fromEntries(standing) };
}

/** Removes a person with all that was said of them; those who follow move up. The head stays. */
export function withoutPerson(
  draft: { readonly answers: Answers; readonly answered: readonly string[] },
  ref: number,
): { readonly answers: Answers; readonly answered: readonly string[] } {
  const members = draft.answers.members.filter((_person, index) => index !== ref - 1);
  const answered = draft.answered.flatMap((name) => {
    const [page = '', number] = name.split('/');
    if (number === undefined || Number(number) < ref) return [name];
    return Number(number) === ref ? [] : [`${page}/${Number(number) - 1}`];
  });
  return { answers: { ...draft.answers, members }, answered };
}
