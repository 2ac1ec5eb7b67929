import { expect, test } from 'vitest';
import { aSigningKey, day, instant, keysOf } from '../testing/credentials.ts';
import { issueRevocationList, parseRevocationList, type Revocation } from './revocations.ts';

const key = aSigningKey();
const publicKeys = keysOf(key);
const issuedAt = instant('2027-01-12T06:00:00Z');
const lost: Revocation = { credential: 'C26000417', since: day('2027-01-10'), reason: 'lost' };
const fraud: Revocation = { credential: 'C26000009', since: day('2027-01-02'), reason: 'fraud' };

const published = (revocations: readonly Revocation[]) =>
  JSON.parse(JSON.stringify(issueRevocationList(revocations, issuedAt, key)));

test('a published list says who is on it and how it stood when', () => {
  const list = parseRevocationList(published([lost, fraud]), publicKeys);
  if ('refused' in list) throw new Error(list.refused);
  expect(list.issuedAt).toEqual(issuedAt);
  expect(list.byCredential.get('C26000417')).toEqual(lost);
});

test('the order in which cards were revoked does not change the list', () => {
  expect(published([lost, fraud])).toEqual(published([fraud, lost]));
});

test('a list from which one card was taken out is forged', () => {
  const list = published([lost, fraud]);
  expect(parseRevocationList({ ...list, revocations: list.revocations.slice(1) }, publicKeys)).toEqual({
    refused: 'revocations-forged',
  });
});

test('an old list given a new date is forged', () => {
  const list = { ...published([lost]), issued_at: '2028-01-01T00:00:00Z' };
  expect(parseRevocationList(list, publicKeys)).toEqual({ refused: 'revocations-forged' });
});

test('a list sealed by a stranger is forged', () => {
  const list = issueRevocationList([lost], issuedAt, aSigningKey(2));
  expect(parseRevocationList(list, publicKeys)).toEqual({ refused: 'revocations-forged' });
});

test.each([[null], [[]], [{ format: 'ramed.revocations/1' }]])('%j is no revocation list', (json) => {
  expect(parseRevocationList(json, publicKeys)).toMatchObject({ refused: 'revocations-unreadable' });
});
