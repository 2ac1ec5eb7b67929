import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '#platform/config';
import { removeData } from './remove-data.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ramed-reset-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that holds a data folder as a running system does, and ends with 7 when it is asked to. */
function aSystemOn(dataFolder: string): string {
  return `
    const { claimDataFolder } = await import('./surfaces/running-system.ts');
    const claim = await claimDataFolder(${JSON.stringify(dataFolder)}, 'http://127.0.0.1');
    process.on('SIGTERM', () => { claim.release(); process.exit(7); });
    setInterval(() => undefined, 1_000);
    console.log('up');`;
}

test('a running system is stopped in order, and its data are gone', async () => {
  const system = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', aSystemOn(folder)], {
    cwd: projectRoot,
  });
  const ended = once(system, 'exit');
  await once(system.stdout, 'data');
  await removeData(folder);
  expect(await ended).toEqual([7, null]);
  expect(existsSync(folder)).toBe(false);
});

test('what a killed system left is removed without stopping anybody', async () => {
  writeFileSync(join(folder, 'secrets.json'), '{}');
  await removeData(folder);
  expect(existsSync(folder)).toBe(false);
});

test("somebody else's folder is left alone", async () => {
  writeFileSync(join(folder, 'letters.txt'), 'mine');
  await expect(removeData(folder)).rejects.toThrow('was not written by RAMED');
  expect(existsSync(join(folder, 'letters.txt'))).toBe(true);
});

test('so is a project, even one in which a log lies', async () => {
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'system.json'), '{}');
  await expect(removeData(folder)).rejects.toThrow('holds a project');
});
