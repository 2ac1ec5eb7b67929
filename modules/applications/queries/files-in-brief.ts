import type { Tx } from '#platform/database';
import { type PlainDate, toDate } from '#platform/dates';
import { listBriefApplications, listCards } from '../store/applications.ts';
import type { ApplicationRow } from '../store/tables.ts';

export type FileInBrief = {
  readonly id: string;
  readonly number: string;
  readonly territory: string;
  readonly proposal: string | undefined;
  readonly digest: string;
  /** Of the head. */
  readonly names: ApplicationRow['head_names'];
  readonly filedOn: PlainDate;
  readonly state: ApplicationRow['state'];
};

/** What a commission or a registrar needs of files, without their declarations. */
export async function listFilesInBrief(tx: Tx, ids: readonly string[]): Promise<FileInBrief[]> {
  const files = await listBriefApplications(tx, ids);
  return files.map((file) => ({
    id: file.id,
    number: file.number,
    territory: file.territory,
    proposal: file.proposal ?? undefined,
    digest: file.declaration_digest,
    names: file.head_names,
    filedOn: toDate(file.filed_on),
    state: file.state,
  }));
}

/** The national cards of the adults of each household: nobody rules on the own family. */
export async function listHouseholdCards(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map((await listCards(tx, ids)).map((file) => [file.id, file.adult_cards]));
}
