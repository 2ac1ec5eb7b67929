import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#platform/permissions';
import { receiveBatchFile } from './gateway/batch-files.ts';
import { findSampleFiles, SAMPLE_SENDER } from './samples.ts';
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

test('the families of a file that somebody processed are never shown', async () => {
  await receive(aFileOf([aFamily('poor')]));
  await served.settle();
  expect(await findSampleFiles(served.house)).toEqual([]);
});

test('the sample delivered with the code is the one that is shown', () => {
  expect(readFileSync('database/seeds/samples/azilal-400.xml', 'utf8')).toContain(`sender="${SAMPLE_SENDER}"`);
});

test('the sample gives a family with its card, one that must pay and one that was stopped, each with its pair', async () => {
  const families = [aFamily('poor'), aFamily('vulnerable'), aFamily('not eligible')];
  await receive(aFileOf(families, { sender: SAMPLE_SENDER }));
  await settleUntil(served, async () => (await findSampleFiles(served.house)).length === 3);
  const samples = await findSampleFiles(served.house);
  expect(samples.map(({ story }) => story)).toEqual(['poor', 'vulnerable', 'refused']);
  expect(samples.map(({ birth }) => birth.toString())).toEqual(families.map(({ members }) => members[0]?.birth_date));
});

function receive(file: string) {
  return receiveBatchFile(served.house, Readable.from([Buffer.from(file)]), { actor: systemActor('test'), rehearsal: true });
}
