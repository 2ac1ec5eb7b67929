import { form } from '#modules/applications';
import { type Language, type Message, translator } from '#platform/i18n';
import type { CheckView } from '../../pages/apply/check.tsx';
import { paths } from '../../place.ts';
import { saidBack, titleOfStep } from './said-back.ts';

/** Everything answered so far, and what stands in the way of sending it: pages without an answer first, then rules that are broken. */
export function toCheckView(
  language: Language,
  { situation, answered }: { situation: form.Situation; answered: readonly string[] },
): CheckView {
  const { steps } = form.progressOf(situation, answered);
  const pathOf = ({ page, ref }: form.Step) =>
    ref === undefined ? paths.apply.page(page.key) : paths.apply.person(ref, page.key);
  const groups = form.groups.map((group) => ({
    group,
    cards: steps
      .filter(({ page }) => page.group === group)
      .map((step) => ({
        title: titleOfStep(language, step, situation.answers),
        path: pathOf(step),
        rows: saidBack(language, step.page, { ...situation, ...(step.ref === undefined ? {} : { ref: step.ref }) }).map(
          ({ term, said }) => ({ term, said }),
        ),
      })),
  }));
  return { groups, problems: problemsIn(language, { situation, answered, steps }) };
}

type Checking = { situation: form.Situation; answered: readonly string[]; steps: readonly form.Step[] };

function problemsIn(language: Language, { situation, answered, steps }: Checking): CheckView['problems'] {
  const pathOf = (page: form.PageKey, ref?: number) =>
    ref === undefined ? paths.apply.page(page) : paths.apply.person(ref, page);
  const open = steps.filter((step) => !answered.includes(form.nameOfStep(step)));
  const said = ({ key, facts }: Message) => translator(language)(key, facts);
  if (open.length > 0)
    return open.map((step) => ({
      message: { key: 'portal.apply.check.missing', facts: { page: said(titleOfStep(language, step, situation.answers)) } },
      path: pathOf(step.page.key, step.ref),
    }));
  const made = form.toDeclaration(situation, true);
  if ('declaration' in made) return [];
  return made.problems.map(({ refusal, page, ref }) => ({
    message: { key: `applications.refusal.${refusal.refused}`, facts: refusal.facts ?? {} },
    path: pathOf(page, ref),
  }));
}
