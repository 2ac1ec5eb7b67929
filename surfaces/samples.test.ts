import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#platform/permissions';
import { receiveBatchFile } from './gateway/batch-files.ts';
import { findSampleFiles } from './samples.ts';
import { aFamily, aFileOf } from './testing/families.ts';
import { settleUntil } from './testing/road.ts';
import { openTestHouse, type TestHouse } from './testing/test-house.ts';

let served: TestHouse;

beforeAll(async () => {
  served = await openTestHouse();
});
afterAll(() => served?.close());

test('before anything was rehearsed there is nothing to show', async () => {
  expect(await findSampleFiles(served.house)).toEqual([]);
});

test('a rehearsed batch gives a family with its card, one that must pay and one that was stopped, each with its pair', async () => {
  const families = [aFamily('poor'), aFamily('vulnerable'), aFamily('not eligible')];
  const source = Readable.from([Buffer.from(aFileOf(families))]);
  await receiveBatchFile(served.house, source, { actor: systemActor('test'), rehearsal: true });
  await settleUntil(served, async () => (await findSampleFiles(served.house)).length === 3);
  const samples = await findSampleFiles(served.house);
  expect(samples.map(({ story }) => story)).toEqual(['poor', 'vulnerable', 'refused']);
  expect(samples.map(({ birth }) => birth.toString())).toEqual(families.map(({ members }) => members[0]?.birth_date));
});
