import { recordEnvelope } from '#modules/exchange';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { advanceSource, dropLines, endList, type ListChange, type ListRow, type Source } from '../store/lists.ts';
import { suspectOverlaps } from '../store/ramed-members.ts';
import { reconcile } from '../store/reconcile.ts';

/** Requests told of in one event. */
const EVENT = 2_000;

/** Applies a list whose touched members are found: what it says is known from now on, and what overlaps RAMED is suspected. */
export async function layOver(
  context: DeedContext,
  list: ListRow,
  source: Source,
): Promise<{ superseded: number; written: number }> {
  const { standsOn, kind } = list;
  const isLate = source.lastFullDay !== null && standsOn < source.lastFullDay;
  const now = context.now.toString();
  const knownAt = await advanceSource(context.tx, source.id, { now, day: standsOn, fullDay: kind === 'full' ? standsOn : null });
  const told = await reconcile(context.tx, {
    list: list.id,
    source: source.id,
    kind,
    standsAt: `${standsOn}T00:00:00Z`,
    standsOn,
    before: isLate ? source.lastFullDay : null,
    knownAt,
  });
  const overlaps = await suspectOverlaps(context.tx, { source: source.id, knownAt });
  const requests = [...new Set(overlaps.map((overlap) => overlap.request_id))].sort();
  for (let at = 0; at < requests.length; at += EVENT)
    context.emit('coverage.cover-changed', { list: list.id, applications: requests.slice(at, at + EVENT) });
  context.journal(
    ...overlaps.map(({ request_id, territory }) => ({
      subject: `application:${request_id}`,
      territory,
      after: digestOf({ application: request_id, list: list.id, case: 'suspected' }),
      reason: 'covered elsewhere',
    })),
  );
  await close(context, list, { state: 'applied', knownAt, ...told });
  return told;
}

/** A list has come to its end: its lines go, its file stays, the sender's envelope is acknowledged or refused. */
export async function close(context: DeedContext, list: ListRow, change: ListChange): Promise<void> {
  await endList(context.tx, list.id, change);
  await dropLines(context.tx, list.id);
  await recordEnvelope(context.tx, {
    id: list.id,
    partner: list.partner,
    direction: 'in',
    subject: 'cover-list',
    state: change.state === 'applied' ? 'acknowledged' : 'refused',
    items: list.linesTold,
    at: context.now.toString(),
    closed: true,
    acknowledgement: list.id,
    bodyDigest: list.fileDigest,
    sourceDate: list.standsOn,
    ...(change.state === 'applied' ? {} : { failure: change.fault?.rule ?? change.state }),
  });
  context.journal({
    subject: `cover-list:${list.id}`,
    territory: '',
    before: digestOf({ list: list.id, state: list.state }),
    after: digestOf({ list: list.id, state: change.state }),
    reason: change.fault?.rule ?? change.state,
  });
  context.emit('coverage.list-ended', { list: list.id });
}
