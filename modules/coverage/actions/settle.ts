import type { DeedContext } from '#platform/actions';
import type { CaseRow } from '../store/cases.ts';
import { letGo } from './end-cases.ts';
import { passCase } from './of-case.ts';

type Settling = {
  readonly stands: 'ramed' | 'other';
  readonly from: string;
  readonly reason: string;
  readonly words?: string | undefined;
};

/**
 * Settles which scheme stands, from which day. Where the other does, whoever keeps rights and requests is told: this person's part in the rights of
 * a registered family ends on that day, a request that was held is closed. Where RAMED does, a family that was held for it goes on.
 */
export async function settle(context: DeedContext, row: CaseRow, { stands, from, reason, words }: Settling): Promise<void> {
  const change = { state: 'settled', stands, standsFrom: from } as const;
  await passCase(context, row, change, { passage: 'settle', reason, words, day: from });
  if (stands === 'ramed') return letGo(context, [row.requestId]);
  context.emit('coverage.family-covered', { case: row.id, application: row.requestId, person: row.personId, from });
}
