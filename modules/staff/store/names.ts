import { anyOf, type Tx } from '#platform/database';
import { type StaffTables, tables } from './tables.ts';

export type NamedAgent = Pick<StaffTables['agent'], 'id' | 'login' | 'name_fr' | 'name_ar'>;
export type NamedPost = Pick<StaffTables['post'], 'id' | 'role' | 'territory'>;

/** The agents with these logins who are not gone. */
export function findAgentsByLogin(tx: Tx, logins: readonly string[]): Promise<NamedAgent[]> {
  if (logins.length === 0) return Promise.resolve([]);
  return tables(tx)
    .selectFrom('agent')
    .select(['id', 'login', 'name_fr', 'name_ar'])
    .where('login', 'in', logins)
    .where('active', '=', true)
    .execute();
}

/** The logins of these agents. */
export async function loginsOf(tx: Tx, agents: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(tx).selectFrom('agent').select(['id', 'login']).where('id', '=', anyOf(agents)).execute();
  return new Map(rows.map(({ id, login }) => [id, login]));
}

/** Who stands behind identifiers in the journal, whoever asks: a line names its author. */
export async function listNamed(
  tx: Tx,
  { agents, posts }: { readonly agents: readonly string[]; readonly posts: readonly string[] },
): Promise<{ agents: ReadonlyMap<string, NamedAgent>; posts: ReadonlyMap<string, NamedPost> }> {
  const people = await tables(tx)
    .selectFrom('agent')
    .select(['id', 'login', 'name_fr', 'name_ar'])
    .where('id', '=', anyOf(agents))
    .execute();
  const held = await tables(tx).selectFrom('post').select(['id', 'role', 'territory']).where('id', '=', anyOf(posts)).execute();
  return { agents: new Map(people.map((row) => [row.id, row])), posts: new Map(held.map((row) => [row.id, row])) };
}
