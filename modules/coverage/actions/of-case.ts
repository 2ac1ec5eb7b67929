import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { type CaseChange, type CaseRow, insertSteps, type StepPassage, saveCase } from '../store/cases.ts';

export type Step = {
  readonly passage: StepPassage;
  readonly reason?: string | undefined;
  readonly words?: string | undefined;
  readonly day?: string | undefined;
};

/** A case goes one step: what changes, what was said, and its line in the journal of the family's province. */
export async function passCase(context: DeedContext, row: CaseRow, change: CaseChange, step: Step): Promise<void> {
  const at = context.now.toString();
  await saveCase(context.tx, row, change, at);
  await insertSteps(context.tx, [
    {
      ...{ id: newId(), case_id: row.id, passage: step.passage, hand: context.actor.id, taken_at: at },
      ...{ reason: step.reason ?? null, words: step.words ?? null, day: step.day ?? null, territory: row.territory },
    },
  ]);
  context.journal({
    subject: `application:${row.requestId}`,
    territory: row.territory,
    before: digestOf({ case: row.id, state: row.state, answer: row.answer }),
    after: digestOf({ case: row.id, ...change }),
    reason: step.reason ?? step.passage,
  });
}
