import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aSigningKey } from '../testing/credentials.ts';
import { aPublisher } from '../testing/snapshots.ts';
import { openSnapshotShelf } from './snapshot-shelf.ts';

const publisher = aPublisher(aSigningKey());
const nobody = [] as const;
const [whole, changes] = [publisher.publish(nobody, '2026-11-29'), publisher.publish(nobody, '2026-11-30')];

test('killed between a set and its ground, nothing goes on from what an earlier set told: the next night begins a new series', () => {
  const shelf = openSnapshotShelf(mkdtempSync(join(tmpdir(), 'ramed-shelf-')));
  writeFileSync(shelf.unfinishedFile(), whole.bytes);
  mkdirSync(shelf.unfinishedSpool('told'));
  shelf.publish(whole.manifest);
  expect(shelf.spoolOf(1)).toBeDefined();
  // The ground is not there to be named: what stands then is what stands when the process is killed before it.
  writeFileSync(shelf.unfinishedFile(), changes.bytes);
  expect(() => shelf.publish(changes.manifest)).toThrow('ENOENT');
  expect(shelf.manifests()).toHaveLength(2);
  expect(shelf.spoolOf(1)).toBeUndefined();
});
