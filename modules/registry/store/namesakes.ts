import { sql, type Tx } from '#platform/database';
import type { Estimate } from '../model/matching/estimate.ts';
import type { WordSounds } from '../model/name-sounds.ts';

export type Sought = { readonly ref: string; readonly words: readonly WordSounds[]; readonly dates: readonly string[] };

/** Persons born on one of these days whose names have two words in common with those sought, by how they sound. One statement. */
export async function listSoundingAlike(tx: Tx, sought: readonly Sought[]): Promise<{ ref: string; person: string }[]> {
  const keys = sought.flatMap(({ ref, words, dates }) =>
    dates.flatMap((date) => words.flatMap((sounds, word) => sounds.map((key) => ({ ref, word, key, date })))),
  );
  if (keys.length === 0) return [];
  const { rows } = await sql<{ ref: string; person: string }>`
    select k.ref, n.person_id as person
    from unnest(${keys.map(({ ref }) => ref)}::text[], ${keys.map(({ word }) => word)}::int[], ${keys.map(({ key }) => key)}::text[],
      ${keys.map(({ date }) => date)}::date[]) as k(ref, word, key, date)
    join registry.name_key n on n.key = k.key and n.birth_date = k.date
    group by k.ref, n.person_id having count(distinct k.word) >= 2`.execute(tx);
  return rows;
}

/** What the last search that ended has learned of the register. */
export async function findLearned(tx: Tx): Promise<Estimate | undefined> {
  const { rows } = await sql<{ estimate: Estimate | null }>`
    select estimate from registry.duplicate_search where step = 'ended' order by ended_at desc limit 1`.execute(tx);
  return rows[0]?.estimate ?? undefined;
}
