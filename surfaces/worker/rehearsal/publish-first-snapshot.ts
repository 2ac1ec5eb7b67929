import { type Manifest, publishSnapshot } from '#modules/cards';
import { systemActor } from '#platform/permissions';
import type { House } from '../../house.ts';

/**
 * The snapshot of all rights, where none was ever made: whoever has just started the system asks of the rehearsed families without a network, and
 * need not wait for the night.
 */
export async function publishFirstSnapshot({ desk, clock, snapshots, signingKey }: House): Promise<Manifest | undefined> {
  if (snapshots.manifests().length > 0) return undefined;
  return publishSnapshot({ desk, clock, shelf: snapshots, key: signingKey, actor: systemActor('cards.publish-snapshot') });
}
