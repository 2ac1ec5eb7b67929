import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { aSigningKey, instant } from '../testing/credentials.ts';
import { createSigningKey, parseKeySet, parsePem, toKeySet, toPem } from './signing-keys.ts';

const publication = { issuer: 'ANAM', issuedAt: instant('2026-01-01T00:00:00Z') };

test('a key written to a file and read again is the same key', () => {
  const key = createSigningKey(randomBytes(32));
  const again = parsePem(toPem(key));
  expect(again.id).toBe(key.id);
  expect(toPem(again)).toBe(toPem(key));
});

test('two new keys are never the same', () => {
  expect(createSigningKey(randomBytes(32)).id).not.toBe(createSigningKey(randomBytes(32)).id);
});

test('the published set holds every key by its id, and no secret', () => {
  const keys = [aSigningKey(1), aSigningKey(2)];
  const published = JSON.parse(JSON.stringify(toKeySet(keys, publication)));
  expect(JSON.stringify(published)).not.toContain('"d"');
  const parsed = parseKeySet(published);
  expect(parsed instanceof Map && [...parsed.keys()]).toEqual(keys.map((key) => key.id));
});

test('a set in which a key goes by the id of another is refused', () => {
  const set = toKeySet([aSigningKey(1)], publication);
  const swapped = { ...set, keys: set.keys.map((key) => ({ ...key, kid: aSigningKey(2).id })) };
  expect(parseKeySet(swapped)).toMatchObject({ refused: 'key-set-unreadable', place: 'keys.0.kid' });
});

test.each([[null], ['keys'], [{ format: 'ramed.keys/2' }], [{ format: 'ramed.keys/1', keys: [] }]])(
  '%j is no key set',
  (json) => {
    expect(parseKeySet(json)).toMatchObject({ refused: 'key-set-unreadable' });
  },
);

test('a PEM of another kind of key is not accepted', () => {
  expect(() => parsePem('-----BEGIN PRIVATE KEY-----\nnothing\n-----END PRIVATE KEY-----')).toThrow();
});
