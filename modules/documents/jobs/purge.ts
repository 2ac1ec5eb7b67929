import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { purgePapers } from '../actions/purge-papers.ts';
import type { PageFiles } from '../gateway/page-files.ts';
import { keptChecksums } from '../queries/to-scan.ts';

/** Bytes may lie a day before their page is noted; whoever sends a page never takes so long. */
const A_DAY = 86_400_000;

/** Every night: destroys pages kept long enough, then the bytes that no page has any more. */
export function purgeKeptPapers({ files }: { readonly files: PageFiles }): Job {
  return {
    name: 'documents.purge-papers',
    nightly: '3:40',
    async handle(context) {
      for (let turn = 0; ; turn += 1) {
        const by = { actor: context.actor, key: `${context.key}:${turn}` };
        const { purged } = expectDone(await context.desk.do(purgePapers, {}, by), 'documents.purge-papers');
        if (purged === 0) break;
      }
      await sweep(files, context);
      return undefined;
    },
  };
}

async function sweep(files: PageFiles, { desk, actor, clock }: JobContext): Promise<void> {
  for await (const checksums of files.listUntouched(clock.now().epochMilliseconds - A_DAY)) {
    const { kept } = expectDone(await desk.ask(keptChecksums, { checksums }, { actor }), 'documents.purge-papers');
    const stillKept = new Set(kept);
    for (const checksum of checksums) if (!stillKept.has(checksum)) await files.remove(checksum);
  }
}
