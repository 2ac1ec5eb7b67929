import { reactionJob } from '#platform/jobs';
import { changeKind } from './actions/change-kind.ts';
import { handOverPapers } from './actions/hand-over-papers.ts';
import { addPage, keepPage } from './actions/keep-page.ts';
import { noteScan } from './actions/note-scan.ts';
import { promisePapers } from './actions/promise-papers.ts';
import { forgetOwners, purgePapers } from './actions/purge-papers.ts';
import { removePage } from './actions/remove-page.ts';
import { takeBackPage } from './actions/take-back-page.ts';
import type { PaperHouse } from './gateway/take-page.ts';
import { purgeKeptPapers } from './jobs/purge.ts';
import { scanPage } from './jobs/scan-page.ts';
import { ownPapers, papersOnFile } from './queries/papers-of.ts';
import { keptChecksums, pageToScan } from './queries/to-scan.ts';

export { handOver } from './actions/hand-over-papers.ts';
export { keepingRefusals, keepWithin, StoredPage } from './actions/keep-page.ts';
export { clamd, scannerFromEnv } from './gateway/clamd.ts';
export { pageFiles } from './gateway/page-files.ts';
export { type PaperHouse, storePage, takePage, takePageFromAgent } from './gateway/take-page.ts';
export { keeperOf, type PaperOwner } from './model/keeper.ts';
export { paperLimitsOn, toMegabytes } from './model/paper-limits.ts';
export { takingBackReasons } from './model/taking-back.ts';
export { type KeptPage, type KeptPapers, kindsOnFiles } from './queries/papers-of.ts';
export { changeKind, handOverPapers, ownPapers, papersOnFile, promisePapers, removePage, takeBackPage };

type Drafts = { drafts: string[] };

/** Papers that families send, from the photograph to the day it is destroyed. */
export function documents(house: PaperHouse) {
  return {
    name: 'documents',
    actions: [
      keepPage,
      addPage,
      changeKind,
      takeBackPage,
      removePage,
      promisePapers,
      handOverPapers,
      noteScan,
      purgePapers,
      forgetOwners,
    ],
    queries: [ownPapers, papersOnFile, pageToScan, keptChecksums],
    jobs: [
      scanPage(house),
      purgeKeptPapers(house),
      reactionJob('documents.forget-drafts', 'applications.drafts-discarded', forgetOwners, ({ drafts }: Drafts) => ({
        owners: drafts.map((draft) => `draft:${draft}`),
      })),
    ],
  } as const;
}
