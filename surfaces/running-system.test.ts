import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Claim, claimDataFolder, findRunningSystem } from './running-system.ts';

let folder: string;
const claims: Claim[] = [];
const claim = async () => {
  const taken = await claimDataFolder(folder, 'http://127.0.0.1:3000');
  claims.push(taken);
  return taken;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ramed-claim-'));
});
afterEach(() => {
  for (const taken of claims.splice(0)) taken.release();
  rmSync(folder, { recursive: true, force: true });
});

describe('one system on one data folder', () => {
  test('a second is refused and told where the first is', async () => {
    await claim();
    await expect(claim()).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringContaining('http://127.0.0.1:3000'),
    });
  });

  test('of many that come at once, one has it', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, claim));
    expect(asked.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test('once left, the next takes it', async () => {
    (await claim()).release();
    expect(await findRunningSystem(folder)).toBeUndefined();
    expect((await claim()).afterKill).toBe(false);
  });

  test('what a killed one left is taken over, even when its port is now a stranger’s', async () => {
    const told = await leftBehind();
    const stranger = createServer((visitor) => visitor.end('good day'));
    await new Promise<void>((ready) => stranger.listen(told.door.port, '127.0.0.1', ready));
    expect(await findRunningSystem(folder)).toBeUndefined();
    expect((await claim()).afterKill).toBe(true);
    stranger.close();
  });

  test('of many that find a left-over at once, one has it', async () => {
    await leftBehind();
    const asked = await Promise.allSettled(Array.from({ length: 8 }, claim));
    expect(asked.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test('one that is slow to take the place of a left-over comes too late, whoever took it and whatever became of that one', async () => {
    const slow = async (delay: number) => {
      await new Promise((ready) => setTimeout(ready, delay));
      return claim();
    };
    for (let round = 0; round < 20; round++) {
      await leftBehind();
      const asked = await Promise.allSettled(Array.from({ length: 6 }, (_, turn) => slow((turn * round) % 7)));
      const held = asked.filter((one) => one.status === 'fulfilled');
      expect(held).toHaveLength(1);
      for (const taken of claims.splice(0)) taken.release();
    }
  });

  test('a start that is killed while it takes the place of a left-over holds nobody up', async () => {
    const first = await leftBehind();
    const second = await leftBehind();
    writeFileSync(join(folder, 'system.json'), JSON.stringify(first));
    writeFileSync(join(folder, `system.json.after-${first.door.word}`), JSON.stringify(second));
    expect(await findRunningSystem(folder)).toBeUndefined();
    const asked = await Promise.allSettled(Array.from({ length: 4 }, claim));
    expect(asked.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await findRunningSystem(folder)).toMatchObject({ pid: process.pid });
  });

  test('a half-written file holds nobody up', async () => {
    writeFileSync(join(folder, 'system.json'), '{"pid":');
    expect((await claim()).afterKill).toBe(true);
  });

  test('its parts are told by the number of their process now', async () => {
    const taken = await claim();
    taken.note('worker', 41);
    taken.note('worker', 42);
    expect((await findRunningSystem(folder))?.parts).toEqual({ worker: 42 });
  });
});

/** The file of a system that was killed: its door is closed, its file is still there. */
async function leftBehind() {
  const file = join(folder, 'system.json');
  const taken = await claimDataFolder(folder, 'http://127.0.0.1:3000');
  const text = readFileSync(file, 'utf8');
  taken.release();
  writeFileSync(file, text);
  return JSON.parse(text) as { door: { port: number; word: string } };
}
