import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { builtOffice } from '../surfaces/office/build/build-office.ts';
import { weighFirstLoad } from '../surfaces/office/testing/weigh-first-load.ts';

const KB = 1024;
let folder: string;

beforeAll(async () => {
  ({ folder } = await builtOffice());
});

test.each(['fr', 'ar', 'zgh', 'en'] as const)('the first load in %s is at most 350 KB, 230 of it script', (language) => {
  const { script, total, requests } = weighFirstLoad(folder, language);
  expect(script).toBeLessThanOrEqual(230 * KB);
  expect(total).toBeLessThanOrEqual(350 * KB);
  expect(requests).toBeLessThanOrEqual(25);
});

test('no part of the office is more than 80 KB on the wire', () => {
  const packed = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js.br'));
  expect(packed.length).toBeGreaterThan(5);
  expect(packed.filter((name) => readFileSync(join(folder, 'assets', name)).length > 80 * KB)).toEqual([]);
});

test('words can be read before any script or style has come', () => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(Buffer.byteLength(page)).toBeLessThan(15 * KB);
  expect(page).toMatch(/L'application du guichet s'ouvre/);
});
