import type { DeedContext } from '#platform/actions';
import { type Actor, mayDo } from '#platform/permissions';
import { type Refusal, refuse } from '#platform/refusals';
import type { SittingState } from '../model/sitting.ts';
import { findSittingForUpdate, getCommission } from '../store/sittings.ts';
import type { CommissionsTables, SittingRow } from '../store/tables.ts';

type CommissionRow = CommissionsTables['commission'];
export type HeldSitting = { readonly sitting: SittingRow; readonly commission: CommissionRow };

/** Whether an actor holds sittings of this kind: local ones and those that hear appeals are never one person's. */
function mayHold(actor: Actor, kind: CommissionRow['kind']): boolean {
  return mayDo(actor, kind === 'cpp' ? 'commissions:hear-appeals' : 'commissions:record');
}

/** A sitting in one of these states, locked for the deed of whoever may hold it. */
export async function findSittingToHold(
  context: DeedContext,
  id: string,
  states: readonly SittingState[] = ['open'],
): Promise<HeldSitting | Refusal<'sitting-not-found' | 'not-allowed' | 'sitting-not-open'>> {
  const sitting = await findSittingForUpdate(context.tx, id);
  if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
  const commission = await getCommission(context.tx, sitting.commission_id);
  if (!mayHold(context.actor, commission.kind)) return refuse('not-allowed', { place: 'sitting' });
  if (!states.includes(sitting.state)) return refuse('sitting-not-open', { place: 'sitting', facts: { state: sitting.state } });
  return { sitting, commission };
}

/** The same for a sitting that hears appeals; one of a local commission is not found. */
export async function findHearingToHold(
  context: DeedContext,
  id: string,
  states: readonly SittingState[] = ['open'],
): ReturnType<typeof findSittingToHold> {
  const held = await findSittingToHold(context, id, states);
  return 'refused' in held || held.commission.kind === 'cpp' ? held : refuse('sitting-not-found', { place: 'sitting' });
}
