import { expect, test } from 'vitest';
import { checkBy, issueCredential } from '#modules/cards';
import { withCheckDigit } from '#platform/numbers';
import { aSigningKey, cardClaims, keysOf } from '../../../../modules/cards/testing/credentials.ts';
import { aPublisher, type Told } from '../../../../modules/cards/testing/snapshots.ts';
import type { Shelf } from '../../../verifier/browser/shelf.ts';
import { verdictOf } from './picture.ts';

const key = aSigningKey();
const check = async () => checkBy(keysOf(key));
const [family, debtor, ended, nobody] = ['20150412773', '20150412774', '20150412775', '20150412776'].map(withCheckDigit);
const serial = withCheckDigit('260000417');
const card = issueCredential(cardClaims({ registrationNumber: family ?? '', cardSerial: serial }), key).text;
const NOON = Date.parse('2026-11-29T12:00:00Z');

const knownOf = (state: Told['outlook']['state'], day: string, becomes?: 'unpaid'): Told => ({
  outlook: { state, day, becomes },
  birthYears: [1982],
});

/** A computer on which the verifier's page has fetched what was known on a day. */
async function computerWith(day: string, ...more: readonly [string, Told][]): Promise<Shelf> {
  const picture = new Map([
    [`registration:${family}`, knownOf('open', '2029-04-01')],
    [`registration:${debtor}`, knownOf('unpaid-emergencies', '2026-12-19', 'unpaid')],
    [`registration:${ended}`, knownOf('expired', '2026-10-01')],
    ...more,
  ]);
  const { manifest, bytes } = aPublisher(key).publish(picture, day);
  const kept = new Map<string, unknown>([['sets', [manifest]]]);
  for (const at of manifest.parts.keys())
    kept.set(
      `piece/${manifest.series}/${manifest.number}/${at}`,
      new Uint8Array(bytes.subarray(at * manifest.part_bytes, (at + 1) * manifest.part_bytes)),
    );
  return {
    get: async <T>(name: string) => kept.get(name) as T | undefined,
    set: async (name, value) => void kept.set(name, value),
    drop: async () => undefined,
  };
}

test('what the snapshot knows stands for the register, with its day', async () => {
  const world = { shelf: await computerWith('2026-11-28'), check, now: NOON };
  const picture = '2026-11-28';
  expect(await verdictOf(card, world)).toEqual({ state: 'open', until: '2029-04-01', picture });
  expect(await verdictOf(debtor ?? '', world)).toEqual({ state: 'unpaid', emergenciesUntil: '2026-12-19', picture });
  expect(await verdictOf(ended ?? '', world)).toEqual({ state: 'expired', since: '2026-10-01', picture });
  expect(await verdictOf(nobody ?? '', world)).toEqual({ state: 'unknown', picture });
});

test('a card whose signature is good and that was revoked opens nothing', async () => {
  const shelf = await computerWith('2026-11-28', [`card:${serial}`, { outlook: { state: 'revoked' }, birthYears: [] }]);
  expect(await verdictOf(card, { shelf, check, now: NOON })).toMatchObject({ state: 'revoked' });
  expect(await verdictOf(serial, { shelf, check, now: NOON })).toMatchObject({ state: 'revoked' });
});

test('nothing is told where no snapshot was fetched, where it is too old, and where the clock was set back', async () => {
  const none = { ...(await computerWith('2026-11-28')), get: async () => undefined };
  expect(await verdictOf(card, { shelf: none, check, now: NOON })).toBeUndefined();
  const shelf = await computerWith('2026-11-28');
  expect(await verdictOf(card, { shelf, check, now: Date.parse('2026-12-31T12:00:00Z') })).toBeUndefined();
  expect(await verdictOf(card, { shelf, check, now: NOON }), 'the clock stood later before').toBeUndefined();
});
