import type { Declaration } from '#modules/eligibility';
import { findCommune } from '#modules/territory';
import type { Answers, Tree } from './answers.ts';

/** The answers by which a household would have made this declaration, with how it may be reached, which is no part of a declaration. */
export function answersOf(declaration: Declaration, contact?: Tree): Answers {
  const {
    members,
    schema: _schema,
    filed_on: _day,
    milieu: _milieu,
    no_other_cover_declared: _honour,
    ...household
  } = declaration;
  return { ...household, members, province: findCommune(declaration.commune)?.province, ...(contact ? { contact } : {}) };
}
