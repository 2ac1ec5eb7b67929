import { kindsOnFiles } from '#modules/documents';
import { listHolding, standingsOf } from '#modules/verifications';
import type { QuestionContext } from '#platform/actions';
import type { Tx } from '#platform/database';
import { communesWithin } from '../model/jurisdiction.ts';
import { MOST_AT_ONE_ADDRESS } from '../model/likeness-of-files.ts';
import { neededPapers, paperRulesOn } from '../model/needed-papers.ts';
import {
  type AlikeRow,
  type BasisRow,
  countAlike,
  countScored,
  listBases,
  listLongestStands,
  listPapersSeen,
  listScored,
  type PapersRow,
  type ReadyCommune,
  type ScoredFile,
  type StandRow,
} from '../store/to-sit.ts';

/** More than a commission could see in two years: what lies behind waits for its turn. */
const MOST_READY = 5_000;

/** A scored file that may go before the commission of its commune: since when, and by which step it came there. */
export type FileToSit = {
  readonly id: string;
  readonly number: string;
  readonly territory: string;
  readonly names: ScoredFile['head_names'];
  readonly filedOn: string;
  readonly since: string;
  readonly proposal: string;
  readonly cameBy: string;
  readonly note: string | undefined;
};

/** The scored files of a commune, the longest scored first; only those named, when some are named. */
export async function listFilesToSit(tx: Tx, territory: string, among?: readonly string[]): Promise<readonly FileToSit[]> {
  const rows = await listScored(tx, { territory, among, most: MOST_READY });
  return rows.map(({ head_names, filed_on, came_by, note, proposal, ...row }) => ({
    ...{ id: row.id, number: row.number, territory: row.territory, names: head_names, filedOn: filed_on, since: row.since },
    ...{ proposal: proposal ?? 'not_eligible', cameBy: came_by, note: note ?? undefined },
  }));
}

/** How many scored files wait in each commune of the asker's jurisdiction, and since when the oldest. */
export function countFilesToSit({ tx, actor }: Pick<QuestionContext, 'tx' | 'actor'>): Promise<readonly ReadyCommune[]> {
  return countScored(tx, communesWithin(actor.scopes));
}

/** In which state each of these files stood longest since it was filed: what a commission is told of a late one. */
export async function longestStands(tx: Tx, ids: readonly string[], now: string): Promise<ReadonlyMap<string, StandRow>> {
  if (ids.length === 0) return new Map();
  return new Map((await listLongestStands(tx, ids, now)).map((row) => [row.id, row]));
}

/** What a commission must know of a file before it rules: on what the file stands, and all that might make somebody hesitate. */
export type FactsOfFile = {
  readonly basis: {
    readonly version: number;
    readonly declarationDigest: string;
    readonly formula: string;
    readonly formulaDigest: string;
    readonly resultDigest: string;
  };
  readonly isNearLimit: boolean;
  readonly wasAdjourned: boolean;
  /** A register answered otherwise than was declared, even where an officer has settled it since. */
  readonly hasDifference: boolean;
  readonly isChecked: boolean;
  /** Other open requests that share its telephone or its address. */
  readonly alike: readonly { readonly why: 'phone' | 'address'; readonly files: number }[];
  /** Kinds of papers that the family needs, and how many of them somebody saw. */
  readonly papers: { readonly needed: number; readonly present: number };
};

/** The facts of these files, in a few statements whatever their number; a file that was never scored has none. */
export async function factsOfFiles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, FactsOfFile>> {
  if (ids.length === 0) return new Map();
  const differing = new Set((await listHolding(tx, ids)).map(({ request }) => request));
  const checked = new Set((await standingsOf(tx, ids)).filter(({ complete }) => complete).map(({ request }) => request));
  const alike = Map.groupBy(await countAlike(tx, ids, MOST_AT_ONE_ADDRESS), ({ id }) => id);
  const papers = await papersOf(tx, ids);
  return new Map(
    (await listBases(tx, ids)).map((row) => [
      row.id,
      {
        ...toBasis(row),
        hasDifference: differing.has(row.id),
        isChecked: checked.has(row.id),
        alike: (alike.get(row.id) ?? []).map(({ why, files }: AlikeRow) => ({ why, files })),
        papers: papers.get(row.id) ?? { needed: 0, present: 0 },
      },
    ]),
  );
}

function toBasis(row: BasisRow) {
  const { version, declaration_digest: declarationDigest, formula, formula_digest: formulaDigest } = row;
  return {
    basis: { version, declarationDigest, formula, formulaDigest, resultDigest: row.result_digest },
    isNearLimit: row.near_limit,
    wasAdjourned: row.was_adjourned,
  };
}

/**
 * Where a counter ticked what the family brought, what was ticked and what was scanned since counts. Papers of a whole delivery were accepted
 * with it: nobody noted them one by one.
 */
async function papersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, FactsOfFile['papers']>> {
  const scanned = await kindsOnFiles(
    tx,
    ids.map((id) => `application:${id}`),
  );
  return new Map(
    (await listPapersSeen(tx, ids)).map((row) => [row.id, countPapers(row, scanned.get(`application:${row.id}`) ?? new Set())]),
  );
}

function countPapers({ declaration, filed_on, seen }: PapersRow, scanned: ReadonlySet<string>): FactsOfFile['papers'] {
  const needed = neededPapers(declaration, paperRulesOn(filed_on)).map(({ kind }) => kind);
  const has = seen === null ? () => true : (kind: string) => seen.includes(kind) || scanned.has(kind);
  return { needed: needed.length, present: needed.filter(has).length };
}
