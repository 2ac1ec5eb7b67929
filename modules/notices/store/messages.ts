import { sql, type Tx } from '#platform/database';
import type { MessageState } from '../model/lifecycle.ts';
import type { Template } from '../model/templates.ts';
import { type MessageRow, tables } from './tables.ts';

/** Puts messages in the outbox; gives those that were not there yet. */
export async function insertMessages(tx: Tx, rows: readonly MessageRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const made = await tables(tx)
    .insertInto('message')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['event', 'application_id', 'template']).doNothing())
    .returning('id')
    .execute();
  return made.map(({ id }) => id);
}

export function findMessage(tx: Tx, id: string): Promise<MessageRow | undefined> {
  return tables(tx).selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findMessageForUpdate(tx: Tx, id: string): Promise<MessageRow | undefined> {
  return tables(tx).selectFrom('message').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export type MessageChange = Partial<Pick<MessageRow, 'state' | 'since' | 'attempts' | 'reason' | 'reference' | 'body'>>;

export async function updateMessage(tx: Tx, id: string, change: MessageChange): Promise<void> {
  await tables(tx).updateTable('message').set(change).where('id', '=', id).execute();
}

/** The last message that went, or was to go, about a request; a code is none. */
export function findLastMessage(tx: Tx, application: string): Promise<Pick<MessageRow, 'state' | 'made_at'> | undefined> {
  return tables(tx)
    .selectFrom('message')
    .select(['state', 'made_at'])
    .where('application_id', '=', application)
    .where('template', '<>', 'code')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function countMessages(tx: Tx, told: { application: string; template: Template; since: string }): Promise<number> {
  const { count } = await tables(tx)
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('application_id', '=', told.application)
    .where('template', '=', told.template)
    .where('made_at', '>', told.since)
    .executeTakeFirstOrThrow();
  return count;
}

/** What still waits for a family that wants no more is not sent. */
export async function withdrawWaiting(tx: Tx, application: string, now: string): Promise<void> {
  await tables(tx)
    .updateTable('message')
    .set({ state: 'withdrawn', since: now, body: null, address: null })
    .where('application_id', '=', application)
    .where('state', '=', 'waiting')
    .execute();
}

export type OutboxCount = { channel: 'sms' | 'mail'; state: MessageState; messages: number; segments: number; oldest: string };

export async function countOutbox(tx: Tx): Promise<OutboxCount[]> {
  const { rows } = await sql<OutboxCount>`
    select channel, state, count(*)::int as messages, coalesce(sum(segments), 0)::int as segments, min(made_at) as oldest
    from notices.message group by channel, state order by channel, state`.execute(tx);
  return rows;
}

/** Takes words and addresses out of messages made before a moment; gives how many. */
export async function forgetWords(tx: Tx, before: string, now: string): Promise<number> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('message')
    .set((row) => ({
      body: null,
      address: null,
      since: now,
      state: sql<MessageState>`case when ${row.ref('state')} = 'waiting' then 'given_up' else ${row.ref('state')} end`,
    }))
    .where('made_at', '<', before)
    .where((is) => is.or([is('address', 'is not', null), is('body', 'is not', null)]))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
