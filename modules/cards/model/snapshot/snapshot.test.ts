import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSigningKey, keysOf } from '../../testing/credentials.ts';
import { aPublisher, atHand, type Told } from '../../testing/snapshots.ts';
import { readChain } from './chain.ts';
import { isMember, lookUp, oneInHowMany } from './look-up.ts';
import { offlineAnswer } from './offline-answer.ts';
import { checkBy, nodeHashes } from './seal-manifest.ts';
import { ageClass, type SnapshotState } from './snapshot-entry.ts';

const key = aSigningKey();
const trust = { check: checkBy(keysOf(key)), hashes: nodeHashes };
const states: readonly SnapshotState[] = ['open', 'emergency-only', 'unpaid', 'suspended', 'closed', 'expired', 'revoked'];

const dayOf = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
const name = fc.integer({ min: 0, max: 400 }).map((number) => `registration:${number}`);
const outlook = fc.record({
  state: fc.constantFrom(...states),
  day: fc.option(fc.integer({ min: -800, max: 1_200 }).map(dayOf), { nil: undefined }),
  becomes: fc.option(fc.constantFrom(...states), { nil: undefined }),
});
const told = fc.record({ outlook, birthYears: fc.array(fc.integer({ min: 1930, max: 2026 }), { maxLength: 30 }) });
const picture: fc.Arbitrary<ReadonlyMap<string, Told>> = fc
  .array(fc.tuple(name, told), { maxLength: 200 })
  .map((entries) => new Map(entries));

test('whatever was published and changed, each number is told what the last picture says of it, its family with it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(picture, { minLength: 1, maxLength: 4 }), async (pictures) => {
      const publisher = aPublisher(key);
      for (const [at, one] of pictures.entries()) publisher.publish(one, dayOf(at));
      const sets = publisher.sets.map(atHand);
      const last = pictures.at(-1);
      for (let number = 0; number <= 400; number += 1) {
        const expected = last?.get(`registration:${number}`);
        const found = await lookUp(sets, `registration:${number}`, nodeHashes);
        if (!expected) expect(found).toEqual({ kind: 'nobody' });
        else
          expect(found).toMatchObject({
            kind: 'known',
            outlook: expected.outlook,
            ages: expected.birthYears.map((year) => ageClass(year, 2026)),
          });
      }
    }),
    { numRuns: 25 },
  );
});

/** A country of one size, each family of three. */
const aCountry = (families: number): ReadonlyMap<string, Told> =>
  new Map(
    Array.from({ length: families }, (_, at) => [
      `registration:${at}`,
      { outlook: { state: 'open', day: dayOf(at % 900), becomes: 'expired' }, birthYears: [1980, 1984, 2015] },
    ]),
  );

test('a set is as small as it is said to be, and numbers that nobody has pass for nobody', async () => {
  const { manifest, bytes } = aPublisher(key).publish(aCountry(20_000), dayOf(0));
  expect(bytes.length / 20_000).toBeLessThan(7.5);
  const sets = [{ manifest, read: async (from: number, to: number) => bytes.subarray(from, to) }];
  for (let number = 20_000; number < 22_000; number += 1)
    expect((await lookUp(sets, `registration:${number}`, nodeHashes)).kind).toBe('nobody');
  expect(oneInHowMany([manifest])).toBeGreaterThan(50_000_000);
});

test('what a set says of a family is covered: two families that have the same are not alike in it', () => {
  const { bytes } = aPublisher(key).publish(aCountry(64), dayOf(0));
  const twice = aPublisher(key, 2).publish(aCountry(64), dayOf(0));
  expect(Buffer.compare(bytes, twice.bytes)).not.toBe(0);
  const counts = new Map<number, number>();
  for (const byte of aPublisher(key).publish(aCountry(5_000), dayOf(0)).bytes) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  // Of bytes that said the same five thousand times, one value would stand out; covered, none makes a hundredth part of all.
  const commonest = Math.max(...[...counts].filter(([byte]) => byte !== 0).map(([, count]) => count));
  expect(commonest / (5_000 * 7)).toBeLessThan(0.02);
});

async function threeDays() {
  const publisher = aPublisher(key);
  for (const day of [0, 1, 2]) publisher.publish(aCountry(50 + day), dayOf(day));
  return publisher.sets.map(({ manifest }) => manifest);
}

test('a series is believed as far as it is unbroken', async () => {
  const [whole, second, third] = await threeDays();
  expect(await readChain([whole, second, third], trust, undefined)).toMatchObject({ sets: [whole, second, third] });
  expect(await readChain([whole, third], trust, undefined)).toEqual({ sets: [whole], fault: 'broken' });
  expect(await readChain([second, third], trust, undefined)).toEqual({ sets: [], fault: 'broken' });
  expect(await readChain([whole, second, second], trust, undefined)).toEqual({ sets: [whole, second], fault: 'broken' });
  expect(await readChain([], trust, undefined)).toEqual({ sets: [] });
});

test('a set that was changed, sealed by a stranger, or is none, ends what is believed', async () => {
  const [whole, second] = await threeDays();
  const strangers = aPublisher(aSigningKey(2)).publish(aCountry(3), dayOf(0)).manifest;
  expect(await readChain([whole, { ...second, entries: 9 }], trust, undefined)).toEqual({ sets: [whole], fault: 'forged' });
  expect(await readChain([{ ...whole, issued_at: '2030-01-01T00:00:00Z' }], trust, undefined)).toEqual({
    sets: [],
    fault: 'forged',
  });
  expect(await readChain([strangers], trust, undefined)).toEqual({ sets: [], fault: 'unknown-key' });
  expect(await readChain([{ format: 'ramed.snapshot/2' }], trust, undefined)).toEqual({ sets: [], fault: 'unreadable' });
});

test('who has seen a later set never goes back behind it', async () => {
  const [whole, second, third] = await threeDays();
  const seen = { series: 1, number: 2 };
  expect(await readChain([whole, second], trust, seen)).toEqual({ sets: [], fault: 'rolled-back' });
  expect(await readChain([whole, second, third], trust, seen)).toMatchObject({ sets: [whole, second, third] });
  expect((await readChain([whole, second, third], trust, { series: 2, number: 0 })).fault).toBe('rolled-back');
});

const at = (day: string) => Date.parse(`${day}T09:00:00Z`);
const fresh = (day: string) => ({ issuedAt: at('2026-01-10'), now: at(day), latestSeen: at('2026-01-10') });
const known = (said: object) => ({ kind: 'known', outlook: said, ages: [], set: {} }) as never;

test('a right is told until its last day, then what follows it', () => {
  const open = known({ state: 'open', day: '2026-01-20', becomes: 'expired' });
  expect(offlineAnswer(open, '2026-01-20', fresh('2026-01-20'))).toEqual({ state: 'open', until: '2026-01-20' });
  expect(offlineAnswer(open, '2026-01-21', fresh('2026-01-21'))).toEqual({ state: 'expired', since: '2026-01-21' });
  const over = known({ state: 'expired', day: '2025-12-01' });
  expect(offlineAnswer(over, '2026-01-20', fresh('2026-01-20'))).toEqual({ state: 'expired', since: '2025-12-01' });
  expect(offlineAnswer({ kind: 'nobody' }, '2026-01-20', fresh('2026-01-20'))).toEqual({ state: 'unknown' });
  expect(offlineAnswer({ kind: 'unclear' }, '2026-01-20', fresh('2026-01-20'))).toMatchObject({ because: 'unclear' });
});

test('nothing is told from an old snapshot, or by a clock that goes wrong', () => {
  const open = known({ state: 'open', day: '2027-01-20', becomes: 'expired' });
  expect(offlineAnswer(open, '2026-02-12', fresh('2026-02-12'))).toMatchObject({ because: 'too-old' });
  expect(offlineAnswer(open, '2026-01-09', fresh('2026-01-09'))).toMatchObject({ because: 'clock' });
  const setBack = { ...fresh('2026-01-15'), latestSeen: at('2026-01-18') };
  expect(offlineAnswer(open, '2026-01-15', setBack)).toMatchObject({ because: 'clock' });
  expect(offlineAnswer(open, '2026-01-15', { ...setBack, issuedAt: undefined })).toMatchObject({ because: 'no-snapshot' });
});

test('whoever shows the card of another family is told from a member by the year of birth', () => {
  const set = { day: '2026-01-10' };
  const family = { kind: 'known', outlook: { state: 'open' }, ages: [46, 63, 2], set } as never;
  expect(isMember(family, 1980)).toBe('yes');
  expect(isMember(family, 1941)).toBe('yes');
  expect(isMember(family, 1981)).toBe('no');
  const large = { kind: 'known', outlook: { state: 'open' }, ages: Array.from({ length: 30 }, () => 9), set } as never;
  expect(isMember(large, 1981)).toBe('unsure');
  expect(isMember({ kind: 'nobody' }, 1981)).toBe('unsure');
});
