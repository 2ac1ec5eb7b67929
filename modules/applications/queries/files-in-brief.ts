import type { Tx } from '#platform/database';
import { type PlainDate, toDate } from '#platform/dates';
import { listBriefApplications } from '../store/applications.ts';
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
  }));
}
