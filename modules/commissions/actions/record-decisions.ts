import { z } from 'zod';
import { noteRulings } from '#modules/applications';
import { type DeedContext, defineAction } from '#platform/actions';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { decideRuling, outcomes, reasonCodes } from '../model/decision.ts';
import { SITTING_CAPACITY } from '../model/sitting.ts';
import { findSittingForUpdate, insertDecisions, listAgenda, listDecisions } from '../store/sittings.ts';
import type { AgendaRow, DecisionRow, SittingRow } from '../store/tables.ts';

const Ruling = z.object({
  application: z.uuid(),
  outcome: z.enum(outcomes),
  reason: z.enum(reasonCodes),
  remark: z.string().trim().max(2_000).optional(),
});
type Ruling = z.output<typeof Ruling>;

/**
 * Records what the commission rules on one file or on several at once: each file keeps its own decision, reason and journal line. All are
 * recorded or none: the first that cannot be is named by its place.
 */
export const recordDecisions = defineAction({
  name: 'commissions.record-decisions',
  summary: 'Record what the commission rules on files of its agenda',
  permission: 'commissions:record',
  input: z.object({ sitting: z.uuid(), rulings: z.array(Ruling).min(1).max(SITTING_CAPACITY) }),
  output: z.object({ decided: z.int(), againstScore: z.int() }),
  refusals: [
    'sitting-not-found',
    'sitting-not-open',
    'not-on-agenda',
    'already-decided',
    'reason-does-not-fit',
    'reason-needed-against-score',
  ],
  async run(context, { sitting: id, rulings }) {
    const sitting = await findSittingForUpdate(context.tx, id);
    if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
    if (sitting.state !== 'open') return refuse('sitting-not-open', { place: 'sitting', facts: { state: sitting.state } });
    const agenda = new Map((await listAgenda(context.tx, [id])).map((item) => [item.application_id, item]));
    const decided = new Set((await listDecisions(context.tx, [id])).map((decision) => decision.application_id));
    const rows: DecisionRow[] = [];
    for (const [index, ruling] of rulings.entries()) {
      const row = toDecision(context, sitting, ruling, {
        item: agenda.get(ruling.application),
        isDecided: decided.has(ruling.application),
      });
      if (isRefusal(row)) return { ...row, place: `rulings[${index}]${row.place ? `.${row.place}` : ''}` };
      rows.push(row);
      decided.add(ruling.application);
    }
    await insertDecisions(context.tx, rows);
    const moved = await noteRulings(
      context,
      rows.map((row) => ({ id: row.application_id, outcome: row.outcome, reason: row.reason_code })),
    );
    if (moved.length !== rows.length) throw new Error(`sitting ${id}: a file of its agenda is not scheduled any more`);
    return { decided: rows.length, againstScore: rows.filter((row) => row.against_score).length };
  },
});

type Standing = { item: AgendaRow | undefined; isDecided: boolean };

function toDecision(
  context: DeedContext,
  sitting: SittingRow,
  ruling: Ruling,
  { item, isDecided }: Standing,
): DecisionRow | Refusal {
  if (!item) return refuse('not-on-agenda', { place: 'application' });
  if (isDecided) return refuse('already-decided', { place: 'application' });
  const ruled = decideRuling(item.proposal, ruling.outcome, ruling.reason);
  if (isRefusal(ruled)) return ruled;
  return {
    sitting_id: sitting.id,
    application_id: ruling.application,
    territory: sitting.territory,
    outcome: ruling.outcome,
    reason_code: ruling.reason,
    remark: ruling.remark ?? null,
    against_score: ruled.againstScore,
    decided_at: context.now.toString(),
    actor: context.actor.id,
    ruling_id: null,
  };
}
