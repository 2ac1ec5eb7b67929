import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import { territoryOf } from '#platform/permissions';
import { type AskedWord, closenessTo, type Likeness, toAskedWords } from '../model/closeness.ts';
import type { WordSounds } from '../model/name-sounds.ts';
import type { PersonName } from '../model/names.ts';
import { type BornBetween, listNearSounds, listPersonsByKeys, type StatedPerson } from '../store/name-keys.ts';

/** More words than these do not make a person better known. */
const MOST_WORDS = 4;
/** As many are put in order by closeness; beyond, the asker is told to say more. */
const MOST_FOUND = 1_000;
/** A slip in a shorter sound makes it any other. */
const SHORTEST_SLIP = 3;

const ScriptName = z.object({ family: z.string(), given: z.string() });

const Found = z.object({
  person: z.uuid(),
  /** `slip`: a word is a letter away, or one of them is another. */
  likeness: z.enum(['written', 'sound', 'slip']),
  names: z.object({ fr: ScriptName.optional(), ar: ScriptName.optional() }),
  sex: z.enum(['F', 'M']),
  birthDate: z.iso.date(),
  cnie: z.string().optional(),
  territory: z.string(),
  /** The requests that name this person, the latest first. */
  requests: z.array(z.uuid()),
});

/**
 * Persons of the asker's jurisdiction by name, in either script, however it was spelled; the closest first. When few have a name that
 * sounds like it, those a slip away follow.
 */
export const personsByName = defineQuery({
  name: 'registry.persons-by-name',
  summary: 'Persons by name in either script and any spelling, the closest first',
  permission: 'registry:search',
  input: z.object({
    name: z.string().trim().min(2).max(120),
    bornFrom: z.iso.date().optional(),
    bornTo: z.iso.date().optional(),
    most: z.int().min(1).max(50).default(20),
  }),
  output: z.object({
    persons: z.array(Found),
    /** There are more than these: another word or the year of birth would tell them apart. */
    more: z.boolean(),
  }),
  // Not the names that were typed: who may read the journal must not learn from it whom somebody looked for.
  noted: ({ persons }, asked, actor) => [
    { subject: `search:${digestOf(asked)}`, territory: territoryOf(actor), shown: persons.length },
  ],
  async run({ tx }, { name, bornFrom, bornTo, most }) {
    const asked = toAskedWords(name).slice(0, MOST_WORDS);
    const born = { from: bornFrom ?? null, to: bornTo ?? null };
    const { words, found } = await search(tx, asked, { ...born, enough: most });
    const closeness = closenessTo(words);
    const ordered = found
      .map((row) => ({ row, ...closeness(namesOf(row)) }))
      .sort((one, other) => other.points - one.points || (one.row.person_id < other.row.person_id ? -1 : 1))
      .slice(0, most);
    return { persons: ordered.map(({ row, likeness }) => toFound(row, likeness)), more: found.length > most };
  },
});

type Search = { readonly words: readonly AskedWord[]; readonly found: readonly StatedPerson[] };

/**
 * Wider until there are enough: every word sounds alike, then one of them may have a slip, then one may be another. Nobody looks further
 * than a name that is written just so; and who cannot tell the year of birth gets only slips in long words, when nobody sounds alike.
 */
async function search(
  tx: Tx,
  asked: readonly AskedWord[],
  { enough, ...born }: BornBetween & { enough: number },
): Promise<Search> {
  const limits = { ...born, most: MOST_FOUND };
  const sounds = asked.map((word) => word.sounds);
  const alike = await listPersonsByKeys(tx, sounds, limits);
  const closeness = closenessTo(asked);
  const dated = born.from !== null || born.to !== null;
  const satisfied = alike.length >= (dated ? enough : 1) || alike.some((row) => closeness(namesOf(row)).likeness === 'written');
  if (satisfied) return { words: asked, found: alike };
  const words = await withSlips(tx, asked, dated ? SHORTEST_SLIP : SHORTEST_SLIP + 1);
  const found = new Map(alike.map((row) => [row.person_id, row]));
  const add = async (keys: readonly WordSounds[]) => {
    for (const row of await listPersonsByKeys(tx, keys, limits)) found.set(row.person_id, row);
  };
  for (const [at, { slips }] of words.entries()) if (slips.length > 0) await add(sounds.with(at, slips));
  const certain = dated ? 1 : 2;
  if (found.size === 0 && asked.length > certain) for (const at of sounds.keys()) await add(sounds.toSpliced(at, 1));
  return { words, found: found.values().toArray() };
}

async function withSlips(tx: Tx, asked: readonly AskedWord[], shortest: number): Promise<AskedWord[]> {
  const words: AskedWord[] = [];
  for (const word of asked) {
    const long = word.sounds.filter((sound) => sound.length >= shortest);
    words.push({ ...word, slips: await listNearSounds(tx, long) });
  }
  return words;
}

function toFound(row: StatedPerson, likeness: Likeness): z.infer<typeof Found> {
  return {
    likeness,
    person: row.person_id,
    names: namesOf(row),
    sex: row.sex,
    birthDate: row.birth_date,
    cnie: row.cnie ?? undefined,
    territory: row.territory,
    requests: row.requests,
  };
}

function namesOf(row: StatedPerson): PersonName {
  return { fr: scriptName(row.family_fr, row.given_fr), ar: scriptName(row.family_ar, row.given_ar) };
}

function scriptName(family: string | null, given: string | null) {
  return family === null || given === null ? undefined : { family, given };
}
