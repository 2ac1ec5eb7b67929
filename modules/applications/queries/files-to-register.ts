import type { Tx } from '#platform/database';
import type { State } from '../model/lifecycle.ts';
import { listStandingApplications, lockApplications } from '../store/applications.ts';

export type FileToRegister = {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly state: State;
  readonly territory: string;
};

/** The files that bear these numbers, wherever they stand. */
export function listFilesNumbered(tx: Tx, numbers: readonly string[]): Promise<readonly FileToRegister[]> {
  return numbers.length === 0 ? Promise.resolve([]) : listStandingApplications(tx, { column: 'number', values: numbers });
}

/** These files with their numbers and kinds, wherever they stand. */
export function listFilesToRegister(tx: Tx, ids: readonly string[]): Promise<readonly FileToRegister[]> {
  return ids.length === 0 ? Promise.resolve([]) : listStandingApplications(tx, { column: 'id', values: ids });
}

/** Of these files those that stand validated, held until the deed is done: nobody sends one back while it is registered. */
export async function lockValidated(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(await lockApplications(tx, ids, 'validated'));
}
