import { createHash } from 'node:crypto';
import type { Assessment } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import { canonicalJson, type Json } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import type { ApplicationRow, ApplicationsTables } from '../store/tables.ts';

/** An assessment as it is kept: its bytes, and the digests of what it was made from. */
export function toAssessmentRow(
  context: DeedContext,
  file: ApplicationRow,
  assessment: Assessment,
): ApplicationsTables['assessment'] {
  const result = canonicalJson(assessment as unknown as Json);
  return {
    id: newId(),
    application_id: file.id,
    territory: file.territory,
    formula: assessment.formula.id,
    formula_digest: assessment.formula.digest,
    input_digest: file.declaration_digest,
    result,
    result_digest: createHash('sha256').update(result).digest('hex'),
    assessed_at: context.now.toString(),
  };
}
