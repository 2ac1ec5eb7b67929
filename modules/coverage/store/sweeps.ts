import { sql, type Tx } from '#platform/database';

export type SweepStep = 'cards' | 'names' | 'ended';
export type SweepRow = {
  readonly id: string;
  readonly step: SweepStep;
  /** Of a sweep over the names of one telling: whose, and when it told. */
  readonly sourceId: number | null;
  readonly toldAt: string | null;
  readonly reached: string;
  readonly beganAt: string;
  readonly endedAt: string | null;
  /** When the last portion was done. */
  readonly movedAt: string | null;
  readonly cards: number;
  readonly compared: number;
  readonly cases: number;
};

const columns = sql.raw(`
  id, step, source_id as "sourceId", told_at as "toldAt", reached, began_at as "beganAt", ended_at as "endedAt", moved_at as "movedAt", cards, compared, cases`);

/** Begins a sweep over all, unless one is under way: then that one. */
export async function beginSweep(tx: Tx, { id, at }: { id: string; at: string }): Promise<string> {
  await sql`
    insert into coverage.sweep (id, step, reached, began_at) values (${id}, 'cards', '', ${at}) on conflict do nothing`.execute(
    tx,
  );
  const underWay = await findSweepUnderWay(tx);
  if (!underWay) throw new Error('no sweep is under way and none could begin');
  return underWay.id;
}

type OfNames = { readonly id: string; readonly source: number; readonly toldAt: string; readonly at: string };

/** Begins a sweep over those whom one telling names anew; none where it names nobody. */
export async function beginSweepOfNames(tx: Tx, { id, source, toldAt, at }: OfNames): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into coverage.sweep (id, step, source_id, told_at, reached, began_at)
    select ${id}, 'names', ${source}::smallint, ${toldAt}::timestamptz, '', ${at}::timestamptz
    where exists (select from coverage.named_member where source_id = ${source}::smallint and told_at = ${toldAt}::timestamptz)
    returning id`.execute(tx);
  return rows[0]?.id;
}

/** A sweep, held until the deed ends: one portion after the other. */
export async function takeSweep(tx: Tx, id: string): Promise<SweepRow> {
  const { rows } = await sql<SweepRow>`select ${columns} from coverage.sweep where id = ${id} for update`.execute(tx);
  const [sweep] = rows;
  if (!sweep) throw new Error('there is no such sweep');
  return sweep;
}

export type Reached = Partial<Pick<SweepRow, 'step' | 'reached' | 'endedAt' | 'movedAt' | 'cards' | 'compared' | 'cases'>>;

export async function saveSweep(tx: Tx, sweep: SweepRow, reached: Reached): Promise<void> {
  const to = { ...sweep, ...reached };
  await sql`
    update coverage.sweep set step = ${to.step}, reached = ${to.reached}, ended_at = ${to.endedAt}::timestamptz, moved_at = ${to.movedAt}::timestamptz, cards = ${to.cards}::bigint,
      compared = ${to.compared}::bigint, cases = ${to.cases}::int where id = ${sweep.id}`.execute(tx);
}

/** The sweep over all that has begun and not ended: there is one at most. */
export async function findSweepUnderWay(tx: Tx): Promise<SweepRow | undefined> {
  const { rows } = await sql<SweepRow>`
    select ${columns} from coverage.sweep where step <> 'ended' and source_id is null`.execute(tx);
  return rows[0];
}

/** The sweep over all that ended last. */
export async function findLastSweep(tx: Tx): Promise<SweepRow | undefined> {
  const { rows } = await sql<SweepRow>`
    select ${columns} from coverage.sweep where step = 'ended' and source_id is null order by ended_at desc limit 1`.execute(tx);
  return rows[0];
}
