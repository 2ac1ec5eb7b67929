import { expect, test } from 'vitest';
import { toQrPng } from '#platform/qr';
import { readCode } from './code-of-image.ts';

test('one reader reads picture after picture, with and without a code, each within a moment', async () => {
  const texts: (string | undefined)[] = [];
  await readCode(Buffer.from('not a picture'));
  const started = performance.now();
  for (const text of ['FIRST', undefined, 'SECOND', 'THIRD'])
    texts.push(await readCode(text ? toQrPng(text) : Buffer.from('not a picture')));
  expect(texts).toEqual(['FIRST', undefined, 'SECOND', 'THIRD']);
  expect(performance.now() - started).toBeLessThan(5_000);
});
