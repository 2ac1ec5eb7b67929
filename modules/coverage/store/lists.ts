import { sql, type Tx } from '#platform/database';
import type { ListFormat } from '#platform/lists';
import type { LineBlock, ReadCover } from '../gateway/lists/index.ts';
import type { CoverListFault, CoverListHeader } from '../model/cover-list.ts';
import type { HeldFor } from '../model/decide-list.ts';

export type Source = {
  readonly id: number;
  readonly organism: string;
  readonly scheme: string;
  readonly lastDay: string | null;
  readonly lastFullDay: string | null;
  readonly toldAt: string | null;
};

export type ListState = 'receiving' | 'held' | 'applied' | 'unreadable' | 'refused' | 'set_aside';

export type ListRow = {
  readonly id: string;
  readonly sourceId: number;
  readonly organism: string;
  readonly scheme: string;
  readonly partner: string;
  readonly kind: 'full' | 'changes';
  readonly reference: string;
  readonly standsOn: string;
  readonly linesTold: number;
  readonly filePath: string;
  readonly fileDigest: string;
  readonly format: ListFormat;
  readonly state: ListState;
  readonly nextOrdinal: number;
  readonly accepted: number;
  readonly refused: number;
  readonly heldFor: HeldFor | null;
  readonly fault: CoverListFault | null;
  readonly standing: number | null;
  readonly ending: number | null;
  readonly superseded: number | null;
  readonly written: number | null;
  readonly receivedAt: string;
  readonly knownAt: string | null;
};

const listColumns = sql.raw(`
  l.id, l.source_id as "sourceId", s.organism, s.scheme, l.partner, l.kind, l.reference, l.stands_on as "standsOn",
  l.lines_told as "linesTold", l.file_path as "filePath", l.file_digest as "fileDigest", l.format, l.state, l.next_ordinal as "nextOrdinal",
  l.accepted, l.refused, l.held_for as "heldFor", l.fault, l.standing, l.ending, l.superseded, l.written, l.received_at as "receivedAt",
  l.known_at as "knownAt"`);

/** The body that tells of a scheme, entered the first time it does. */
export async function openSource(tx: Tx, { organism, scheme }: { organism: string; scheme: string }): Promise<Source> {
  await sql`insert into coverage.source (organism, scheme) values (${organism}, ${scheme}) on conflict do nothing`.execute(tx);
  const { rows } = await sql<Source>`
    select id, organism, scheme, last_day as "lastDay", last_full_day as "lastFullDay", told_at as "toldAt"
    from coverage.source where organism = ${organism} and scheme = ${scheme}`.execute(tx);
  return only(rows);
}

/** Holds a body's row until the deed is done: its lists are reconciled one after the other. */
export async function lockSource(tx: Tx, id: number): Promise<Source> {
  const { rows } = await sql<Source>`
    select id, organism, scheme, last_day as "lastDay", last_full_day as "lastFullDay", told_at as "toldAt"
    from coverage.source where id = ${id} for update`.execute(tx);
  return only(rows);
}

/**
 * The moment from which what is being told is known: after everything that this body told before, even when the clock has not moved.
 * With the days up to which it has spoken.
 */
export async function advanceSource(
  tx: Tx,
  id: number,
  { now, day, fullDay }: { now: string; day: string | null; fullDay: string | null },
): Promise<string> {
  const { rows } = await sql<{ toldAt: string }>`
    update coverage.source set last_day = greatest(last_day, ${day}::date), last_full_day = greatest(last_full_day, ${fullDay}::date),
      told_at = greatest(date_trunc('milliseconds', ${now}::timestamptz), told_at + interval '1 millisecond')
    where id = ${id} returning told_at as "toldAt"`.execute(tx);
  return only(rows).toldAt;
}

type NewList = CoverListHeader & {
  readonly id: string;
  readonly sourceId: number;
  readonly partner: string;
  readonly fileDigest: string;
  readonly filePath: string;
  readonly format: ListFormat;
  readonly receivedAt: string;
};

/** Stores a list that came, unless another of its reference has; tells whether it did. */
export async function insertList(tx: Tx, list: NewList): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into coverage.list (id, source_id, partner, kind, reference, stands_on, lines_told, file_digest, file_path, format, state, received_at,
      territory)
    values (${list.id}, ${list.sourceId}, ${list.partner}, ${list.kind}, ${list.reference}, ${list.stands_on}, ${list.count},
      ${list.fileDigest}, ${list.filePath}, ${list.format}, 'receiving', ${list.receivedAt}, '')
    on conflict (source_id, reference) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function findList(tx: Tx, id: string): Promise<ListRow | undefined> {
  const { rows } = await sql<ListRow>`
    select ${listColumns} from coverage.list l join coverage.source s on s.id = l.source_id where l.id = ${id}`.execute(tx);
  return rows[0];
}

export async function findListForUpdate(tx: Tx, id: string): Promise<ListRow | undefined> {
  await sql`select from coverage.list where id = ${id} for update`.execute(tx);
  return findList(tx, id);
}

export async function getListForUpdate(tx: Tx, id: string): Promise<ListRow> {
  const found = await findListForUpdate(tx, id);
  if (!found) throw new Error(`list ${id} is not stored`);
  return found;
}

/**
 * The reference of a list in which this body told of the same day, or of a later one, after this one came: what is corrected on the day itself is
 * not undone by what stood there before.
 */
export async function overtakenBy(tx: Tx, { id, sourceId, standsOn, receivedAt }: ListRow): Promise<string | undefined> {
  const { rows } = await sql<{ reference: string }>`
    select reference from coverage.list where source_id = ${sourceId}::smallint and state = 'applied' and stands_on >= ${standsOn}::date
      and (stands_on > ${standsOn}::date or (received_at, id) > (${receivedAt}::timestamptz, ${id}::uuid)) limit 1`.execute(tx);
  return rows[0]?.reference;
}

export async function findListByDigest(tx: Tx, digest: string): Promise<ListRow | undefined> {
  const { rows } = await sql<ListRow>`
    select ${listColumns} from coverage.list l join coverage.source s on s.id = l.source_id where l.file_digest = ${digest}`.execute(
    tx,
  );
  return rows[0];
}

/** How many lists were applied ever. */
export async function countAppliedLists(tx: Tx): Promise<number> {
  const { rows } = await sql<{ lists: number }>`select count(*)::int as lists from coverage.list where state = 'applied'`.execute(
    tx,
  );
  return only(rows).lists;
}

type ListsAsked = {
  readonly state: ListState | undefined;
  readonly before: { readonly receivedAt: string; readonly list: string } | undefined;
  readonly limit: number;
};

export async function listLists(tx: Tx, { state, before, limit }: ListsAsked): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`
    select ${listColumns} from coverage.list l join coverage.source s on s.id = l.source_id
    where (${state ?? null}::text is null or l.state = ${state ?? null})
      and (${before?.list ?? null}::uuid is null or (l.received_at, l.id) < (${before?.receivedAt ?? null}::timestamptz, ${before?.list ?? null}::uuid))
    order by l.received_at desc, l.id desc limit ${limit}::int`.execute(tx);
  return rows;
}

/** A line with how its name is heard, where it has one. */
export type HeardCover = ReadCover & { readonly namePairs: readonly number[] | null };
type HeardBlock = Omit<LineBlock, 'covers'> & { readonly covers: readonly HeardCover[] };

/** Stores the next lines of a list and how far its reading has come. Values hold no separator of an array's text: see the rules of a line. */
export async function insertLines(tx: Tx, list: string, { covers, refused, next }: HeardBlock): Promise<void> {
  await insertCovers(tx, list, covers);
  if (refused.length > 0) {
    await sql`
      insert into coverage.refused_line (list_id, ordinal, line, member, place, rule, territory)
      select ${list}::uuid, ordinal, line, member, place, rule, ''
      from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as r(ordinal int, line int, member text, place text, rule text)`.execute(
      tx,
    );
  }
  await sql`
    update coverage.list set next_ordinal = ${next}::int, accepted = accepted + ${covers.length}::int,
      refused = refused + ${refused.length}::int where id = ${list}`.execute(tx);
}

async function insertCovers(tx: Tx, list: string, covers: readonly HeardCover[]): Promise<void> {
  if (covers.length === 0) return;
  const column = (value: (cover: HeardCover) => string | number | null) =>
    `{${covers.map((cover) => value(cover) ?? 'NULL').join(',')}}`;
  await sql`
    insert into coverage.list_line (list_id, ordinal, line, member, held_as, card, birth_date, from_day, to_day, family, given, sex, name_pairs, territory)
    select ${list}::uuid, l.ordinal, l.line, l.member, l.held_as, l.card, l.birth_date, l.from_day, l.to_day, l.family, l.given, l.sex, l.pairs::int[], ''
    from unnest(
      ${column((cover) => cover.ordinal)}::int[], ${column((cover) => cover.line)}::int[], ${column((cover) => `"${cover.member}"`)}::text[],
      ${column((cover) => cover.heldAs)}::text[], ${column((cover) => cover.card)}::text[],
      ${column((cover) => cover.birthDate)}::date[], ${column((cover) => cover.from)}::date[],
      ${column((cover) => cover.to)}::date[], ${column((cover) => quoted(cover.name?.family))}::text[],
      ${column((cover) => quoted(cover.name?.given))}::text[], ${column((cover) => cover.name?.sex ?? null)}::text[],
      ${column((cover) => cover.namePairs && `"{${cover.namePairs.join(',')}}"`)}::text[])
      as l(ordinal, line, member, held_as, card, birth_date, from_day, to_day, family, given, sex, pairs)`.execute(tx);
}

/** A name has spaces; the rules of a line keep quotation marks and backslashes out of it. */
function quoted(text: string | undefined): string | null {
  return text === undefined ? null : `"${text}"`;
}

export type ListChange = {
  readonly state: ListState;
  readonly heldFor?: HeldFor | null;
  readonly fault?: CoverListFault;
  readonly knownAt?: string;
  readonly standing?: number;
  readonly ending?: number;
  readonly superseded?: number;
  readonly written?: number;
};

/** How a list ended, or for what it is held; figures that are not told stay as they are. */
export async function endList(tx: Tx, id: string, change: ListChange): Promise<void> {
  await sql`
    update coverage.list set state = ${change.state}, held_for = coalesce(${change.heldFor ?? null}, held_for),
      fault = coalesce(${change.fault ? JSON.stringify(change.fault) : null}::jsonb, fault),
      known_at = coalesce(${change.knownAt ?? null}::timestamptz, known_at), standing = coalesce(${change.standing ?? null}::int, standing),
      ending = coalesce(${change.ending ?? null}::int, ending), superseded = coalesce(${change.superseded ?? null}::int, superseded),
      written = coalesce(${change.written ?? null}::int, written)
    where id = ${id}`.execute(tx);
}

/**
 * Keeps under which names a list tells of its members, and whom of them it tells something new of: these are looked for. Who is named as before is
 * left untouched, nearly all of a list that comes every month. New names are written by day of birth, so that those of one day lie together.
 */
export async function nameMembers(
  tx: Tx,
  { list, source, knownAt }: { list: string; source: number; knownAt: string },
): Promise<void> {
  await sql`
    with told as (
      select distinct on (member) member, family, given, sex, birth_date, card is not null as bears_card, name_pairs, territory
      from coverage.list_line where list_id = ${list}::uuid and family is not null order by member, ordinal desc
    )
    insert into coverage.named_member (source_id, member, family, given, sex, birth_date, bears_card, name_pairs, told_at, territory)
    select ${source}::smallint, t.member, t.family, t.given, t.sex, t.birth_date, t.bears_card, t.name_pairs, ${knownAt}::timestamptz, t.territory
    from told t left join coverage.named_member n on n.source_id = ${source}::smallint and n.member = t.member
    where n.member is null or (n.family, n.given, n.sex, n.birth_date, n.bears_card, n.name_pairs)
      is distinct from (t.family, t.given, t.sex, t.birth_date, t.bears_card, t.name_pairs)
    order by t.birth_date
    on conflict (source_id, member) do update set family = excluded.family, given = excluded.given, sex = excluded.sex,
      birth_date = excluded.birth_date, bears_card = excluded.bears_card, name_pairs = excluded.name_pairs, told_at = excluded.told_at`.execute(
    tx,
  );
  await sql`
    update coverage.named_member n set told_at = ${knownAt}::timestamptz
    from (select distinct member from coverage.told_cover
      where source_id = ${source}::smallint and known_from = ${knownAt}::timestamptz and held_as is not null) c
    where n.source_id = ${source}::smallint and n.member = c.member and n.told_at <> ${knownAt}::timestamptz`.execute(tx);
}

/** The lines of a list are needed until it is reconciled, and no longer: its file is kept. */
export async function dropLines(tx: Tx, list: string): Promise<void> {
  await sql`delete from coverage.list_line where list_id = ${list}`.execute(tx);
}

export type RefusedRow = { ordinal: number; line: number; member: string | null; place: string; rule: string };

export async function listRefusedLines(
  tx: Tx,
  { list, after, limit }: { list: string; after: number; limit: number },
): Promise<RefusedRow[]> {
  const { rows } = await sql<RefusedRow>`
    select ordinal, line, member, place, rule from coverage.refused_line
    where list_id = ${list} and ordinal > ${after}::int order by ordinal limit ${limit}::int`.execute(tx);
  return rows;
}

export async function countRefusals(tx: Tx, list: string): Promise<{ rule: string; lines: number }[]> {
  const { rows } = await sql<{ rule: string; lines: number }>`
    select rule, count(*)::int as lines from coverage.refused_line where list_id = ${list} group by rule order by rule`.execute(
    tx,
  );
  return rows;
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('a row that must be there is not');
  return row;
}
