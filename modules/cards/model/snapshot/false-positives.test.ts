import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { aSigningKey } from '../../testing/credentials.ts';
import { aPublisher, atHand, type Told } from '../../testing/snapshots.ts';
import { lookUp, oneInHowMany } from './look-up.ts';
import { nodeHashes } from './seal-manifest.ts';
import { FINGERPRINT_BITS, fingerprintOf } from './snapshot-entry.ts';

// The nation's own rate, one in hundreds of thousands, takes a nation to be seen. Here the same sets are made and asked by digests of which
// sixteen of the forty bits that find an entry are nought: the same rate holds, 65,536 times as often, and a factor of two would stand out.
const LOST_BITS = 16;
const FAMILIES = 16_384;
const NEW_FAMILIES = 4_096;
const FOREIGN = 60_000;

function narrow(digest: Buffer): Buffer {
  digest.fill(0, (FINGERPRINT_BITS - LOST_BITS) / 8, FINGERPRINT_BITS / 8);
  return digest;
}

/** As many outlooks as a power of two: no place is left by which another number's entry would betray itself. */
const outlooks = 1_024;
const dayOf = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);

function* aCountry(families: number): Generator<readonly [string, Told]> {
  for (let at = 0; at < families; at += 1)
    yield [
      `registration:${at}`,
      { outlook: { state: 'open', day: dayOf(at % outlooks), becomes: 'expired' }, birthYears: [1980] },
    ];
}

test('a number that nobody has passes for somebody’s as often as is said, whole and changes together', async () => {
  const publisher = aPublisher(aSigningKey(), 1, (secret, name) => narrow(createHmac('sha256', secret).update(name).digest()));
  publisher.publish(aCountry(FAMILIES), dayOf(0));
  publisher.publish(aCountry(FAMILIES + NEW_FAMILIES), dayOf(1));
  const hashes = {
    ...nodeHashes,
    hmac: async (key: Uint8Array, name: string) => narrow(Buffer.from(await nodeHashes.hmac(key, name))),
  };
  const sets = publisher.sets.map(atHand);
  let passed = 0;
  for (let at = 0; at < FOREIGN; at += 1) if ((await lookUp(sets, `registration:f${at}`, hashes)).kind !== 'nobody') passed += 1;
  const said = FOREIGN / (oneInHowMany(publisher.sets.map(({ manifest }) => manifest)) / 2 ** LOST_BITS);
  expect(said).toBeGreaterThan(70);
  expect(passed / said).toBeGreaterThan(1 / 1.4);
  expect(passed / said).toBeLessThan(1.4);
});

test('each of the forty bits that find an entry is set for half of all numbers, whatever the others are', () => {
  const digests = Array.from({ length: 4_000 }, (_, at) => createHmac('sha256', 'a key').update(`registration:${at}`).digest());
  const bits = digests.map((digest) => fingerprintOf(digest).toString(2).padStart(FINGERPRINT_BITS, '0'));
  for (let bit = 0; bit < FINGERPRINT_BITS; bit += 1) {
    const set = bits.filter((one) => one[bit] === '1').length;
    expect(Math.abs(set - 2_000)).toBeLessThan(160);
  }
  expect(digests.map(fingerprintOf)).toEqual(digests.map((digest) => Number.parseInt(digest.toString('hex').slice(0, 10), 16)));
});
