import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { freeFamilies, insertSteps, saveEnded, takeEnded } from '../store/cases.ts';

/**
 * Ends the open cases of whose cover a body has told that it is over, or never was. Families held for them alone go on to registration; a
 * right that RAMED gave is not touched. Where a case was settled for a cover that never was, the part in the rights that it ended is given back.
 */
export async function endCases(context: DeedContext, telling: { source: number; knownAt: string }): Promise<void> {
  const at = context.now.toString();
  const ended = await takeEnded(context.tx, { ...telling, today: context.today.toString() });
  await saveEnded(context.tx, ended, at);
  await insertSteps(
    context.tx,
    ended.map(({ id, last, territory }) => ({
      ...{ id: newId(), case_id: id, passage: last === null ? ('cover-withdrawn' as const) : ('cover-ended' as const) },
      ...{ hand: context.actor.id, taken_at: at, reason: null, words: null, day: last, territory },
    })),
  );
  context.journal(
    ...ended.map(({ id, requestId, last, territory }) => ({
      subject: `application:${requestId}`,
      territory,
      after: digestOf({ case: id, state: last === null ? 'dismissed' : 'settled', last }),
      reason: 'cover ended',
    })),
  );
  undoSettlements(
    context,
    ended.filter(({ wasSettled }) => wasSettled),
  );
  await letGo(
    context,
    ended.map(({ requestId }) => requestId),
  );
}

type Settled = { readonly id: string; readonly requestId: string; readonly personId: string };

/** Tells whoever keeps rights that these settlements against families stand no more. */
export function undoSettlements(context: DeedContext, cases: readonly Settled[]): void {
  if (cases.length === 0) return;
  context.emit('coverage.settlements-undone', {
    applications: [...new Set(cases.map(({ requestId }) => requestId))],
    settlements: cases.map(({ id, requestId, personId }) => ({ case: id, application: requestId, person: personId })),
  });
}

/** Lets families go on to registration in whose way nothing stands any more. */
export async function letGo(context: DeedContext, requests: readonly string[]): Promise<void> {
  const free = await freeFamilies(context.tx, requests);
  context.journal(
    ...free.map(({ request_id, territory }) => ({
      subject: `application:${request_id}`,
      territory,
      after: digestOf({ application: request_id, control: 'clear' }),
    })),
  );
  if (free.length > 0) context.emit('coverage.family-freed', { applications: free.map(({ request_id }) => request_id) });
}
