import { sql, type Tx } from '#platform/database';

type Head = { readonly birthDate: string; readonly cnie?: string | undefined };

/** What the head of these requests is found by, in those that have it as it was. */
export async function replaceHead(tx: Tx, requests: readonly string[], { was, now }: { was: Head; now: Head }): Promise<void> {
  await sql`
    update applications.application set head_birth_date = ${now.birthDate}::date, head_cnie = ${now.cnie ?? null}
    where id = any(${[...requests]}::uuid[]) and head_birth_date = ${was.birthDate}::date
      and head_cnie is not distinct from ${was.cnie ?? null}::text`.execute(tx);
}

type Replaced = { readonly was: string | null; readonly now: string | null };

/** One national card in the place of another among those of heads and spouses; the first alone where there was none before, nothing in its place where there is none. */
export async function replaceAdultCard(tx: Tx, requests: readonly string[], { was, now }: Replaced): Promise<void> {
  const { rows } = await sql<{ id: string; territory: string }>`
    update applications.application set adult_cards = array_remove(adult_cards, ${was}::text) || array_remove(array[${now}::text], null)
    where id = any(${[...requests]}::uuid[]) and (${was}::text is null or ${was}::text = any(adult_cards))
    returning id, territory`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (was !== null)
    await sql`delete from applications.adult_card where cnie = ${was} and application_id = any(${ids}::uuid[])`.execute(tx);
  if (now === null) return;
  await sql`
    insert into applications.adult_card (cnie, application_id, territory)
    select ${now}, a.id, a.territory from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(id uuid, territory text)
    on conflict do nothing`.execute(tx);
}
