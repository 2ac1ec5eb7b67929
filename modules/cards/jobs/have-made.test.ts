import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone, type JobContext } from '#platform/jobs';
import { type Actor, systemActor } from '#platform/permissions';
import { developmentKeys } from '../../../partners/agreements.ts';
import { startPartner } from '../../../partners/start-partner.ts';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { checkProof } from '../actions/check-proof.ts';
import { makeBatch } from '../actions/make-batch.ts';
import { noteMakerFault } from '../actions/note-maker-fault.ts';
import { revokeCard } from '../actions/revoke-card.ts';
import { sendToMaker } from '../actions/send-to-maker.ts';
import { upholdData } from '../actions/uphold-data.ts';
import { makerClient } from '../gateway/maker-client.ts';
import { batchSheet } from '../queries/batch-sheet.ts';
import { custodyBoard } from '../queries/custody-board.ts';
import { booksOf, OFFICE, orderedCards } from '../testing/ordered-cards.ts';
import { askMaker, deliverBatch, fetchAcknowledgement } from './have-made.ts';

let house: TestHouse;
let anam: Actor;
let maker: Awaited<ReturnType<typeof startPartner>>;
beforeAll(async () => {
  house = await openTestHouse();
  anam = await house.as('mehdi.cards');
  maker = await startPartner('maker', { port: 0, makingMs: 0 });
});
afterAll(async () => {
  await maker.stop();
  await house.close();
});

const client = () => makerClient({ baseUrl: maker.url, key: developmentKeys.maker, timeoutMs: 5_000 });

function delivery(): JobContext {
  const log = { info: () => undefined, warn: () => undefined };
  const { desk, clock } = house.house;
  return { desk, clock, actor: systemActor('test'), key: newId(), log, enqueue: async () => undefined };
}

async function proofed(serials: readonly string[]): Promise<string> {
  const { batch } = expectDone(await house.do(anam, makeBatch, { territory: OFFICE, most: serials.length }), 'batch');
  expectDone(await house.do(anam, checkProof, { batch, rejected: [] }), 'proof');
  return batch;
}

async function sent(count: number): Promise<{ batch: string; serials: string[] }> {
  const serials = await orderedCards(house, count);
  const batch = await proofed(serials);
  expectDone(await house.do(anam, sendToMaker, { batch }), 'send');
  return { batch, serials };
}

/** Those of a batch: cards that the maker spoilt before go into it first. */
async function serialsIn(number: string): Promise<string[]> {
  const { rows } = await house.owner.pool.query<{ serial: string }>(
    'select c.serial from cards.card c join cards.batch b on b.id = c.batch_id where b.number = $1',
    [number],
  );
  return rows.map(({ serial }) => serial);
}

const found = async (batch: string) => expectDone(await house.ask(anam, batchSheet, { batch, limit: 1 }), 'sheet').batch;
const faultOf = async (batch: string) =>
  expectDone(await house.ask(anam, custodyBoard, {}), 'board').batches.find(({ number }) => number === batch)?.maker_fault;

async function tell(batch: string, tale: string): Promise<void> {
  const headers = { authorization: `Bearer ${developmentKeys.maker}` };
  await fetch(`${maker.url}/v1/tales`, { method: 'POST', headers, body: JSON.stringify({ batch, tale }) });
}

test('a batch goes to the maker and comes back made by itself; what it cannot make or spoils waits for another batch, once its data were found right', async () => {
  const { batch, serials } = await sent(400);
  await house.settle();
  expect(await found(batch)).toMatchObject({ state: 'acknowledged', file: expect.stringMatching(/^[0-9a-f]{64}$/) });
  await wait(3_500);
  await house.settle();
  expect(await found(batch)).toMatchObject({ state: 'made', reference: expect.stringMatching(/^M/) });
  const struck = serials.filter((serial) => /9[78]$/.test(serial));
  expect(struck.length).toBeGreaterThan(0);
  const states = new Map((await booksOf(house, serials)).map(({ serial, state }) => [serial, state]));
  expect(serials.filter((serial) => states.get(serial) === 'rejected_proof')).toEqual(struck);
  expect(serials.filter((serial) => states.get(serial) === 'made')).toHaveLength(serials.length - struck.length);
  for (const serial of struck) expectDone(await house.do(anam, upholdData, { serial, reason: 'spoilt' }), 'uphold');
  const again = await proofed(struck);
  expectDone(await house.do(anam, sendToMaker, { batch: again }), 'send');
  await deliverBatch(client()).handle(delivery(), { batch: again });
}, 60_000);

test('a delivery cut after the maker took the file is made good by the next, and the maker has the batch once', async () => {
  const { batch } = await sent(3);
  const before = maker.control.read().counters.batches ?? 0;
  const context = delivery();
  const cut = { ...context, desk: { ...context.desk, do: () => Promise.reject(new Error('killed')) } } as unknown as JobContext;
  await expect(deliverBatch(client()).handle(cut, { batch })).rejects.toThrow('killed');
  expect(await found(batch)).toMatchObject({ state: 'sent' });
  expect(await deliverBatch(client()).handle(context, { batch })).toBeUndefined();
  expect(await deliverBatch(client()).handle(context, { batch })).toBeUndefined();
  expect(await found(batch)).toMatchObject({ state: 'acknowledged' });
  expect((maker.control.read().counters.batches ?? 0) - before).toBe(1);
});

test.each([
  ['wrong-count', 'count-differs'],
  ['wrong-seal', 'seal-wrong'],
  ['other-batch', 'other-batch'],
  ['unreadable', 'unreadable'],
])('an acknowledgement that is %s is not believed, stands with its batch and is asked for again', async (tale, fault) => {
  const { batch } = await sent(4);
  const serials = await serialsIn(batch);
  const context = delivery();
  await deliverBatch(client()).handle(context, { batch });
  await tell(batch, tale);
  expect(await fetchAcknowledgement(client()).handle(context, { batch })).toMatchObject({ againAfterMs: 900_000 });
  expect(await faultOf(batch)).toBe(fault);
  expect(new Set((await booksOf(house, serials)).map(({ state }) => state))).toEqual(new Set(['with_maker']));
  await tell(batch, 'as-it-is');
  expect(await fetchAcknowledgement(client()).handle(context, { batch })).toBeUndefined();
  expect(await faultOf(batch)).toBeNull();
  expect(await found(batch)).toMatchObject({ state: 'made' });
});

test('a maker that is silent or late is asked again, and a file it holds otherwise is told', async () => {
  const { batch, serials } = await sent(2);
  maker.control.switch({ mode: 'down' });
  expect(await deliverBatch(client()).handle(delivery(), { batch })).toEqual({ againAfterMs: 10_000 });
  expect(await faultOf(batch)).toBe('silent');
  maker.control.switch({ mode: 'half' });
  expect(await deliverBatch(client()).handle(delivery(), { batch })).toEqual({ againAfterMs: 900_000 });
  expect(await faultOf(batch)).toBe('unreadable');
  maker.control.switch({ mode: 'up' });
  await house.do(anam, revokeCard, { serial: serials[0] ?? '', becomes: 'revoked', reason: 'right closed' });
  await deliverBatch(client()).handle(delivery(), { batch });
  expect(await faultOf(batch)).toBe('other-file');
  const late = await sent(2);
  await deliverBatch(client()).handle(delivery(), { batch: late.batch });
  await tell(late.batch, 'late');
  expect(await fetchAcknowledgement(client()).handle(delivery(), { batch: late.batch })).toBeUndefined();
  expect(await faultOf(late.batch)).toBeNull();
});

test('every night the maker is asked for all it has, and is brought what never reached it', async () => {
  const [there, unsent] = [await sent(2), await sent(2)];
  await deliverBatch(client()).handle(delivery(), { batch: there.batch });
  const queued: string[] = [];
  const enqueue: JobContext['enqueue'] = async (name, payload) => void queued.push(`${name} ${JSON.stringify(payload)}`);
  await askMaker.handle({ ...delivery(), enqueue }, null);
  expect(queued).toContain(`cards.fetch-acknowledgement {"batch":"${there.batch}"}`);
  expect(queued).toContain(`cards.deliver-batch {"batch":"${unsent.batch}"}`);
});

test('what was wrong with an answer is kept once, by the house alone', async () => {
  const { batch } = await sent(2);
  const input = { batch, fault: 'silent' as const };
  const { lines } = await expectProperDeed(house, noteMakerFault, { by: ownHand, input, otherInput: { ...input, batch: 'L1' } });
  expect(lines).toMatchObject([{ subject: `batch:${batch}`, reason: 'silent' }]);
  await expectRefused(house, noteMakerFault, { by: ownHand, input: { ...input, batch: 'L00' }, as: 'batch-unknown' });
  await expectRefused(house, noteMakerFault, { by: anam, input, as: 'not-allowed' });
});

test('a maker that has lost a batch is given the same file again, and another file is for people to settle', async () => {
  const { batch } = await sent(3);
  const context = delivery();
  await deliverBatch(client()).handle(context, { batch });
  const forgetful = await startPartner('maker', { port: 0, makingMs: 0 });
  const itsClient = () => makerClient({ baseUrl: forgetful.url, key: developmentKeys.maker, timeoutMs: 5_000 });
  try {
    expect(await fetchAcknowledgement(itsClient()).handle(context, { batch })).toEqual({ againAfterMs: 10_000 });
    expect(await fetchAcknowledgement(itsClient()).handle(delivery(), { batch })).toBeUndefined();
    expect(await found(batch)).toMatchObject({ state: 'made' });
    const { batch: other } = await sent(3);
    await deliverBatch(client()).handle(delivery(), { batch: other });
    const [serial = ''] = await serialsIn(other);
    await house.owner.pool.query("update cards.card set state = 'revoked' where serial = $1", [serial]);
    expect(await fetchAcknowledgement(itsClient()).handle(delivery(), { batch: other })).toEqual({ againAfterMs: 900_000 });
    expect(await faultOf(other)).toBe('other-file');
  } finally {
    await forgetful.stop();
  }
});
