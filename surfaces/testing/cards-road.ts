import {
  batchSheet,
  checkCards,
  checkProof,
  handOverParcel,
  makeBatch,
  makeParcel,
  receiveFromMaker,
  receiveParcel,
  sendToMaker,
  takeAcknowledgement,
} from '#modules/cards';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost } from './deeds.ts';
import type { TestHouse } from './test-house.ts';

/** Everything that is ordered for a place is made, by the deeds of who has cards made. Gives the batch. */
export async function haveCardsMade(test: TestHouse, officer: Actor, territory: string): Promise<string> {
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
