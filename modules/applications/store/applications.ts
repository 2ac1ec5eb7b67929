import { anyOf, sql, type Tx } from '#platform/database';
import type { State } from '../model/lifecycle.ts';
import { type ApplicationRow, type ApplicationsTables, type PassageRow, tables } from './tables.ts';

export function listApplications(tx: Tx, ids: readonly string[]): Promise<ApplicationRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(tx).selectFrom('application').selectAll().where('id', '=', anyOf(ids)).orderBy('id').execute();
}

export type BriefApplication = Pick<
  ApplicationRow,
  'id' | 'number' | 'territory' | 'proposal' | 'declaration_digest' | 'head_names' | 'filed_on' | 'state'
>;

/** Without the declarations, which are most of a row. */
export function listBriefApplications(tx: Tx, ids: readonly string[]): Promise<BriefApplication[]> {
  return tables(tx)
    .selectFrom('application')
    .select(['id', 'number', 'territory', 'proposal', 'declaration_digest', 'head_names', 'filed_on', 'state'])
    .where('id', '=', anyOf(ids))
    .orderBy('id')
    .execute();
}

export function listCards(tx: Tx, ids: readonly string[]): Promise<Pick<ApplicationRow, 'id' | 'adult_cards'>[]> {
  return tables(tx).selectFrom('application').select(['id', 'adult_cards']).where('id', '=', anyOf(ids)).execute();
}

/** The files among these that stand in a state, locked in one order for everybody. */
export function listApplicationsForUpdate(tx: Tx, ids: readonly string[], state: State): Promise<ApplicationRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(tx)
    .selectFrom('application')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('state', '=', state)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The same, without what is in them. */
export async function lockApplications(tx: Tx, ids: readonly string[], state: State): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tables(tx)
    .selectFrom('application')
    .select('id')
    .where('id', '=', anyOf(ids))
    .where('state', '=', state)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

export function findApplication(tx: Tx, id: string): Promise<ApplicationRow | undefined> {
  return tables(tx).selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findByNumber(tx: Tx, number: string): Promise<ApplicationRow | undefined> {
  return tables(tx).selectFrom('application').selectAll().where('number', '=', number).executeTakeFirst();
}

export type StandingApplication = Pick<ApplicationRow, 'id' | 'number' | 'kind' | 'state' | 'territory'>;

/** Files by what people call them or by identifier, with where they stand. */
export function listStandingApplications(
  tx: Tx,
  { column, values }: { readonly column: 'id' | 'number'; readonly values: readonly string[] },
): Promise<StandingApplication[]> {
  return tables(tx)
    .selectFrom('application')
    .select(['id', 'number', 'kind', 'state', 'territory'])
    .where(column, '=', anyOf(values))
    .orderBy('id')
    .execute();
}

/** A file by the pair its family knows: its number and the head's birth date. */
export function findByCitizenPair(tx: Tx, number: string, birthDate: string): Promise<ApplicationRow | undefined> {
  return tables(tx)
    .selectFrom('application')
    .selectAll()
    .where('number', '=', number)
    .where('head_birth_date', '=', birthDate)
    .executeTakeFirst();
}

/**
 * The open request of a head, else the latest one, by the two facts of the national card. Reached through the table of cards, whose key the
 * fence lets an index answer.
 */
export async function findByHeadCard(
  tx: Tx,
  cnie: string,
  birthDate: string,
): Promise<Pick<ApplicationRow, 'id' | 'territory'> | undefined> {
  const { rows } = await sql<Pick<ApplicationRow, 'id' | 'territory'>>`
    select a.id, a.territory from applications.adult_card c join applications.application a on a.id = c.application_id
    where c.cnie = ${cnie} and a.head_cnie = ${cnie} and a.head_birth_date = ${birthDate}
    order by a.state <> 'closed' desc, a.id desc limit 1`.execute(tx);
  return rows[0];
}

export function listPassages(tx: Tx, application: string): Promise<PassageRow[]> {
  return tables(tx).selectFrom('passage').selectAll().where('application_id', '=', application).orderBy('id').execute();
}

export async function insertAssessments(tx: Tx, rows: readonly ApplicationsTables['assessment'][]): Promise<void> {
  await sql`
    insert into applications.assessment
    select * from jsonb_populate_recordset(null::applications.assessment, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

export function findLatestAssessment(tx: Tx, application: string): Promise<ApplicationsTables['assessment'] | undefined> {
  return tables(tx)
    .selectFrom('assessment')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('assessed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The score that a decision of this instant rested on. */
export function findAssessmentBefore(tx: Tx, application: string, at: string) {
  return tables(tx)
    .selectFrom('assessment')
    .selectAll()
    .where('application_id', '=', application)
    .where('assessed_at', '<=', at)
    .orderBy('assessed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type AssessmentRow = ApplicationsTables['assessment'];

/** The latest score of each of these files. */
export async function listLatestAssessments(tx: Tx, ids: readonly string[]): Promise<AssessmentRow[]> {
  const { rows } = await sql<AssessmentRow>`
    select distinct on (application_id) * from applications.assessment
    where application_id = any(${ids}::uuid[]) order by application_id, assessed_at desc`.execute(tx);
  return rows;
}

export type ListedApplication = Pick<
  ApplicationRow,
  'id' | 'number' | 'kind' | 'state' | 'since' | 'territory' | 'head_names' | 'proposal' | 'outcome' | 'filed_on'
>;

/** Files of a queue, the longest waiting first. `after` continues a list: the last `since` and id already read. */
export async function listQueue(
  tx: Tx,
  state: State,
  options: { limit: number; territory?: string | undefined; after?: { since: string; id: string } | undefined },
): Promise<ListedApplication[]> {
  const after = options.after ? sql`and (since, id) > (${options.after.since}::timestamptz, ${options.after.id}::uuid)` : sql``;
  const within = options.territory ? sql`and territory = ${options.territory}` : sql``;
  const { rows } = await sql<ListedApplication>`
    select id, number, kind, state, since, territory, head_names, proposal, outcome, filed_on
    from applications.application where state = ${state} ${within} ${after} order by since, id limit ${options.limit}`.execute(
    tx,
  );
  return rows;
}

export type StateCount = { state: State; outcome: string | null; files: number; oldest: string };

export async function countByState(tx: Tx, batch?: string): Promise<StateCount[]> {
  const { rows } = await sql<StateCount>`
    select state, outcome, count(*)::int as files, min(since) as oldest from applications.application
    where ${batch ?? null}::uuid is null or batch_id = ${batch ?? null}::uuid
    group by state, outcome order by state, outcome`.execute(tx);
  return rows;
}
