import type { Clock } from '#platform/clock';
import { type Database, sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { withCheckDigit } from '#platform/numbers';
import type { Actor } from '#platform/permissions';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import type { TestHouse } from '../../../surfaces/testing/test-house.ts';
import { checkCards } from '../actions/check-cards.ts';
import { checkProof } from '../actions/check-proof.ts';
import { handOverParcel } from '../actions/hand-over-parcel.ts';
import { makeBatch } from '../actions/make-batch.ts';
import { makeParcel } from '../actions/make-parcel.ts';
import { receiveFromMaker } from '../actions/receive-from-maker.ts';
import { receiveParcel } from '../actions/receive-parcel.ts';
import { sendToMaker } from '../actions/send-to-maker.ts';
import { takeAcknowledgement } from '../actions/take-acknowledgement.ts';
import { batchSheet } from '../queries/batch-sheet.ts';

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

/** Everything that is ordered in the province is made, by the deeds of who has cards made. Gives the batch. */
export async function haveCardsMade(test: TestHouse, officer: Actor, territory = PROVINCE): Promise<string> {
  const { batch } = expectDone(await test.do(officer, makeBatch, { territory }), 'make-batch');
  expectDone(await test.do(officer, checkProof, { batch, rejected: [] }), 'check-proof');
  expectDone(await test.do(officer, sendToMaker, { batch }), 'send-to-maker');
  const said = { batch, reference: 'M', says: 'made' as const };
  expectDone(await test.do(officer, takeAcknowledgement, said), 'take-acknowledgement');
  return batch;
}

/** What the maker made of a batch for one office is received, checked, carried and received there, by the deeds of each. Gives the cards. */
export async function bringToOffice(test: TestHouse, officer: Actor, { batch, office }: { batch: string; office: string }) {
  const { cards } = expectDone(await test.ask(officer, batchSheet, { batch }), 'batch-sheet');
  const scanned = cards.map(({ serial }) => serial);
  expectDone(await test.do(officer, receiveFromMaker, { batch, counted: scanned.length }), 'receive-from-maker');
  expectDone(await test.do(officer, checkCards, { batch, scanned, isEmpty: true }), 'check-cards');
  const { parcel } = expectDone(await test.do(officer, makeParcel, { territory: office, scanned }), 'make-parcel');
  expectDone(await test.do(officer, handOverParcel, { parcel, carrier: 'Poste', seal: 'S1' }), 'hand-over-parcel');
  expectDone(await test.do(aPost('counter-agent', office), receiveParcel, { parcel, scanned, isEmpty: true }), 'receive-parcel');
  return cards;
}
