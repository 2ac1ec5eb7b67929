import type { DeedContext } from '#platform/actions';
import { groupOf, headOf } from '../model/matching/joined.ts';
import { listSamePairs, saveKnownAs } from '../store/known-as.ts';
import { listKnown } from '../store/likely-pairs.ts';

/**
 * Part of a deed that decided of pairs or took decisions back: whoever hangs together along the pairs now held to be one person is known
 * as one of them; whoever does not any more is known as themselves again. Where that changed anybody, whoever keeps something of persons is
 * told of all whom it concerns, and asks who they are now: told twice or late, they come to the same.
 */
export async function knowAsDecided(
  { tx, now, emit }: Pick<DeedContext, 'tx' | 'now' | 'emit'>,
  touched: readonly string[],
): Promise<void> {
  if (touched.length === 0) return;
  const same = await listSamePairs(tx, touched);
  const persons = new Set([...touched, ...same.flatMap(({ one, other }) => [one, other])]);
  const known = await listKnown(tx, [...persons]);
  const heads = [...persons].flatMap((person) => {
    const head = headOf(groupOf(person, same).flatMap((one) => known.get(one) ?? []));
    return head === undefined ? [] : [{ person, head }];
  });
  const isChanged = await saveKnownAs(tx, heads, now.toString());
  if (isChanged) emit('registry.known-as-changed', { persons: [...persons].toSorted() });
}
