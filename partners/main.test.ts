import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { json, listen } from './http.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

function start(names: readonly string[], portBase: number): ChildProcess {
  const env = { ...process.env, RAMED_PARTNERS_PORT_BASE: String(portBase) };
  child = spawn(process.execPath, ['--import', 'tsx', main, ...names], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return child;
}

async function aFreePort(): Promise<number> {
  const probe = await listen(0, async () => json(200, {}));
  await probe.stop();
  return Number(new URL(probe.url).port);
}

test('one partner is started alone, says where it is, and ends at a SIGTERM', async () => {
  const port = await aFreePort();
  const alone = start(['dgsn'], port);
  const [line] = await once(alone.stdout as NodeJS.ReadableStream, 'data');
  expect(String(line)).toContain(`http://127.0.0.1:${port}  DGSN`);
  expect((await fetch(`http://127.0.0.1:${port}/control`)).status).toBe(200);
  alone.kill('SIGTERM');
  expect((await once(alone, 'exit'))[0]).toBe(0);
});

test('an unknown partner is refused with the list of those there are', async () => {
  const refused = start(['cmr'], 4100);
  const [line] = await once(refused.stderr as NodeJS.ReadableStream, 'data');
  expect(String(line)).toContain('dgsn, cnss, cnops, insurers, bank, sms, mail, maker');
  expect((await once(refused, 'exit'))[0]).toBe(2);
});
