import { expect, test } from 'vitest';
import { answersApart } from './before-and-now.ts';

test('answers that changed, came or went are told with their places, the others not at all', () => {
  const before = { milieu: 'rural', assets: { cars: 1, mule: true }, members: [{ ref: 1, cnie: 'IC1' }] };
  const now = { milieu: 'rural', assets: { cars: 0, sheep: 4 }, members: [{ ref: 1, cnie: 'IC1' }, { ref: 2 }] };
  expect(answersApart(before, now)).toEqual([
    { place: 'assets.cars', before: 1, now: 0 },
    { place: 'assets.mule', before: true },
    { place: 'assets.sheep', now: 4 },
    { place: 'members[1]', now: { ref: 2 } },
  ]);
  expect(answersApart(before, structuredClone(before))).toEqual([]);
});
