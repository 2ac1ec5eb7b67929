import type { Temporal } from 'temporal-polyfill';
import type { Json } from '#platform/canonical-json';
import { sql, type Tx } from '#platform/database';
import { type StaffTables, tables } from './tables.ts';

/** The post in whose name an administrator acts, and the day: the schema's own functions hold every one of these to what it may give. */
export type Acting = { readonly post: string; readonly day: Temporal.PlainDate };

export type NewAgent = Pick<StaffTables['agent'], 'id' | 'login' | 'name_fr' | 'name_ar' | 'institution' | 'password_hash'>;
export type PostRow = StaffTables['post'];
export type AbsenceRow = StaffTables['absence'];
export type DelegationRow = StaffTables['delegation'];

export function appoint(tx: Tx, acting: Acting, agent: NewAgent, post: PostRow) {
  return call<'appointed' | 'login-taken' | 'not-yours'>(
    tx,
    sql`select staff.appoint(${acting.post}, ${acting.day.toString()}, ${json(agent)}, ${json(post)}) as done`,
  );
}

export function givePost(tx: Tx, { post, day }: Acting, given: PostRow) {
  return call<boolean>(tx, sql`select staff.give_post(${post}, ${day.toString()}, ${json(given)}) as done`);
}

export function endPost(tx: Tx, { post, day }: Acting, ended: string, last: string) {
  return call<boolean>(tx, sql`select staff.end_post(${post}, ${day.toString()}, ${ended}, ${last}) as done`);
}

export function lendPost(tx: Tx, { post, day }: Acting, lent: DelegationRow) {
  return call<boolean>(tx, sql`select staff.lend_post(${post}, ${day.toString()}, ${json(lent)}) as done`);
}

export function endDelegation(tx: Tx, { post, day }: Acting, ended: string, last: string) {
  return call<boolean>(tx, sql`select staff.end_delegation(${post}, ${day.toString()}, ${ended}, ${last}) as done`);
}

export function noteAbsence(tx: Tx, { post, day }: Acting, absence: AbsenceRow) {
  return call<boolean>(tx, sql`select staff.note_absence(${post}, ${day.toString()}, ${json(absence)}) as done`);
}

export function endAbsence(tx: Tx, { post, day }: Acting, ended: string, last: string) {
  return call<boolean>(tx, sql`select staff.end_absence(${post}, ${day.toString()}, ${ended}, ${last}) as done`);
}

export function setActive(tx: Tx, { post, day }: Acting, agent: string, active: boolean) {
  return call<boolean>(tx, sql`select staff.set_active(${post}, ${day.toString()}, ${agent}, ${active}) as done`);
}

export function resetPassword(tx: Tx, { post, day }: Acting, agent: string, hash: string) {
  return call<boolean>(tx, sql`select staff.reset_password(${post}, ${day.toString()}, ${agent}, ${hash}) as done`);
}

export function resetSecondFactor(tx: Tx, { post, day }: Acting, agent: string) {
  return call<boolean>(tx, sql`select staff.reset_second_factor(${post}, ${day.toString()}, ${agent}) as done`);
}

export function findAgent(tx: Tx, id: string) {
  return tables(tx)
    .selectFrom('agent')
    .select(['id', 'login', 'name_fr', 'name_ar', 'institution', 'active'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findPost(tx: Tx, id: string): Promise<PostRow | undefined> {
  return tables(tx).selectFrom('post').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Every post an agent holds, held or will hold, the latest given first. */
export function listPostsOf(tx: Tx, agent: string): Promise<PostRow[]> {
  return tables(tx)
    .selectFrom('post')
    .selectAll()
    .where('agent_id', '=', agent)
    .orderBy('held_from', 'desc')
    .orderBy('id')
    .execute();
}

export function findAbsence(tx: Tx, id: string): Promise<AbsenceRow | undefined> {
  return tables(tx).selectFrom('absence').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The absences of an agent that are not over before a day. */
export function listAbsencesOf(tx: Tx, agent: string, day: string): Promise<AbsenceRow[]> {
  return tables(tx)
    .selectFrom('absence')
    .selectAll()
    .where('agent_id', '=', agent)
    .where('to_day', '>=', day)
    .orderBy('from_day')
    .execute();
}

export function findDelegation(tx: Tx, id: string): Promise<DelegationRow | undefined> {
  return tables(tx).selectFrom('delegation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The loans of a post that are not over before a day. */
export function listDelegationsOf(tx: Tx, post: string, day: string): Promise<DelegationRow[]> {
  return tables(tx)
    .selectFrom('delegation')
    .selectAll()
    .where('post_id', '=', post)
    .where('to_day', '>=', day)
    .orderBy('from_day')
    .execute();
}

function json(row: Json) {
  return sql`${JSON.stringify(row)}::jsonb`;
}

async function call<T>(tx: Tx, statement: ReturnType<typeof sql>): Promise<T> {
  const { rows } = await statement.execute(tx);
  return (rows[0] as { done: T }).done;
}
