import type { Clock } from '#platform/clock';
import { type Database, sql } from '#platform/database';
import { newId } from '#platform/ids';
import { withCheckDigit } from '#platform/numbers';

type Books = { readonly house: { readonly clock: Clock }; readonly owner: Database };

/** Two offices of one province. */
export const PROVINCE = '05.081';
export const OFFICE = '05.081.03.07';
export const OTHER_OFFICE = '05.081.01.01';

let last = 500_000_000;

/** Cards as they stand once they are ordered, put into the books by the owner's hand: families without number need no road of their own. */
export async function orderedCards(test: Books, count: number, territory = OFFICE): Promise<string[]> {
  const signing = newId();
  const since = test.house.clock.now().toString();
  const serials = Array.from({ length: count }, (_, place) => withCheckDigit(String(last + place + 1)));
  last += count;
  await sql`insert into cards.signing (id, made_up_at, key_id) values (${signing}, ${since}, 'k')`.execute(test.owner.kysely);
  await sql`
    insert into cards.card (serial, registration_number, signing_id, state, since, valid_from, valid_to, credential, territory, place)
    select s, 'R' || s, ${signing}, 'ordered', ${since}, '2026-01-01', '2036-01-01', 'RMD1:' || s, ${territory}, ''
    from unnest(${serials}::text[]) s`.execute(test.owner.kysely);
  return serials;
}

/** Where the books have every card of these. */
export async function booksOf(test: Books, serials: readonly string[]) {
  const { rows } = await sql<{ serial: string; state: string; place: string; parcel: string | null }>`
    select c.serial, c.state, c.place, p.number as parcel from cards.card c left join cards.parcel p on p.id = c.parcel_id
    where c.serial = any(${serials}) order by c.serial`.execute(test.owner.kysely);
  return rows;
}
