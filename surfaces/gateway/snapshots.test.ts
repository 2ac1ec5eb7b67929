import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cardsOfRegistrations,
  checkBy,
  entryName,
  lookUp,
  type Manifest,
  nodeHashes,
  noteSnapshotFetch,
  offlineAnswer,
  parseKeySet,
  publishSnapshot,
  readChain,
} from '#modules/cards';
import { systemClock, today } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import { type Actor, systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { sampleKey } from '../../modules/exchange/testing/sample-agreements.ts';
import { readPublished } from '../keys.ts';
import { createApp } from '../server/app.ts';
import { expectProperDeed, expectRefused } from '../testing/deeds.ts';
import { aFamily } from '../testing/families.ts';
import { checkRequests, deedNamed, fileOf, pay, register, registrationOf } from '../testing/road.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { publishFirstSnapshot } from '../worker/rehearsal/publish-first-snapshot.ts';

let house: TestHouse;
let app: FastifyInstance;
let later = 0;
const ownHand: Actor = systemActor('test');
const clock = { now: () => systemClock.now().add({ seconds: later }) };
const files = { poor: '', vulnerable: '', waiting: '' };

beforeAll(async () => {
  house = await openTestHouse({ clock });
  app = await createApp(house.house);
  [files.poor = ''] = await register(house, aFamily('poor'));
  [files.vulnerable = ''] = await register(house, aFamily('vulnerable'));
  [files.waiting = ''] = await checkRequests(house, aFamily());
  // The files of the samples are years old: their receipts are made as old as fresh ones.
  await house.owner.pool.query('update applications.application set filed_on = current_date - 20 where id = any($1)', [
    Object.values(files),
  ]);
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const publish = () => {
  const { desk, snapshots: shelf, signingKey: key } = house.house;
  return publishSnapshot({ desk, actor: ownHand, clock, shelf, key });
};
const headers = { authorization: `Bearer ${sampleKey('chu-ibn-sina')}` };
const fetched = async (url: string, more: object = {}) => app.inject({ url, headers: { ...headers, ...more } });

/** As a hospital does: the sets over the wire, in ranges, each checked, then a number without a network. */
async function openSnapshot() {
  const { sets: offered } = (await fetched('/gateway/v1/snapshot')).json() as { sets: Manifest[] };
  const keys = parseKeySet(JSON.parse(readPublished(house.house.config.dataFolder, 'public-keys') ?? ''));
  if (isRefusal(keys)) throw new Error(keys.refused);
  const chain = await readChain(offered, { check: checkBy(keys), hashes: nodeHashes }, undefined);
  const sets = await Promise.all(chain.sets.map(async (manifest) => ({ manifest, read: await readerOf(manifest) })));
  return async (kind: 'registration' | 'receipt' | 'card', number: string) => {
    const found = await lookUp(sets, entryName(kind, number), nodeHashes);
    const now = clock.now().epochMilliseconds;
    const issuedAt = Date.parse(chain.sets.at(-1)?.issued_at ?? '');
    return { found, told: offlineAnswer(found, today(clock).toString(), { issuedAt, now, latestSeen: now }) };
  };
}

async function readerOf({ series, number, bytes, part_bytes, parts }: Manifest) {
  const all: Buffer[] = [];
  for (const [at, digest] of parts.entries()) {
    const range = `bytes=${at * part_bytes}-${Math.min(bytes, (at + 1) * part_bytes) - 1}`;
    const answer = await fetched(`/gateway/v1/snapshot/${series}/${number}`, { range });
    expect(answer.statusCode).toBe(206);
    expect(createHash('sha256').update(answer.rawPayload).digest('base64url')).toBe(digest);
    all.push(answer.rawPayload);
  }
  const whole = Buffer.concat(all);
  expect(whole.length).toBe(bytes);
  return async (from: number, to: number) => whole.subarray(from, to);
}

async function onLine(subject: object) {
  const payload = { subjects: [{ ref: '1', ...subject }] };
  const answer = await app.inject({ method: 'POST', url: '/gateway/v1/rights', headers, payload });
  return answer.json().answers[0] as { state: string; until?: string; since?: string; emergencies_until?: string };
}

/** Without a network the same is told as on line. */
async function expectSame(kind: 'registration' | 'receipt', number: string) {
  const { told } = await (await openSnapshot())(kind, number);
  const said = await onLine({ [kind]: number });
  expect(told.state.replace('-emergencies', '')).toBe(said.state);
  if (told.state === 'unpaid-emergencies') expect('until' in told ? told.until : undefined).toBe(said.emergencies_until);
  else if ('until' in told) expect(told.until).toBe(said.until);
  return told.state;
}

test('a snapshot tells of each number what the register tells on line, and of nobody nothing', async () => {
  const { signal: asked } = new AbortController();
  const waiting = { pause: async () => undefined, patience: 1, asked };
  expect(await publishFirstSnapshot(house.house, { ...waiting, asked: AbortSignal.abort() }), 'asked to stop').toBe(undefined);
  const manifest = await publishFirstSnapshot(house.house, waiting);
  expect(manifest).toMatchObject({ series: 1, number: 0, previous: null });
  expect(await publishFirstSnapshot(house.house, waiting)).toBe(undefined);
  const { number: poor } = await registrationOf(house, files.poor);
  const { number: vulnerable } = await registrationOf(house, files.vulnerable);
  const { number: receipt } = await fileOf(house, files.waiting);
  expect(await expectSame('registration', poor)).toBe('open');
  expect(await expectSame('registration', vulnerable)).toBe('unpaid-emergencies');
  expect(await expectSame('receipt', receipt)).toBe('emergency-only');
  expect(await expectSame('receipt', (await fileOf(house, files.poor)).number)).toBe('open');
  expect(await expectSame('registration', '261000000016'.replace('16', '24'))).toBe('unknown');
});

test('a payment, a loss and a new family come with the next set, which names the one before', async () => {
  await pay(house, files.vulnerable);
  await house.settle();
  const { number } = await registrationOf(house, files.poor);
  const { cards } = expectDone(await house.ask(ownHand, cardsOfRegistrations, { registrations: [number] }), 'cards');
  const [{ serial = '' } = {}] = cards;
  const before = await (await openSnapshot())('card', serial);
  expect(before.told.state).toBe('unknown');
  const loss = { serial, becomes: 'lost', reason: 'Lost at the souk' };
  await house.do(await house.as('mehdi.cards'), deedNamed(house, 'cards.revoke-card'), loss);
  const [file = ''] = await register(house, aFamily('poor'));
  later += 60;
  const manifest = await publish();
  expect(manifest).toMatchObject({ series: 1, number: 1 });
  expect(manifest.entries).toBeLessThanOrEqual(8);
  const snapshot = await openSnapshot();
  expect((await snapshot('card', serial)).told.state).toBe('revoked');
  expect(await expectSame('registration', (await registrationOf(house, files.vulnerable)).number)).toBe('open');
  const { found } = await snapshot('registration', (await registrationOf(house, file)).number);
  const { declaration } = await fileOf(house, file);
  expect('ages' in found ? found.ages.length : 0).toBe(declaration.members.length);
});

test('nothing that happened makes a set of nothing; after four weeks everything is told anew under another key', async () => {
  later += 60;
  expect(await publish()).toMatchObject({ series: 1, number: 2, entries: 0 });
  const [first] = house.house.snapshots.manifests();
  later += 29 * 86_400;
  const manifest = await publish();
  expect(manifest).toMatchObject({ series: 2, number: 0, previous: null });
  expect(manifest.key).not.toBe(first?.key);
  expect(await expectSame('registration', (await registrationOf(house, files.poor)).number)).toBe('open');
});

test('a night that was cut before it was whole leaves no trace, and what was told twice changes nothing', async () => {
  const { snapshots } = house.house;
  const sets = snapshots.manifests();
  snapshots.unfinishedFile();
  snapshots.unfinishedSpool('told');
  expect(snapshots.manifests()).toEqual(sets);
  later += 60;
  expect(await publish()).toMatchObject({ series: 2, number: 1 });
});

test('who has no agreement, or one that does not allow it, is given nothing; a range outside the set neither', async () => {
  const asked = async (key: string, url: string) =>
    (await app.inject({ url, headers: { authorization: `Bearer ${key}` } })).statusCode;
  for (const url of ['/gateway/v1/snapshot', '/gateway/v1/snapshot/2/0']) {
    expect(await asked('nobody-has-this-key-nobody-has-this-key-nobody', url)).toBe(401);
    expect(await asked(sampleKey('cnra'), url)).toBe(403);
    expect(await asked(sampleKey('chu-ibn-sina'), url)).toBe(200);
  }
  expect((await fetched('/gateway/v1/snapshot/2/99')).statusCode).toBe(404);
  expect((await fetched('/gateway/v1/snapshot/2/..%2f..%2fkeys')).statusCode).toBe(404);
  expect((await fetched('/gateway/v1/snapshot/2/0', { range: 'bytes=999999-' })).statusCode).toBe(416);
});

test('who fetched a set is journaled under its agreement, once a day however many pieces it takes; who only looks what there is is not', async () => {
  later += 60;
  const { series, number } = await publish();
  const lines = async () => {
    const { rows } = await house.owner.pool.query(
      "select actor, post, subject from audit.entry where action = 'cards.note-snapshot-fetch' and subject = $1",
      [`snapshot:${series}-${number}`],
    );
    return rows;
  };
  await fetched('/gateway/v1/snapshot');
  expect(await lines()).toEqual([]);
  for (const range of ['bytes=0-9', 'bytes=10-19', '']) await fetched(`/gateway/v1/snapshot/${series}/${number}`, { range });
  expect(await lines()).toMatchObject([{ actor: 'partner:chu-ibn-sina', post: expect.any(String) }]);
  later += 86_400;
  await fetched(`/gateway/v1/snapshot/${series}/${number}`);
  expect(await lines()).toHaveLength(2);
});

test('that a set was fetched is kept once, by the house alone', async () => {
  const input = { series: 1, number: 0, digest: 'd' };
  const deed = { by: ownHand, input, otherInput: { ...input, number: 1 } };
  const { lines } = await expectProperDeed(house, noteSnapshotFetch, deed);
  expect(lines).toMatchObject([{ subject: 'snapshot:1-0' }]);
  await expectRefused(house, noteSnapshotFetch, { by: await house.as('mehdi.cards'), input, as: 'not-allowed' });
});
