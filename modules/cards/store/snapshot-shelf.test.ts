import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { aSigningKey } from '../testing/credentials.ts';
import { aPublisher } from '../testing/snapshots.ts';
import { openSnapshotShelf } from './snapshot-shelf.ts';

const line = vi.hoisted(() => ({ killsAfter: '' }));
/** The process is killed once a file of this ending has its name. */
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    fs.renameSync(from, to);
    if (line.killsAfter !== '' && String(to).endsWith(line.killsAfter)) throw new Error('killed');
  };
  return { ...fs, renameSync };
});

const publisher = aPublisher(aSigningKey());
const nobody = [] as const;
const [whole, changes] = [publisher.publish(nobody, '2026-11-29'), publisher.publish(nobody, '2026-11-30')];

test('killed between a set and its ground, nothing goes on from what an earlier set told: the next night begins a new series', () => {
  const shelf = openSnapshotShelf(mkdtempSync(join(tmpdir(), 'ramed-shelf-')));
  writeFileSync(shelf.unfinishedFile(), whole.bytes);
  mkdirSync(shelf.unfinishedSpool('told'));
  shelf.publish(whole.manifest);
  expect(shelf.spoolOf(1)).toBeDefined();
  writeFileSync(shelf.unfinishedFile(), changes.bytes);
  mkdirSync(shelf.unfinishedSpool('told'));
  line.killsAfter = '1-1.json';
  expect(() => shelf.publish(changes.manifest)).toThrow('killed');
  expect(shelf.manifests()).toHaveLength(2);
  expect(shelf.spoolOf(1)).toBeUndefined();
});
