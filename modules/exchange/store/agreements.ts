import { anyOf, sql, type Tx, tablesOf } from '#platform/database';
import type { AnswerField, AskingWay } from '../model/agreement.ts';

export type AgreementRow = {
  id: string;
  partner: string;
  name_fr: string;
  name_ar: string;
  purpose_fr: string;
  purpose_ar: string;
  legal_basis: string;
  legal_status: 'official' | 'unverified' | 'illustrative';
  may_ask_by: AskingWay[];
  fields: AnswerField[];
  per_minute: number;
  from_day: string;
  to_day: string | null;
  made_at: string;
  made_by: string;
  ended_at: string | null;
  ended_for: string | null;
};

/** `until`: the instant from which it opens nothing; null of the present one. */
export type KeyRow = { digest: string; agreement_id: string; made_at: string; made_by: string; until: string | null };

const tables = tablesOf<{ agreement: AgreementRow; agreement_key: KeyRow }>('exchange');

/** One agreement is made or ended at a time: whether two stand together is asked before either is written. */
export async function takeTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('exchange.agreements', 0))`.execute(tx);
}

export function listAgreements(tx: Tx): Promise<AgreementRow[]> {
  return tables(tx).selectFrom('agreement').selectAll().orderBy('partner').orderBy('from_day', 'desc').execute();
}

export function listAgreementsNamed(tx: Tx, ids: readonly string[]): Promise<AgreementRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(tx).selectFrom('agreement').selectAll().where('id', '=', anyOf(ids)).execute();
}

/** Those that may still open something on a day or later. */
export function listNotOver(tx: Tx, day: string): Promise<AgreementRow[]> {
  return tables(tx)
    .selectFrom('agreement')
    .selectAll()
    .where((is) => is.or([is('to_day', '>=', day), is.and([is('to_day', 'is', null), is('ended_at', 'is', null)])]))
    .execute();
}

export async function insertAgreement(tx: Tx, row: AgreementRow): Promise<void> {
  await tables(tx).insertInto('agreement').values(row).execute();
}

export async function setEnd(tx: Tx, id: string, end: Pick<AgreementRow, 'to_day' | 'ended_at' | 'ended_for'>): Promise<void> {
  await tables(tx).updateTable('agreement').set(end).where('id', '=', id).execute();
}

/** Whether a key was ever that of an agreement. */
export async function isKeyKnown(tx: Tx, digest: string): Promise<boolean> {
  const found = await tables(tx).selectFrom('agreement_key').select('digest').where('digest', '=', digest).executeTakeFirst();
  return found !== undefined;
}

/** The keys of some agreements that open something at an instant. */
export function listKeysOf(tx: Tx, agreements: readonly string[], at: string): Promise<KeyRow[]> {
  if (agreements.length === 0) return Promise.resolve([]);
  return tables(tx)
    .selectFrom('agreement_key')
    .selectAll()
    .where('agreement_id', '=', anyOf(agreements))
    .where((is) => is.or([is('until', 'is', null), is('until', '>', at)]))
    .orderBy('made_at', 'desc')
    .execute();
}

export async function insertKey(tx: Tx, row: KeyRow): Promise<void> {
  await tables(tx).insertInto('agreement_key').values(row).execute();
}

/** Ends every key of an agreement at an instant, but those that end before it. */
export async function endKeys(tx: Tx, agreement: string, until: string): Promise<void> {
  await tables(tx)
    .updateTable('agreement_key')
    .set({ until })
    .where('agreement_id', '=', agreement)
    .where((is) => is.or([is('until', 'is', null), is('until', '>', until)]))
    .execute();
}
