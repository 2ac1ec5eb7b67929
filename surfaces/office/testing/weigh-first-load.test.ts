import { expect, test } from 'vitest';
import { faultsOfFirstLoad } from './weigh-first-load.ts';

test('a first load that is too heavy or asks too often is found', () => {
  expect(faultsOfFirstLoad({ script: 100_000, total: 200_000, requests: 12 })).toEqual([]);
  expect(faultsOfFirstLoad({ script: 240_000, total: 400_000, requests: 26 })).toHaveLength(3);
});
