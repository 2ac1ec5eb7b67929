import type { Tx } from '#platform/database';
import { listBriefApplications } from '../store/applications.ts';

export type FileInBrief = {
  readonly id: string;
  readonly number: string;
  readonly territory: string;
  readonly proposal: string | undefined;
  readonly digest: string;
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
  }));
}
