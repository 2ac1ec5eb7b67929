import type { Tx } from '#platform/database';
import { listNewcomerControlsOf, type NewcomerControlRow } from '../store/newcomer-controls.ts';

/** How the question about somebody who comes into a family stands: since when it waits, or what was answered and when. */
export type NewcomerCover = {
  readonly state: NewcomerControlRow['state'];
  readonly askedAt: string;
  readonly answeredAt: string | undefined;
  readonly covers: NewcomerControlRow['covers'];
};

/** What the insurers told about the newcomers of some life events; one that nobody was asked about is left out. */
export async function listNewcomerCovers(tx: Tx, events: readonly string[]): Promise<ReadonlyMap<string, NewcomerCover>> {
  const rows = await listNewcomerControlsOf(tx, events);
  return new Map(
    rows.map(({ event_id, state, covers, asked_at: askedAt, answered_at }) => [
      event_id,
      { state, covers, askedAt, answeredAt: answered_at ?? undefined },
    ]),
  );
}
