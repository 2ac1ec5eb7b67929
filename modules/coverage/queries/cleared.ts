import { listBeneficiaries } from '#modules/registry';
import type { Tx } from '#platform/database';
import { type ControlRow, listControlsIn } from '../store/controls.ts';

/** Of these requests, those whose families the insurers have declared covered nowhere else: the others may not be registered. How old that may be is asked by `takeCleared`. */
export function listCleared(tx: Tx, requests: readonly string[]): Promise<ReadonlySet<string>> {
  return listAnswered(tx, 'clear', requests);
}

/** Of these requests, those of which an insurer has told that somebody is covered elsewhere. */
export function listOverlapping(tx: Tx, requests: readonly string[]): Promise<ReadonlySet<string>> {
  return listAnswered(tx, 'overlap', requests);
}

async function listAnswered(tx: Tx, state: ControlRow['state'], requests: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await listControlsOfNow(tx, state, requests)).map((control) => control.request_id));
}

/** What was answered about a family that has been stated anew since says nothing of who is in it now. */
export async function listControlsOfNow(tx: Tx, state: ControlRow['state'], requests: readonly string[]): Promise<ControlRow[]> {
  const controls = await listControlsIn(tx, state, requests);
  const persons = await listBeneficiaries(
    tx,
    controls.map((control) => control.request_id),
  );
  const households = new Map(persons.map(({ requestId, householdId }) => [requestId, householdId]));
  const isOfNow = ({ request_id, household_id }: (typeof controls)[number]) =>
    household_id === null || household_id === households.get(request_id);
  return controls.filter(isOfNow);
}
