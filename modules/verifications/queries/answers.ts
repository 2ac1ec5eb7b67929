import type { Tx } from '#platform/database';
import type { Difference } from '../model/checks.ts';
import { listChecks } from '../store/checks.ts';

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
