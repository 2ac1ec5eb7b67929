import type { Temporal } from 'temporal-polyfill';
import { lawAt } from '#law';
import type { Declaration } from '#modules/eligibility';
import { findCommune } from '#modules/territory';
import { type IntakeRefusal, intakeRules } from './intake-rules.ts';
import { missingAnswers } from './needed-answers.ts';
import { SCHEME_OPENED } from './scheme.ts';

/**
 * Every rule of a request that needs no other request, as the law stands on a day: what `readBatch` holds each record to.
 * `jurisdiction` is what the receiving post covers: the nation unless told.
 */
export function requestRules(
  today: Temporal.PlainDate,
  jurisdiction = '',
): (declaration: Declaration) => readonly IntakeRefusal[] {
  const majorityAge = lawAt(today.toString()).eligibility.applicantAge.value;
  const broken = intakeRules({ today, schemeOpened: SCHEME_OPENED, majorityAge, findCommune, jurisdiction });
  return (declaration) => [...broken(declaration), ...missingAnswers(declaration)];
}
