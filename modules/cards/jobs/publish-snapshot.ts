import { randomBytes } from 'node:crypto';
import type { Desk } from '#platform/actions';
import { type Clock, dayOf } from '#platform/clock';
import type { Temporal } from '#platform/dates';
import type { Job, JobContext } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import type { SigningKey } from '../model/signing-keys.ts';
import { daysBetween, type Manifest } from '../model/snapshot/manifest.ts';
import { digestOfManifest, sealManifest } from '../model/snapshot/seal-manifest.ts';
import { writeChanges } from '../store/compare-spools.ts';
import { packSpool, type SetStamp } from '../store/pack-snapshot.ts';
import type { SnapshotShelf } from '../store/snapshot-shelf.ts';
import { gatherSnapshot } from './gather-snapshot.ts';

export type Publishing = {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly shelf: SnapshotShelf;
  readonly key: SigningKey;
};

/** A whole snapshot under a new key of digests every four weeks: a copy that was stolen cannot be followed further. */
const DAYS_OF_A_SERIES = 28;
const MOST_SETS = 200;

/** Every night the snapshot of all rights, or what has changed in it since the night before, is made, sealed and laid out for readers without a network. */
export function publishSnapshotNightly(shelf: SnapshotShelf, key: SigningKey): Job {
  return {
    name: 'cards.publish-snapshot',
    nightly: '1:10',
    queue: 'cards.snapshot',
    async handle({ desk, actor, clock, log }: JobContext) {
      const { series, number, entries, bytes } = await publishSnapshot({ desk, actor, clock, shelf, key });
      log.info({ series, number, entries, bytes }, 'snapshot published');
      return undefined;
    },
  };
}

/** Publishes the next set: the whole where there is none to go on from, else what has changed. Memory does not grow with the nation. */
export async function publishSnapshot({ desk, actor, clock, shelf, key }: Publishing): Promise<Manifest> {
  const at = clock.now();
  const on = dayOf(at).toString();
  const ground = groundOf(shelf, on);
  const stamp = stampFor(ground, { on, at, manifests: shelf.manifests() });
  const told = shelf.unfinishedSpool('told');
  const sum = await gatherSnapshot({ desk, actor, on, at }, { folder: told, key: Buffer.from(stamp.key, 'base64url') });
  const file = shelf.unfinishedFile();
  const manifest = sealManifest(ground ? packChanges() : packSpool(told, { sum, file }, stamp), key);
  shelf.publish(manifest);
  return manifest;

  function packChanges() {
    const into = shelf.unfinishedSpool('changed');
    const changes = writeChanges({ earlier: ground?.spool ?? '', later: told, into });
    return packSpool(into, { sum: changes, file }, stamp);
  }
}

/** The set that the next one goes on from; undefined where a new series begins. */
type Ground = { readonly last: Manifest; readonly spool: string };

function groundOf(shelf: SnapshotShelf, on: string): Ground | undefined {
  const manifests = shelf.manifests();
  const [whole] = manifests;
  const last = manifests.at(-1);
  const spool = last && shelf.spoolOf(last.series);
  if (!whole || !last || spool === undefined) return undefined;
  return daysBetween(whole.day, on) < DAYS_OF_A_SERIES && last.number < MOST_SETS ? { last, spool } : undefined;
}

type Moment = { readonly on: string; readonly at: Temporal.Instant; readonly manifests: readonly Manifest[] };

function stampFor(ground: Ground | undefined, { on, at, manifests }: Moment): SetStamp {
  const now = { day: on, issued_at: at.toString({ smallestUnit: 'second' }) };
  if (ground) {
    const { series, number, key } = ground.last;
    return { ...now, series, number: number + 1, key, previous: digestOfManifest(ground.last) };
  }
  const series = (manifests.at(-1)?.series ?? 0) + 1;
  return { ...now, series, number: 0, key: randomBytes(32).toString('base64url'), previous: null };
}
