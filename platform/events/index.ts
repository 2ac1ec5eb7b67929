import type { Json } from '#platform/canonical-json';
import { sql, type Tx } from '#platform/database';
import { newId } from '#platform/ids';

/** Something that happened, named `<module>.<past participle>`. The payload holds identifiers, never personal data. */
export type DomainEvent = { readonly name: string; readonly payload: Json };

/** Who wants to know of which event: decides, at the moment of the deed, which deliveries are queued with it. */
export type Subscribers = (eventName: string) => readonly string[];

/**
 * Stores the events of a deed and queues one delivery for each subscriber, in the deed's own transaction: either the deed, its events
 * and their deliveries all exist, or none does.
 */
export async function storeEvents(
  tx: Tx,
  deed: string,
  events: readonly DomainEvent[],
  subscribersOf: Subscribers,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ id: newId(), name: event.name, payload: event.payload, deed }));
  await sql`
    insert into platform.event (id, name, payload, deed, happened_at)
    select id, name, payload, deed, now() from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(id uuid, name text, payload jsonb, deed text)
  `.execute(tx);
  const deliveries = rows.flatMap((row) =>
    subscribersOf(row.name).map((subscriber) => ({ identifier: subscriber, payload: { event: row.id } })),
  );
  if (deliveries.length > 0) await sql`select platform.enqueue(${JSON.stringify(deliveries)}::jsonb)`.execute(tx);
}
