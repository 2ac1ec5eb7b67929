import { expect, test } from 'vitest';
import { recapOf } from './recap.ts';

const file = (position: number, ruling?: object) => ({ position, ruling }) as never;
const ruling = (sequence: number, over: object = {}) => ({
  ...{ sequence, outcome: 'poor', againstScore: false, needsSecond: false, ...over },
});

test('the last page counts outcomes and batches, and names what is not decided', () => {
  const files = [
    file(1, ruling(1, { batch: 1 })),
    file(2, ruling(2, { batch: 1 })),
    file(3, ruling(3, { outcome: 'refused' })),
    file(4),
  ];
  const recap = recapOf({ files });
  expect(recap.counts).toEqual({ poor: 2, vulnerable: 0, refused: 1, adjourned: 0, enquiry: 0 });
  expect(recap.inBatches).toBe(2);
  expect(recap.undecided.map(({ position }) => position)).toEqual([4]);
});

test('decisions against the score stand in the order they were taken; those past the parameter await a second person until there is one', () => {
  const against = (position: number, sequence: number, over: object = {}) =>
    file(position, ruling(sequence, { againstScore: true, ...over }));
  const needy = { needsSecond: true };
  const recap = recapOf({
    files: [against(1, 9, needy), against(2, 3), against(3, 5, needy), against(4, 7, { ...needy, seconded: 'member' })],
  });
  expect(recap.againstScore.map(({ position }) => position)).toEqual([2, 3, 4, 1]);
  expect(recap.awaitingSecond.map(({ position }) => position)).toEqual([3, 1]);
});
