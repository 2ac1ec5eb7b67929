import { expectDone, type Job } from '#platform/jobs';
import { noteScan } from '../actions/note-scan.ts';
import type { PaperHouse } from '../gateway/take-page.ts';
import { pageToScan } from '../queries/to-scan.ts';

type Unscanned = { readonly page: string };

/** Scans a page that was kept while the scanner was silent; asked again for as long as it is. The bytes of an infected page are destroyed. */
export function scanPage({ files, scanner }: PaperHouse): Job<Unscanned> {
  return {
    name: 'documents.scan-page',
    on: 'documents.page-unscanned',
    async handle({ desk, actor, key }, { page }) {
      const { checksum } = expectDone(await desk.ask(pageToScan, { page }, { actor }), 'documents.scan-page');
      const bytes = checksum === undefined ? undefined : await files.read(checksum);
      if (checksum === undefined || bytes === undefined) return undefined;
      const scan = await scanner.scan(bytes);
      if (scan === 'silent') return { againAfterMs: scanner.againAfterMs };
      expectDone(await desk.do(noteScan, { page, scan }, { actor, key }), 'documents.scan-page');
      if (scan === 'infected') await files.remove(checksum);
      return undefined;
    },
  };
}
