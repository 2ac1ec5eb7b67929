import { type Manifest, publishSnapshot } from '#modules/cards';
import { queueState } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import type { LeavingWork } from './leave-work.ts';

/** Cards gather for some seconds before the cast sends them on: so many looks in a row must find nothing to do. */
const QUIET_LOOKS = 20;

/**
 * The snapshot of all rights, where none was ever made: whoever has just started the system asks of the rehearsed families without a network, and
 * need not wait for the night. It is taken once the worker has nothing more to do, so that the cards lost on the way of the sample are in it;
 * not at all when it is asked to stop meanwhile.
 */
export async function publishFirstSnapshot(
  house: House,
  { pause, patience, asked }: LeavingWork & { readonly asked: AbortSignal },
): Promise<Manifest | undefined> {
  const { desk, clock, snapshots, signingKey } = house;
  if (snapshots.manifests().length > 0) return undefined;
  for (let looks = 0, quiet = 0; looks < patience && quiet < QUIET_LOOKS; looks++) {
    await pause();
    if (asked.aborted) return undefined;
    quiet = (await queueState(house.database)).oldest_seconds === null ? quiet + 1 : 0;
  }
  return publishSnapshot({ desk, clock, shelf: snapshots, key: signingKey, actor: systemActor('cards.publish-snapshot') });
}
