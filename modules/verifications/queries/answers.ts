import { digestOf, type Json } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import { checkPartners, type Difference } from '../model/checks.ts';
import { listChecks, listStoodAt } from '../store/checks.ts';

/** How one partner stands towards a request: when it answered, of which day its data were, and where it parts from what was declared. */
export type AnswerOnRequest = {
  readonly partner: string;
  readonly state: 'asked' | 'answered' | 'silent';
  readonly answeredAt: string | null;
  readonly sourceDate: string | null;
  readonly differences: readonly Pick<Difference, 'ref' | 'field' | 'weight' | 'declared' | 'answered'>[];
};

/** What every partner says of a request, for whoever keeps it beside a decision. */
export async function listAnswers(tx: Tx, request: string): Promise<readonly AnswerOnRequest[]> {
  const checks = await listChecks(tx, [request]);
  return checks.map(({ partner, state, answered_at, source_date, differences }) => ({
    ...{ partner, state, answeredAt: answered_at, sourceDate: source_date },
    differences: ((differences ?? []) as readonly Difference[]).map(({ ref, field, weight, declared, answered }) => ({
      ...{ ref, field, weight, declared, answered },
    })),
  }));
}

/** What stood of a partner's answer at an instant: its digest as the journal says it, and whether it had to be settled. */
export type AnswerThen = { readonly partner: string; readonly digest: string; readonly toSettle: boolean };

/** The answers that stood at an instant, and whether every register had answered by then. */
export async function listAnswersAt(
  tx: Tx,
  request: string,
  at: string,
): Promise<{ readonly answers: readonly AnswerThen[]; readonly isComplete: boolean }> {
  const rows = await listStoodAt(tx, request, at);
  const answers = rows.map(({ partner, answers: told, differences }) => ({
    ...{ partner, digest: digestOf(told as Json) },
    toSettle: (differences as readonly Difference[]).some(({ weight }) => weight === 'to-settle'),
  }));
  return { answers, isComplete: checkPartners.every((partner) => rows.some((row) => row.partner === partner)) };
}
