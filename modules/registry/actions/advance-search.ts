import { z } from 'zod';
import { defineAction } from '#platform/actions';
import type { Tx } from '#platform/database';
import { newId } from '#platform/ids';
import { MOST_IN_A_BLOCK, pairsUnder } from '../model/matching/block-keys.ts';
import { clustersOf, pairKey } from '../model/matching/clusters.ts';
import { commonTerritory } from '../model/matching/common-territory.ts';
import { comparePersons } from '../model/matching/compare.ts';
import { chancesOf, estimateFrom, type PatternCount } from '../model/matching/estimate.ts';
import { type Levels, toPattern } from '../model/matching/levels.ts';
import { prepare, type Searchable, toSearchable } from '../model/matching/prepare.ts';
import { eachTwo, samplePlaces } from '../model/matching/sample.ts';
import { bandOf, weigh } from '../model/matching/weigh.ts';
import { forgetOpenPairs, listKnown, listLinks, saveClusters, saveLikelyPairs } from '../store/likely-pairs.ts';
import { forgetSearchedPersons, listTouched } from '../store/newcomers.ts';
import * as store from '../store/search.ts';

type Search = store.SearchRow;
type Doing = { readonly tx: Tx; readonly search: Search; readonly size: number; readonly at: string };

/** Pairs compared to learn from: of more, one block in so many is taken. */
const PAIRS_TO_LEARN_FROM = 1_000_000;

/**
 * Takes a search one portion further: reads persons, puts together who shares a key, learns from some pairs how far the two of one person
 * agree, weighs all pairs and keeps the likely ones, joins them. What was reached is committed with the portion: cut at any moment, the
 * search goes on after the last one.
 */
export const advanceSearch = defineAction({
  name: 'registry.advance-search',
  summary: 'Take a search for duplicates one portion further',
  permission: 'system:registry',
  input: z.object({
    search: z.uuid(),
    /** Persons read, or blocks of persons compared, by one deed. */
    size: z.int().min(1).default(5_000),
  }),
  output: z.object({ step: z.enum(['reading', 'gathering', 'learning', 'weighing', 'joining', 'ended']) }),
  refusals: [],
  internal: true,
  async run({ tx, now }, { search: id, size }) {
    const search = await store.takeSearch(tx, id);
    if (search.step === 'ended') return { step: search.step };
    const reached: Partial<Search> = await steps[search.step]({ tx, search, size, at: now.toString() });
    await store.saveSearch(tx, search, { ...reached, moved_at: now.toString() });
    return { step: reached.step ?? search.step };
  },
});

const steps = { reading: read, gathering: gather, learning: learn, weighing: weighSome, joining: join } as const satisfies Record<
  Exclude<store.SearchStep, 'ended'>,
  (doing: Doing) => Promise<Partial<Search>>
>;

async function read(doing: Doing): Promise<Partial<Search>> {
  return doing.search.reach === 'whole' ? readWhole(doing) : readNewcomers(doing);
}

async function readWhole({ tx, search, size }: Doing): Promise<Partial<Search>> {
  if (search.persons === 0) await store.emptySearched(tx);
  const { last, rows } = await store.listPersonsToSearch(tx, search.read_to, size);
  if (last === undefined) return { step: 'gathering' };
  return { read_to: last, persons: search.persons + (await keep(tx, rows, search.persons)) };
}

/** Who was read before under the same household is no newcomer; under another, they are read anew, and who is stated by nobody no more. */
async function readNewcomers({ tx, search, size }: Doing): Promise<Partial<Search>> {
  const { since, since_at: sinceAt } = search;
  if (since === null || sinceAt === null) throw new Error('a search of newcomers goes on from nothing');
  const touched = await listTouched(tx, { since, sinceAt, after: search.read_to, most: size });
  const last = touched.at(-1)?.person_id;
  if (last === undefined) return { step: 'gathering' };
  const changed = touched.filter(({ household_id, read_before }) => household_id !== read_before);
  await forgetSearchedPersons(
    tx,
    changed.flatMap(({ person_id, read_before }) => (read_before === null ? [] : [person_id])),
  );
  const rows = changed.flatMap(({ read_before: _before, household_id, ...row }) =>
    household_id === null ? [] : [{ ...row, household_id }],
  );
  return { read_to: last, persons: search.persons + (await keep(tx, rows, search.first_new + search.persons)) };
}

async function keep(tx: Tx, rows: readonly store.StatedPersonRow[], first: number): Promise<number> {
  if (rows.length === 0) return 0;
  const kin = await store.listKin(tx, [...new Set(rows.map(({ household_id }) => household_id))]);
  await store.insertSearchedPersons(tx, prepare(rows, kin, first));
  return rows.length;
}

/** Newcomers are weighed by what the search of the whole register has learned. */
async function gather({ tx, search }: Doing): Promise<Partial<Search>> {
  const pairs = await store.gatherBlocks(tx, { most: MOST_IN_A_BLOCK, first: search.first_new });
  return { step: search.reach === 'whole' ? 'learning' : 'weighing', pairs, next_block: 0 };
}

async function learn({ tx, search, size }: Doing): Promise<Partial<Search>> {
  const every = Math.max(1, Math.ceil(search.pairs / PAIRS_TO_LEARN_FROM));
  const { pairs, last } = await comparedNext({ tx, search, size }, every);
  if (last === undefined) return { step: 'weighing', next_block: 0, estimate: await estimate(tx, search, every) };
  return { next_block: last, patterns: counted(pairs, search.patterns) };
}

async function estimate(tx: Tx, search: Search, every: number) {
  const sample = (await store.listSearchedPersons(tx, samplePlaces(search.persons))).map(toSearchable);
  const strangers = counted(eachTwo(sample).map(([one, other]) => ({ levels: comparePersons(one, other) })));
  const { matches, others, share } = estimateFrom({
    compared: toCounts(search.patterns).map(({ pattern, count }) => ({ pattern, count: count * every })),
    allPairs: (search.persons * (search.persons - 1)) / 2,
    others: chancesOf(toCounts(strangers)),
  });
  return { matches, others, share };
}

async function weighSome({ tx, search, size }: Doing): Promise<Partial<Search>> {
  const { estimate: learned } = search;
  const { pairs, last } = await comparedNext({ tx, search, size }, 1);
  if (last === undefined || learned === null) return { step: 'joining' };
  const shares = await sharesOf(tx, pairs);
  const likely = pairs.flatMap(({ one, other, levels }) => {
    const { fields, bits, probability } = weigh(levels, shares(one), learned);
    const band = bandOf(probability, { certainFrom: search.certain_from, reviewFrom: search.review_from });
    if (band === undefined) return [];
    const [least = one, most = other] = one.person < other.person ? [one, other] : [other, one];
    const territory = commonTerritory(one.territory, other.territory);
    const ids = { id: newId<'likely-pair'>(), one: least.person, other: most.person, search_id: search.id };
    return [{ ...ids, probability, bits, fields, band, territory }];
  });
  await saveLikelyPairs(tx, likely);
  return { next_block: last, compared: search.compared + pairs.length };
}

async function join({ tx, search, at }: Doing): Promise<Partial<Search>> {
  await forgetOpenPairs(tx, search);
  const { links, apart } = await listLinks(tx, search);
  const known = await listKnown(tx, [...new Set(links.flatMap(({ one, other }) => [one, other]))]);
  await saveClusters(tx, clustersOf(links, known, new Set(apart.map(({ one, other }) => pairKey(one, other)))));
  await store.emptyBlocks(tx);
  return { step: 'ended', ended_at: at };
}

type Pair = { readonly one: Searchable; readonly other: Searchable; readonly levels: Levels };

/** The pairs of the next blocks, compared; no last block when there is none left. */
async function comparedNext({ tx, search, size }: Omit<Doing, 'at'>, every: number): Promise<{ pairs: Pair[]; last?: number }> {
  const blocks = await store.listBlocks(tx, search.next_block, { most: size, every });
  const last = blocks.at(-1)?.block;
  if (last === undefined) return { pairs: [] };
  const crowded = await store.listCrowdedKeys(tx);
  const numbers = new Set(blocks.flatMap(({ members }) => members));
  const rows = await store.listSearchedPersons(tx, [...numbers]);
  const persons = new Map(rows.map((row) => [row.n, { ...toSearchable(row), isNew: row.n >= search.first_new }]));
  const pairs = blocks.flatMap(({ key, members }) => {
    const met = members.toSorted((one, other) => one - other).flatMap((n) => persons.get(n) ?? []);
    return [...pairsUnder(key, met, (other) => crowded.has(other))].filter(([, later]) => later.isNew);
  });
  return { last, pairs: pairs.map(([one, other]) => ({ one, other, levels: comparePersons(one, other) })) };
}

/** Term frequencies: of the sounds that stand in these pairs. */
async function sharesOf(tx: Tx, pairs: readonly Pair[]) {
  const sounds = (part: 'givenSound' | 'familySound') => [...new Set(pairs.map(({ one }) => one[part]))];
  const given = await store.listSoundShares(tx, 'given', sounds('givenSound'));
  const family = await store.listSoundShares(tx, 'family', sounds('familySound'));
  return ({ givenSound, familySound }: Searchable) => ({ given: given.get(givenSound), family: family.get(familySound) });
}

type Patterns = Record<string, number>;

function counted(pairs: Iterable<{ readonly levels: Levels }>, before: Patterns = {}): Patterns {
  const counts = { ...before };
  for (const { levels } of pairs) {
    const pattern = String(toPattern(levels));
    counts[pattern] = (counts[pattern] ?? 0) + 1;
  }
  return counts;
}

function toCounts(patterns: Patterns): PatternCount[] {
  return Object.entries(patterns).map(([pattern, count]) => ({ pattern: Number(pattern), count }));
}
