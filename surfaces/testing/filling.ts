import { form } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import type { PlainDate } from '#platform/dates';

/** How a family may be reached, in the stories. */
const contact = { address: 'Douar Aït Oumghar', phone: '+212612345678', wants_notices: true };

/** What is typed on each page of the form, in the order in which the pages come. */
export function pagesToFill(declaration: Declaration, today: PlainDate): readonly { step: form.Step; typed: form.Typed }[] {
  const situation = { answers: form.answersOf(declaration, contact), today };
  return form.stepsOf(situation).map((step) => ({
    step,
    typed: form.typedFrom(step.page, { ...situation, ...(step.ref === undefined ? {} : { ref: step.ref }) }),
  }));
}
