import { recordEnvelope } from '#modules/exchange';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { findInTelling } from '../store/findings.ts';
import { advanceSource, dropLines, endList, type ListChange, type ListRow, nameMembers, type Source } from '../store/lists.ts';
import { reconcile } from '../store/reconcile.ts';
import { beginSweepOfNames } from '../store/sweeps.ts';
import { endCases } from './end-cases.ts';
import { fileOverlaps, gatherOverlaps } from './file-overlaps.ts';

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
  await nameMembers(context.tx, { list: list.id, source: source.id, knownAt });
  await followCases(context, { list: list.id, source: source.id, knownAt });
  await close(context, list, { state: 'applied', knownAt, ...told });
  return told;
}

type Telling = { readonly list: string; readonly source: number; readonly knownAt: string };

/** What a list says of RAMED: covers that are over end their cases, those that overlap open some; who is told of by name is looked for after. */
async function followCases(context: DeedContext, { list, source, knownAt }: Telling): Promise<void> {
  await gatherOverlaps(context);
  await endCases(context, { source, knownAt });
  await findInTelling(context.tx, { source, knownAt });
  const { opened, reopened } = await fileOverlaps(context, 'list');
  const requests = [...new Set([...opened, ...reopened].map((one) => one.request_id))].sort();
  for (let at = 0; at < requests.length; at += EVENT)
    context.emit('coverage.cover-changed', { list, applications: requests.slice(at, at + EVENT) });
  const sweep = await beginSweepOfNames(context.tx, { id: newId(), source, toldAt: knownAt, at: context.now.toString() });
  if (sweep !== undefined) context.emit('coverage.sweep-begun', { sweep });
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
