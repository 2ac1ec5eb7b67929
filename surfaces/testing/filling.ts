import { form } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { findCommune } from '#modules/territory';
import type { PlainDate } from '#platform/dates';

/** How a family may be reached, in the stories. */
const contact = { address: 'Douar Aït Oumghar', phone: '+212612345678', wants_notices: true };

/** What a family would answer, page by page, for its request to be this declaration. */
function answersOf(declaration: Declaration): form.Answers {
  const {
    members,
    schema: _schema,
    filed_on: _day,
    milieu: _milieu,
    no_other_cover_declared: _honour,
    ...household
  } = declaration;
  return { ...household, members, province: findCommune(declaration.commune)?.province, contact };
}

/** What is typed on each page of the form, in the order in which the pages come. */
export function pagesToFill(declaration: Declaration, today: PlainDate): readonly { step: form.Step; typed: form.Typed }[] {
  const situation = { answers: answersOf(declaration), today };
  return form.stepsOf(situation).map((step) => ({
    step,
    typed: form.typedFrom(step.page, { ...situation, ...(step.ref === undefined ? {} : { ref: step.ref }) }),
  }));
}
