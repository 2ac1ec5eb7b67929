import type { Tx } from '#platform/database';
import { listReformed } from '../store/appeal-decisions.ts';
import type { FileDecision } from './sittings.ts';

/** The reason of a decision that the provincial commission put in the place of the first one; its own words are the remark. */
export const ON_APPEAL = 'reformed-on-appeal';

/** Decisions with the provincial commission's in the place of those it reformed: it needs nobody's validation. */
export async function withReforms(tx: Tx, decisions: readonly FileDecision[]): Promise<FileDecision[]> {
  const ids = decisions.map(({ application }) => application);
  const reformed = new Map((await listReformed(tx, ids)).map((one) => [one.application, one]));
  return decisions.map((decision) => {
    const appeal = reformed.get(decision.application);
    if (!appeal) return decision;
    const { category: outcome, words: remark, held_on: heldOn, number: sitting } = appeal;
    return { ...decision, outcome, reasonCode: ON_APPEAL, remark, heldOn, sitting, isValidated: true, validatedOn: heldOn };
  });
}
