import { expect, test } from 'vitest';
import { isProven, prove } from './proof.ts';
import { knownAt } from './room.ts';

test('two sides are equal whatever the order of their keys, and different at the places where they part', () => {
  expect(prove('quorum', { present: 3, needed: 3 }, { needed: 3, present: 3 })).toMatchObject({ verdict: 'equal', apart: [] });
  expect(prove('quorum', { present: 3, needed: 3 }, { needed: 3, present: 2 })).toMatchObject({
    verdict: 'different',
    kept: '{"needed":3,"present":3}',
    remade: '{"needed":3,"present":2}',
    apart: [{ place: 'present', kept: '3', remade: '2' }],
  });
  expect(prove('seal', 'one', 'other')).toMatchObject({ verdict: 'different', kept: 'one', remade: 'other', apart: [] });
});

test('a side that is not there cannot be known, and is not the same as one that says nothing', () => {
  expect(prove('law', undefined, {}, 'first-form')).toMatchObject({ verdict: 'unknown', kept: null, note: 'first-form' });
  expect(prove('decision', null, {})).toMatchObject({ verdict: 'different' });
});

test('a long value is told by its digest, and no more places than a person reads', () => {
  const long = Array.from({ length: 90 }, (_, place) => `before ${place}`);
  const proof = prove(
    'mandates',
    long,
    long.map((text) => `${text}!`),
  );
  expect(proof.kept).toMatch(/^[0-9a-f]{64}$/);
  expect(proof.apart).toHaveLength(20);
});

test('a decision is proved when every proof is equal; with what cannot be known, or with no proof at all, it is not', () => {
  const equal = prove('seal', 'one', 'one');
  expect(isProven([equal])).toBe(true);
  expect(isProven([equal, prove('law', undefined, {})])).toBe(false);
  expect(isProven([])).toBe(false);
});

test('what was noted of the room later was not known then', () => {
  const moved = (member_id: string, recorded_at: string) => ({ member_id, moved: 'left' as const, at: NINE, recorded_at });
  const NINE = '2026-11-02T09:00:00Z';
  const room = { members: new Map(), recusals: [], rule: { institutions: [], quorum: 0 } };
  const movements = [moved('one', NINE), moved('other', '2026-11-02T09:30:00Z')];
  expect(knownAt({ ...room, movements }, '2026-11-02T09:10:00Z').movements.map(({ member_id }) => member_id)).toEqual(['one']);
});
