import { anyOf, sql, type Tx } from '#platform/database';
import { type ApplicationRow, type ApplicationsTables, tables } from './tables.ts';

export type FoundFile = Pick<
  ApplicationRow,
  | 'id'
  | 'number'
  | 'kind'
  | 'state'
  | 'since'
  | 'territory'
  | 'filed_on'
  | 'head_names'
  | 'head_birth_date'
  | 'head_cnie'
  | 'declaration'
> & { phone: string | null; address: string | null };

export type BriefFile = Omit<FoundFile, 'declaration' | 'head_cnie' | 'phone' | 'address'>;

/** These files as a list shows them, without what they declare, which is most of a row; those of other jurisdictions are not in the answer. */
export async function listBriefFiles(tx: Tx, ids: readonly string[]): Promise<BriefFile[]> {
  if (ids.length === 0) return [];
  return tables(tx)
    .selectFrom('application')
    .select(['id', 'number', 'kind', 'state', 'since', 'territory', 'filed_on', 'head_names', 'head_birth_date'])
    .where('id', '=', anyOf(ids))
    .execute();
}

/** These files with how their families may be reached; those of other jurisdictions are not in the answer. */
export async function listFoundFiles(tx: Tx, ids: readonly string[]): Promise<FoundFile[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FoundFile>`
    select a.id, a.number, a.kind, a.state, a.since, a.territory, a.filed_on, a.head_names, a.head_birth_date, a.head_cnie, a.declaration,
      c.phone, c.address
    from applications.application a left join applications.contact c on c.application_id = a.id
    where a.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

export async function listIdsByNumber(tx: Tx, number: string): Promise<string[]> {
  const rows = await tables(tx).selectFrom('application').select('id').where('number', '=', number).execute();
  return rows.map(({ id }) => id);
}

export type Marked = { readonly id: string; readonly mark: string };

/** The files in which a head or a spouse bears one of these cards, the latest first. */
export async function listIdsByCards(tx: Tx, cards: readonly string[], most: number): Promise<Marked[]> {
  if (cards.length === 0) return [];
  const { rows } = await sql<Marked>`
    select application_id as id, cnie as mark from applications.adult_card where cnie = any(${[...cards]}::text[])
    order by application_id desc limit ${most}::int`.execute(tx);
  return rows;
}

export async function listIdsByPhone(tx: Tx, phone: string, most: number): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('contact')
    .select('application_id')
    .where('phone', '=', phone)
    .orderBy('application_id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ application_id }) => application_id);
}

/** The files of a commune with this address, however it was written. */
export async function listIdsByAddress(
  tx: Tx,
  { commune, address }: { readonly commune: string; readonly address: string },
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select application_id as id from applications.contact
    where territory = ${commune} and address_key = applications.address_key(${address})
    order by application_id desc limit ${most}::int`.execute(tx);
  return rows.map(({ id }) => id);
}

/** With which other files this one was found not to be the same. */
export async function listNotTheSame(tx: Tx, application: string): Promise<ApplicationsTables['not_the_same'][]> {
  const asOne = tables(tx).selectFrom('not_the_same').selectAll().where('one_id', '=', application);
  const asOther = tables(tx).selectFrom('not_the_same').selectAll().where('other_id', '=', application);
  return [...(await asOne.execute()), ...(await asOther.execute())];
}

export async function listVisibleIds(tx: Tx, ids: readonly string[]): Promise<{ id: string; territory: string }[]> {
  return tables(tx).selectFrom('application').select(['id', 'territory']).where('id', '=', anyOf(ids)).execute();
}
