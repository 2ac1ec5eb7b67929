import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { toPem } from '#modules/cards';
import { systemClock } from '#platform/clock';
import { openSigningKey, readPublished } from './keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ramed-keys-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opening = `
  import { once } from 'node:events';
  import { toPem } from '#modules/cards';
  import { systemClock } from '#platform/clock';
  import { openSigningKey } from './surfaces/keys.ts';
  process.stderr.write('ready');
  await once(process.stdin, 'data');
  process.stdout.write(toPem(openSigningKey(process.env.FOLDER, systemClock.now())));
  process.exit();`;

function startOpening(): ChildProcessWithoutNullStreams {
  const words = ['--import', 'tsx', '--input-type=module', '-e', opening];
  return spawn(process.execPath, words, { env: { ...process.env, FOLDER: folder }, stdio: 'pipe' });
}

test('two processes that start together sign with the same key, and leave nothing but the key and its public half', async () => {
  const processes = [startOpening(), startOpening()];
  await Promise.all(processes.map((one) => once(one.stderr, 'data')));
  for (const one of processes) one.stdin.write('go\n');
  const keys = await Promise.all(processes.map((one) => text(one.stdout)));
  const kept = readFileSync(join(folder, 'keys', 'signing-key.pem'), 'utf8');
  expect(keys).toEqual([kept, kept]);
  expect(readdirSync(join(folder, 'keys')).sort()).toEqual(['public-keys.json', 'signing-key.pem']);
}, 30_000);

test('public keys that were lost are published again, for the same signing key', () => {
  const key = openSigningKey(folder, systemClock.now());
  rmSync(join(folder, 'keys', 'public-keys.json'));
  expect(toPem(openSigningKey(folder, systemClock.now()))).toBe(toPem(key));
  expect(readPublished(folder, 'public-keys')).toContain(key.id);
});
