import { sql, type Tx } from '#platform/database';
import type { WordSounds } from '../model/name-sounds.ts';

export type NameKey = {
  readonly key: string;
  readonly birth_date: string;
  readonly person_id: string;
  readonly territory: string;
};

/** Stores how persons' names sound; a key already known of a person there is left as it is. */
export async function insertNameKeys(tx: Tx, keys: readonly NameKey[]): Promise<void> {
  await sql`
    insert into registry.name_key (key, birth_date, person_id, territory)
    select key, birth_date, person_id, territory
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(key text, birth_date date, person_id uuid, territory text)
    on conflict do nothing`.execute(tx);
}

export type StatedNames = {
  household_id: string;
  person_id: string;
  territory: string;
  birth_date: string;
  family_fr: string | null;
  given_fr: string | null;
  family_ar: string | null;
  given_ar: string | null;
};

/** The names stated by the next households after one, by identifier: those of the earliest requests first. */
export async function listStatedNames(tx: Tx, after: string, households: number): Promise<StatedNames[]> {
  const { rows } = await sql<StatedNames>`
    select m.household_id, m.person_id, m.territory, m.birth_date, m.family_fr, m.given_fr, m.family_ar, m.given_ar
    from (select id from registry.household where id > ${after}::uuid order by id limit ${households}) h
    join registry.household_member m on m.household_id = h.id
    order by m.household_id`.execute(tx);
  return rows;
}

export type Reading = { read_to: string; ended: boolean };

/** How far the rules have read the names stated before them; from the beginning for new rules. */
export async function takeReading(tx: Tx, rules: number): Promise<Reading> {
  const { rows } = await sql<Reading>`
    insert into registry.name_reading as r (rules, read_to, ended) values (${rules}, '00000000-0000-0000-0000-000000000000', false)
    on conflict (rules) do update set read_to = r.read_to
    returning read_to, ended`.execute(tx);
  const [reading] = rows;
  if (!reading) throw new Error('the reading of names has no row');
  return reading;
}

export async function saveReading(tx: Tx, rules: number, { read_to, ended }: Reading): Promise<void> {
  await sql`update registry.name_reading set read_to = ${read_to}, ended = ${ended} where rules = ${rules}`.execute(tx);
}

/**
 * Enters the sounds that are not known yet, each under itself and less one letter. The sounds are stepped through from one to the next
 * in the index: as many steps as there are sounds, however many persons bear them.
 */
export async function enterNearSounds(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`
    with recursive sound(key) as (
      (select key from registry.name_key order by key limit 1)
      union all
      select (select k.key from registry.name_key k where k.key > s.key order by k.key limit 1) from sound s where s.key is not null
    )
    insert into registry.near_sound (clipped, key)
    select distinct overlay(key placing '' from place for taken), key
    from sound, lateral (select 1 as place, 0 as taken union all select generate_series(1, length(key)), 1) clip
    where length(key) >= 3 and not exists (select from registry.near_sound n where n.clipped = sound.key and n.key = sound.key)
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** The known sounds a slip apart from these, these among them. */
export async function listNearSounds(tx: Tx, sounds: WordSounds): Promise<string[]> {
  if (sounds.length === 0) return [];
  const clips = sounds.flatMap((sound) => [
    sound,
    ...Array.from(sound, (_letter, at) => sound.slice(0, at) + sound.slice(at + 1)),
  ]);
  const { rows } = await sql<{ key: string }>`
    select distinct key from registry.near_sound where clipped = any(${[...new Set(clips)]})`.execute(tx);
  return rows.map(({ key }) => key);
}

export type BornBetween = { readonly from: string | null; readonly to: string | null };

export type StatedPerson = Omit<StatedNames, 'household_id'> & {
  sex: 'F' | 'M';
  cnie: string | null;
  requests: string[];
};

/**
 * Persons whom somebody in the asker's jurisdiction stated under names with a key of every word, as they were stated last, each once: those
 * found to be one person are one.
 * The plan is made for these very keys: a word that thousands bear is looked up among those who bear the rare one.
 */
export async function listPersonsByKeys(
  tx: Tx,
  words: readonly WordSounds[],
  { from, to, most }: BornBetween & { readonly most: number },
): Promise<StatedPerson[]> {
  const [first, ...others] = words;
  if (first === undefined) return [];
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(tx);
  const born = (word: ReturnType<typeof sql.ref>) =>
    sql`${word}.birth_date between ${from ?? '-infinity'}::date and ${to ?? 'infinity'}::date`;
  const joins = others.map((keys, at) => {
    const word = sql.ref(`k${at + 1}`);
    return sql`join registry.name_key ${word}
      on ${word}.person_id = k0.person_id and ${word}.key = any(${[...keys]}::text[]) and ${born(word)}`;
  });
  const { rows } = await sql<StatedPerson>`
    select distinct on (head.id) head.id as person_id, m.territory, m.family_fr, m.given_fr, m.family_ar, m.given_ar, m.sex, m.birth_date,
      m.cnie,
      array(select h.request_id from registry.household_member o join registry.household h on h.id = o.household_id
        where o.person_id = any(array(select head.id union all
          select g.person_id from registry.known_as g where g.known_as = head.id and g.until = 'infinity'))
        order by h.id desc) as requests
    from (
      select distinct k0.person_id from registry.name_key k0 ${sql.join(joins, sql` `)}
      where k0.key = any(${[...first]}::text[]) and ${born(sql.ref('k0'))}
      limit ${most}
    ) found
    left join registry.known_as k on k.person_id = found.person_id and k.until = 'infinity'
    cross join lateral (select coalesce(k.known_as, found.person_id) as id) head
    join registry.household_member m on m.person_id = found.person_id
    order by head.id, m.household_id desc`.execute(tx);
  return rows;
}
