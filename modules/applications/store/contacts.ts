import { sql, type Tx } from '#platform/database';
import { type ApplicationsTables, tables } from './tables.ts';

export type ContactRow = ApplicationsTables['contact'];

export function findContact(tx: Tx, application: string): Promise<ContactRow | undefined> {
  return tables(tx).selectFrom('contact').selectAll().where('application_id', '=', application).executeTakeFirst();
}

/** Keeps how a family may be reached; the last word stands. */
export async function keepContact(tx: Tx, contact: ContactRow): Promise<void> {
  await sql`
    insert into applications.contact (application_id, territory, language, phone, email, address, wants_notices, changed_at)
    select application_id, territory, language, phone, email, address, wants_notices, changed_at from jsonb_populate_record(null::applications.contact, ${JSON.stringify(contact)}::jsonb)
    on conflict (application_id) do update set language = excluded.language, phone = excluded.phone, email = excluded.email,
      address = excluded.address, wants_notices = excluded.wants_notices,
      changed_at = excluded.changed_at`.execute(tx);
}
