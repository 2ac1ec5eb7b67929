import { type Refusal, refuse } from '#platform/refusals';
import { type PaperLimits, toMegabytes } from './paper-limits.ts';

export type PageOfOwner = {
  readonly kind: string;
  readonly bytes: number;
  readonly sheets: number;
  readonly scan: 'to-be-scanned' | 'clean' | 'infected';
};

/** Whether a page still has room among those an owner has. Infected ones are gone and take none. */
export function decideRoom(
  page: Pick<PageOfOwner, 'kind' | 'bytes' | 'sheets'>,
  kept: readonly PageOfOwner[],
  limits: PaperLimits,
): Refusal<'too-many-pages' | 'too-much'> | undefined {
  const held = kept.filter(({ scan }) => scan !== 'infected');
  const sheets = held.filter(({ kind }) => kind === page.kind).reduce((sum, one) => sum + one.sheets, page.sheets);
  if (sheets > limits.pagesPerPaper) return refuse('too-many-pages', { facts: { most: limits.pagesPerPaper } });
  const bytes = held.reduce((sum, one) => sum + one.bytes, page.bytes);
  if (bytes > limits.bytesPerOwner) return refuse('too-much', { facts: { megabytes: toMegabytes(limits.bytesPerOwner) } });
  return undefined;
}
