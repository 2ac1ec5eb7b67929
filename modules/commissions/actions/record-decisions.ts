import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, type Refusal } from '#platform/refusals';
import { outcomes, reasonCodes } from '../model/decision.ts';
import { agentOf } from '../model/members.ts';
import { awaitingSecond } from '../model/overrides.ts';
import { readRoom } from '../queries/read-room.ts';
import { insertRulings, listRulings, listRulingsById } from '../store/rulings.ts';
import { listAgenda } from '../store/sittings.ts';
import type { RulingRow, SittingRow } from '../store/tables.ts';
import { findSittingToHold } from './find-sitting-to-hold.ts';
import { dueDay } from './open-enquiries.ts';
import { ownFamilyOfActor } from './own-families.ts';
import { checkBatch, Ruled, RuledBatch, type RuledOn, toRuling } from './to-ruling.ts';

/** One deed takes a whole agenda, however many files the law lets on one. */
const MOST_AT_ONCE = 500;

const Recorded = z.object({
  id: z.string(),
  application: z.string(),
  sequence: z.int(),
  /** Said again, so that a computer whose line is cut just then still knows what it recorded. */
  outcome: z.enum(outcomes),
  reason: z.enum(reasonCodes),
  againstScore: z.boolean(),
  needsSecond: z.boolean(),
});

/**
 * Records what the commission rules on one file or on several at once: each keeps its own ruling, reason and journal line. All are recorded or
 * none: the first that cannot be is named by its place. A ruling that is recorded already, by its identifier, changes nothing.
 */
export const recordDecisions = defineAction({
  name: 'commissions.record-decisions',
  summary: 'Record what the commission rules on files of its agenda',
  permission: 'commissions:record',
  input: z.object({ sitting: z.uuid(), rulings: z.array(Ruled).min(1).max(MOST_AT_ONCE), batch: RuledBatch.optional() }),
  output: z.object({ decided: z.int(), againstScore: z.int(), rulings: z.array(Recorded) }),
  refusals: [
    'sitting-not-found',
    'not-allowed',
    'sitting-not-open',
    'not-on-agenda',
    'already-decided',
    'own-family',
    'quorum-lost',
    'reason-does-not-fit',
    'reason-needed-against-score',
    'enquiry-needed',
    'day-past',
    'due-too-late',
    'not-in-the-room',
    'opinions-not-combined',
    'batch-too-large',
    'batch-not-concordant',
    'read-too-fast',
  ],
  async run(context, { sitting: id, rulings, batch }) {
    const held = await findSittingToHold(context, id);
    if (isRefusal(held)) return held;
    const on = await ruledOn(context, held.sitting, rulings);
    const rows = toRows(on, rulings, batch);
    if (isRefusal(rows)) return rows;
    if (rows.length > 0) await insertRulings(context.tx, rows);
    context.journal(...rows.map((row) => lineOf(row)));
    const standing = [...on.rulings.filter((row) => row.withdrawn_at === null), ...rows];
    const waiting = new Set(awaitingSecond(standing, on.law.overridesBeforeSecond.value).map((row) => row.id));
    const recorded = new Map([...on.known.values(), ...rows].map((row) => [row.id, row]));
    const answered = rulings.flatMap((ruling) => toRecorded(recorded.get(ruling.id), waiting));
    return { decided: rulings.length, againstScore: answered.filter((one) => one.againstScore).length, rulings: answered };
  },
});

async function ruledOn(context: DeedContext, sitting: SittingRow, rulings: readonly Ruled[]): Promise<RuledOn> {
  const agenda = await listAgenda(context.tx, [sitting.id]);
  const earlier = await listRulings(context.tx, sitting.id);
  const known = await listRulingsById(
    context.tx,
    rulings.map((ruling) => ruling.id),
  );
  const { room, members, recusals, law } = await readRoom(context.tx, sitting);
  const own = await ownFamilyOfActor(
    context,
    rulings.map((ruling) => ruling.application),
  );
  const hands = new Set(members.filter((one) => one.agent_id === agentOf(context.actor.id)).map((one) => one.id));
  const ownFiles = recusals.filter((one) => hands.has(one.member_id)).map((one) => one.application_id);
  return {
    sitting,
    room,
    law,
    agenda: new Map(agenda.map((item) => [item.application_id, item])),
    rulings: earlier,
    known: new Map(known.map((row) => [row.id, row])),
    decided: new Set(earlier.filter((row) => row.withdrawn_at === null).map((row) => row.application_id)),
    own: new Set([...own, ...ownFiles]),
    dueDay: (asked) => dueDay(context, asked),
    now: context.now.toString(),
    actor: context.actor.id,
  };
}

/** The rulings that are not in the books yet, in the order given. */
function toRows(on: RuledOn, rulings: readonly Ruled[], batch: RuledBatch | undefined): RulingRow[] | Refusal {
  const decided = new Set(on.decided);
  const ids = new Map(on.known);
  const rows: RulingRow[] = [];
  const first = (on.rulings.at(-1)?.sequence ?? 0) + 1;
  for (const [index, ruling] of rulings.entries()) {
    const before = ids.get(ruling.id);
    if (before && isSame(before, on.sitting, ruling)) continue;
    const isDecided = before !== undefined || decided.has(ruling.application);
    const row = toRuling({ ...on, isDecided, sequence: first + rows.length, batch }, ruling);
    if (isRefusal(row)) return { ...row, place: `rulings[${index}]${row.place ? `.${row.place}` : ''}` };
    rows.push(row);
    ids.set(row.id, row);
    decided.add(row.application_id);
  }
  return (batch && rows.length > 0 ? checkBatch(on, rows, batch) : undefined) ?? rows;
}

function isSame(row: RulingRow, sitting: SittingRow, ruling: Ruled): boolean {
  const { sitting_id, application_id, outcome, reason_code } = row;
  const same = sitting_id === sitting.id && application_id === ruling.application;
  return same && outcome === ruling.outcome && reason_code === ruling.reason;
}

function lineOf(row: RulingRow) {
  const { id, application_id, territory, outcome, reason_code: reason, remark, opinions, batch } = row;
  const after = digestOf({ ruling: id, outcome, reason, remark, opinions: opinions as never, batch });
  return { subject: `application:${application_id}`, territory, after, reason };
}

function toRecorded(row: RulingRow | undefined, waiting: ReadonlySet<string>) {
  if (!row) return [];
  const { id, application_id: application, sequence, outcome, reason_code: reason, against_score: againstScore } = row;
  return [{ id, application, sequence, outcome, reason, againstScore, needsSecond: waiting.has(id) }];
}
