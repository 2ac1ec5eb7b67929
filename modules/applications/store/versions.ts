import type { Declaration } from '#modules/eligibility';
import { sql, type Tx } from '#platform/database';
import { adultCards } from '../model/adult-cards.ts';
import type { Change } from '../model/correction.ts';
import { type ApplicationRow, type ApplicationsTables, tables } from './tables.ts';

export type VersionRow = ApplicationsTables['version'];

/** The versions of a request, the first one first; none when it was never corrected. */
export function listVersions(tx: Tx, application: string): Promise<VersionRow[]> {
  return tables(tx).selectFrom('version').selectAll().where('application_id', '=', application).orderBy('version').execute();
}

/** What was declared when it had this digest, if a correction replaced it since. */
export async function findDeclared(tx: Tx, application: string, digest: string): Promise<Declaration | undefined> {
  const row = await tables(tx)
    .selectFrom('version')
    .select('declaration')
    .where('application_id', '=', application)
    .where('declaration_digest', '=', digest)
    .executeTakeFirst();
  return row?.declaration;
}

export async function insertVersions(tx: Tx, rows: readonly (Omit<VersionRow, 'changes'> & { changes: readonly Change[] })[]) {
  await sql`
    insert into applications.version
    select * from jsonb_populate_recordset(null::applications.version, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

export function findApplicationForUpdate(tx: Tx, id: string): Promise<ApplicationRow | undefined> {
  return tables(tx).selectFrom('application').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Writes the newest declaration into the file, with all that the file is known by. */
export async function updateDeclaration(
  tx: Tx,
  { id, territory }: ApplicationRow,
  { declaration, digest }: { readonly declaration: Declaration; readonly digest: string },
): Promise<void> {
  const cards = [...new Set(adultCards(declaration.members).map(({ cnie }) => cnie))];
  const head = declaration.members[0];
  await sql`
    update applications.application set declaration = ${JSON.stringify(declaration)}::jsonb, declaration_digest = ${digest},
      head_cnie = ${head?.cnie ?? null}, adult_cards = ${cards}::text[], head_birth_date = ${head?.birth_date}::date,
      head_names = ${JSON.stringify(head?.names)}::jsonb
    where id = ${id}`.execute(tx);
  await sql`delete from applications.adult_card where application_id = ${id} and not cnie = any(${cards}::text[])`.execute(tx);
  await sql`
    insert into applications.adult_card (cnie, application_id, territory) select unnest(${cards}::text[]), ${id}::uuid, ${territory}
    on conflict do nothing`.execute(tx);
}
