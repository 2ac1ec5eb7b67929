import { anyOf, sql, type Tx } from '#platform/database';
import { newId } from '#platform/ids';
import { type SittingPassage, type SittingState, sittingPassages } from '../model/sitting.ts';
import { type AgendaRow, type DecisionRow, type SittingRow, tables } from './tables.ts';

export type CommissionName = { readonly kind: 'cpl' | 'cpp'; readonly territory: string };

/** The commission of a territory; entered in the books the first time it is named. */
export async function ensureCommission(tx: Tx, name: CommissionName): Promise<string> {
  const known = await findCommission(tx, name);
  if (known) return known;
  await tables(tx)
    .insertInto('commission')
    .values({ id: newId(), ...name })
    .onConflict((c) => c.columns(['kind', 'territory']).doNothing())
    .execute();
  const made = await findCommission(tx, name);
  if (!made) throw new Error(`the commission of ${name.territory} is not in the books`);
  return made;
}

export async function findCommission(tx: Tx, { kind, territory }: CommissionName): Promise<string | undefined> {
  const found = await tables(tx)
    .selectFrom('commission')
    .select('id')
    .where('kind', '=', kind)
    .where('territory', '=', territory)
    .executeTakeFirst();
  return found?.id;
}

/** Which commission a sitting is of. */
export function getCommission(tx: Tx, id: string) {
  return tables(tx).selectFrom('commission').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function takeSittingNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('commissions.sitting_number') as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

/**
 * Writes a sitting into the books unless its commission sits at that hour already; says whether it did. Whether the cast goes on with it is
 * said with its agenda.
 */
export async function insertSitting(tx: Tx, row: Omit<SittingRow, 'rehearsal'>): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto('sitting')
    .values({ ...row, rehearsal: false })
    .onConflict((same) => same.columns(['commission_id', 'held_on', 'starts_at']).where('starts_at', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return stored !== undefined;
}

/** A sitting the actor may see. */
export function findSitting(tx: Tx, id: string): Promise<SittingRow | undefined> {
  return tables(tx).selectFrom('sitting').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findKindOfCommission(tx: Tx, commission: string): Promise<'cpl' | 'cpp'> {
  const found = await tables(tx).selectFrom('commission').select('kind').where('id', '=', commission).executeTakeFirstOrThrow();
  return found.kind;
}

export type SealedMinutes = { id: string; number: string; minutes: string; digest: string; sealedAt: string };

export function findSealed(tx: Tx, sitting: string): Promise<SealedMinutes | undefined> {
  return selectSealed(tx).where('id', '=', sitting).executeTakeFirst();
}

export function findSealedByDigest(tx: Tx, digest: string): Promise<SealedMinutes | undefined> {
  return selectSealed(tx).where('minutes_digest', '=', digest).executeTakeFirst();
}

export function findSealedByNumber(tx: Tx, number: string): Promise<SealedMinutes | undefined> {
  return selectSealed(tx).where('number', '=', number).executeTakeFirst();
}

function selectSealed(tx: Tx) {
  return tables(tx)
    .selectFrom('sitting')
    .select(['id', 'number', 'minutes', 'minutes_digest as digest', 'sealed_at as sealedAt'])
    .where('minutes', 'is not', null)
    .$narrowType<{ minutes: string; digest: string; sealedAt: string }>();
}

/** A sitting the actor may see, locked until the deed is done: two screens on one sitting take turns. */
export function findSittingForUpdate(tx: Tx, id: string): Promise<SittingRow | undefined> {
  return tables(tx).selectFrom('sitting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function listSittingsForUpdate(tx: Tx, ids: readonly string[]): Promise<SittingRow[]> {
  return tables(tx).selectFrom('sitting').selectAll().where('id', '=', anyOf(ids)).orderBy('id').forUpdate().execute();
}

export async function moveSittings(
  tx: Tx,
  passage: SittingPassage,
  ids: readonly string[],
  change: Partial<SittingRow> = {},
): Promise<void> {
  await tables(tx)
    .updateTable('sitting')
    .set({ state: sittingPassages[passage].to, ...change })
    .where('id', '=', anyOf(ids))
    .execute();
}

export async function insertAgenda(tx: Tx, rows: readonly AgendaRow[]): Promise<void> {
  await sql`insert into commissions.agenda_item select * from jsonb_populate_recordset(null::commissions.agenda_item, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

export function listAgenda(tx: Tx, sittings: readonly string[]): Promise<AgendaRow[]> {
  return tables(tx)
    .selectFrom('agenda_item')
    .selectAll()
    .where('sitting_id', '=', anyOf(sittings))
    .orderBy('sitting_id')
    .orderBy('position')
    .execute();
}

export function listDecisions(tx: Tx, sittings: readonly string[]): Promise<DecisionRow[]> {
  return tables(tx)
    .selectFrom('decision')
    .selectAll()
    .where('sitting_id', '=', anyOf(sittings))
    .orderBy('application_id')
    .execute();
}

export type LatestDecision = DecisionRow & {
  held_on: string;
  number: string;
  sitting_state: SittingState;
  /** Null also where the province gave the decision back: its sitting is validated without it. */
  validated_at: string | null;
  returned: boolean;
};

/** The last word of a commission on each of these files. */
export async function listLatestDecisions(tx: Tx, applications: readonly string[]): Promise<LatestDecision[]> {
  const { rows } = await sql<LatestDecision>`
    select distinct on (d.application_id) d.*, s.held_on, s.number, s.state as sitting_state, r.at is not null as returned,
      case when r.at is null then s.validated_at end as validated_at
    from commissions.decision d join commissions.sitting s on s.id = d.sitting_id
    left join commissions.returned r on r.sitting_id = d.sitting_id and r.application_id = d.application_id
    where d.application_id = any(${applications}::uuid[]) order by d.application_id, d.decided_at desc`.execute(tx);
  return rows;
}
