import { sql, type Tx } from '#platform/database';
import type { EnvelopeState } from '../model/envelope.ts';

export type EnvelopeRecord = {
  readonly id: string;
  readonly partner: string;
  readonly direction: 'out' | 'in';
  /** What it was about, for example `identity-checks`. */
  readonly subject: string;
  readonly state: EnvelopeState;
  readonly items: number;
  readonly at: string;
  readonly closed: boolean;
  readonly acknowledgement?: string;
  readonly failure?: string;
  readonly bodyDigest?: string;
  readonly sourceDate?: string;
};

/**
 * Logs a message the first time it is tried, and how it ended. The first time it was tried is never overwritten, nor an acknowledgement by
 * a later failure; one that could not leave stays as it was.
 */
export async function recordEnvelope(tx: Tx, envelope: EnvelopeRecord): Promise<void> {
  await sql`
    insert into exchange.envelope
      (id, partner, direction, subject, state, items, first_tried_at, closed_at, acknowledgement, failure, body_digest, source_date)
    values (${envelope.id}, ${envelope.partner}, ${envelope.direction}, ${envelope.subject}, ${envelope.state}, ${envelope.items}, ${envelope.at},
      ${envelope.closed ? envelope.at : null}, ${envelope.acknowledgement ?? null}, ${envelope.failure ?? null},
      ${envelope.bodyDigest ?? null}, ${envelope.sourceDate ?? null})
    on conflict (id) do update set state = excluded.state, closed_at = excluded.closed_at, acknowledgement = excluded.acknowledgement,
      failure = excluded.failure, body_digest = excluded.body_digest, source_date = excluded.source_date
    where exchange.envelope.state <> 'acknowledged' and excluded.state <> 'queued'`.execute(tx);
}

export type Traffic = { partner: string; state: string; envelopes: number; items: number; oldest_open: string | null };

/** Envelopes and items with each partner by state, and since when the oldest one is open. */
export async function countTraffic(tx: Tx): Promise<Traffic[]> {
  const { rows } = await sql<Traffic>`
    select partner, state, count(*) as envelopes, sum(items)::bigint as items, min(first_tried_at) filter (where closed_at is null) as oldest_open
    from exchange.envelope group by partner, state order by partner, state`.execute(tx);
  return rows;
}
