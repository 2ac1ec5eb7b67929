import { expect, test } from 'vitest';
import { conflictsOf, resolved } from './resolve.ts';

const correction = {
  application: 'a',
  reason: 'Relu sur la carte',
  changes: [
    { place: 'members.0.birth_date', from: '1980-01-01', to: '1980-01-02' },
    { place: 'dwelling.rooms', from: 2, to: 3 },
    { place: 'phone', to: '0612345678' },
  ],
};
const conflicts = [
  { place: 'members.0.birth_date', base: '1980-01-01', theirs: '1980-10-01', yours: '1980-01-02' },
  { place: 'dwelling.rooms', base: 2, theirs: 4, yours: 3 },
];

test('what the agent keeps begins from what the other one wrote, what is left to the other is not changed, the rest stays', () => {
  const wanted = resolved(correction, conflicts, (place) => (place === 'dwelling.rooms' ? { take: 'theirs' } : { take: 'mine' }));
  expect(wanted?.changes).toEqual([
    { place: 'members.0.birth_date', from: '1980-10-01', to: '1980-01-02' },
    { place: 'phone', to: '0612345678' },
  ]);
  expect(wanted?.reason).toBe('Relu sur la carte');
});

test('a third value can be written over both', () => {
  const wanted = resolved(correction, conflicts, () => ({ take: 'other', value: '1980-10-02' }));
  expect(wanted?.changes[0]).toEqual({ place: 'members.0.birth_date', from: '1980-10-01', to: '1980-10-02' });
});

test('when all is left to the other nothing remains to send', () => {
  const onlyTheirs = { ...correction, changes: correction.changes.slice(0, 2) };
  expect(resolved(onlyTheirs, conflicts, () => ({ take: 'theirs' }))).toBeUndefined();
});

test('only a refusal of this kind tells conflicts', () => {
  expect(conflictsOf({ refused: 'changed-meanwhile', facts: { answers: 2, conflicts: JSON.stringify(conflicts) } })).toEqual(
    conflicts,
  );
  expect(conflictsOf({ refused: 'not-correctable', facts: { state: 'decided' } })).toEqual([]);
  expect(conflictsOf(undefined)).toEqual([]);
});
