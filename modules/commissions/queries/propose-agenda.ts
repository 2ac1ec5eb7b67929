import { type FactsOfFile, type FileToSit, factsOfFiles, listFilesToSit } from '#modules/applications';
import type { Tx } from '#platform/database';
import type { PlainDate } from '#platform/dates';
import { groupOf, inOrder, type Place, placeOf } from '../model/agenda.ts';
import { type Discordance, discordancesOf } from '../model/concordance.ts';
import { type Delay, delayOfFile } from '../model/delay.ts';

/** A file with its place: why it stands there, how long its family waits, and what speaks against deciding it in a batch. */
export type Placed = FileToSit &
  Delay & { readonly why: Place; readonly discordances: readonly Discordance[]; readonly facts: FactsOfFile };

/** So many files are looked at together, and so many at most before an agenda is filled by age alone. */
const LOOKED_AT_ONCE = 200;
const MOST_LOOKED_AT = 2_000;

type Proposed = { readonly ready: number; readonly files: readonly Placed[] };

/**
 * The files that a commission is proposed to see next, as many as it can take: what comes back, then what is late, then concordant files by
 * age, then the others by age. Facts are read a few hundred files at a time, until enough concordant ones are found.
 */
export async function proposeAgenda(tx: Tx, territory: string, { today, limit }: Proposing): Promise<Proposed> {
  const waiting = inOrder((await listFilesToSit(tx, territory)).map((file) => ({ ...file, ...delayOfFile(file, today) })));
  const first = await place(tx, waiting.filter((file) => groupOf(placeOf(file)) < 2).slice(0, limit));
  const inTurn = waiting.filter((file) => groupOf(placeOf(file)) === 2);
  const room = limit - first.length;
  const concordant: Placed[] = [];
  const others: Placed[] = [];
  for (let from = 0; from < Math.min(inTurn.length, MOST_LOOKED_AT) && concordant.length < room; from += LOOKED_AT_ONCE) {
    const looked = await place(tx, inTurn.slice(from, from + LOOKED_AT_ONCE));
    for (const file of looked) (file.why === 'concordant' ? concordant : others).push(file);
  }
  return { ready: waiting.length, files: [...first, ...concordant, ...others].slice(0, limit) };
}

type Proposing = { readonly today: PlainDate; readonly limit: number };

/** The same of the files that a secretary chose, in the order chosen; those that are not scored in this commune are not in the answer. */
export async function placeChosen(tx: Tx, territory: string, chosen: { ids: readonly string[]; today: PlainDate }) {
  const files = (await listFilesToSit(tx, territory, chosen.ids)).map((file) => ({
    ...file,
    ...delayOfFile(file, chosen.today),
  }));
  return new Map((await place(tx, files)).map((file) => [file.id, file]));
}

async function place(tx: Tx, files: readonly (FileToSit & Delay)[]): Promise<readonly Placed[]> {
  const facts = await factsOfFiles(
    tx,
    files.map(({ id }) => id),
  );
  return files.flatMap((file) => {
    const known = facts.get(file.id);
    if (!known) return [];
    const discordances = discordancesOf(known);
    const by = placeOf(file);
    return [{ ...file, facts: known, discordances, why: by === 'age' && discordances.length === 0 ? 'concordant' : by }];
  });
}
