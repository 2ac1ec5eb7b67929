import type { DeedContext } from '#platform/actions';
import { replaceAdultCard, replaceHead } from '../store/finding-marks.ts';

type Marks = { readonly birthDate: string; readonly cnie?: string | undefined };

type Corrected = {
  /** Those of one family: each of its receipts leads to it. */
  readonly requests: readonly string[];
  /** Of these the ones that are on their way, whose cards are those that they declare as long as somebody may correct that. */
  readonly underWay: readonly string[];
  readonly relation: string;
  readonly was: Marks;
  readonly now: Marks;
};

/**
 * Lets the requests of a registered family be found by what is known of it since a correction, part of the deed that decided it: by its head's birth
 * date, by the national cards of its head and spouses. What they declare, and were decided on, stays as it is.
 */
export async function beFoundBy(
  { tx }: Pick<DeedContext, 'tx'>,
  { requests, underWay, relation, was, now }: Corrected,
): Promise<void> {
  if (relation === 'head') await replaceHead(tx, requests, { was, now });
  if (was.cnie !== now.cnie && (relation === 'head' || relation === 'spouse')) {
    const settled = requests.filter((request) => !underWay.includes(request));
    await replaceAdultCard(tx, settled, { was: was.cnie ?? null, now: now.cnie ?? null });
  }
}
