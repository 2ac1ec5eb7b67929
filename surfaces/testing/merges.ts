import { decideDuplicates, takeBackDecisions } from '#modules/registry';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost } from './deeds.ts';
import type { TestHouse } from './test-house.ts';

/** Who may say for the whole register who is one. */
export const duplicatesClerk = aPost('registration-officer', '');

/** A pair of persons as a search would have found it, of whom nothing is decided. */
export async function aLikelyPair(test: TestHouse, persons: readonly [string, string], band = 'certain'): Promise<string> {
  const [one, other] = persons.toSorted();
  const [search, pair] = [newId(), newId()];
  await sql`
    insert into registry.duplicate_search (id, step, began_at, ended_at, read_to, certain_from, review_from)
    values (${search}, 'ended', '2020-01-01', '2020-01-01', ${search}, 0.99, 0.1)`.execute(test.owner.kysely);
  await sql`
    insert into registry.likely_pair (id, one, other, probability, bits, fields, band, search_id, territory)
    values (${pair}, ${one}, ${other}, 0.9999, 12, '[]', ${band}, ${search}, '')`.execute(test.owner.kysely);
  return pair;
}

/** A clerk finds that the two of a pair are one; whatever follows by itself has been done. */
export async function merge(test: TestHouse, pair: string): Promise<void> {
  const decisions = [{ pair, decision: 'same' as const, reason: 'papers' as const }];
  const { left } = expectDone(await test.do(duplicatesClerk, decideDuplicates, { decisions }), 'decide-duplicates');
  if (left.length > 0) throw new Error(`not merged: ${JSON.stringify(left)}`);
  await test.settle();
}

/** The merge is undone; whatever follows by itself has been done. */
export async function part(test: TestHouse, pair: string): Promise<void> {
  const undone = { pairs: [pair], reason: 'Deux personnes, leurs actes le montrent' };
  expectDone(await test.do(duplicatesClerk, takeBackDecisions, undone), 'take-back-decisions');
  await test.settle();
}

/** The member of a file at a place in its form, as the register knows it. */
export async function personOf(test: TestHouse, file: string, ref = 1): Promise<string> {
  const { rows } = await sql<{ person: string }>`
    select m.person_id as person from registry.household h join registry.household_member m on m.household_id = h.id
    where h.request_id = ${file} and m.ref = ${ref} and h.superseded_at is null`.execute(test.owner.kysely);
  const [found] = rows;
  if (!found) throw new Error(`nobody is ${ref} of ${file}`);
  return found.person;
}
