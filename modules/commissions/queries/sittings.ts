import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { casablancaDate, Temporal, toIsoDate } from '#platform/dates';
import { reasonCodes } from '../model/decision.ts';
import { listRulings } from '../store/rulings.ts';
import { listAgenda, listLatestDecisions } from '../store/sittings.ts';
import { tables } from '../store/tables.ts';
import { ON_APPEAL, withReforms } from './reforms.ts';

const Sitting = z.object({ id: z.string(), number: z.string(), territory: z.string(), held_on: z.string(), state: z.string() });

/** The sittings of the asker's jurisdiction in some states, the earliest first; `rehearsal` keeps to those the named cast holds. */
export const sittingsByState = defineQuery({
  name: 'commissions.sittings-by-state',
  summary: 'The sittings of the jurisdiction in some states, the earliest first',
  permission: 'commissions:read',
  input: z.object({
    states: z.array(z.enum(['convened', 'agenda_frozen', 'open', 'sealed', 'validated'])).min(1),
    rehearsal: z.boolean().default(false),
    limit: z.int().min(1).max(500).default(100),
  }),
  output: z.object({ sittings: z.array(Sitting) }),
  async run({ tx }, { states, rehearsal, limit }) {
    const sittings = await tables(tx)
      .selectFrom('sitting')
      .select(['id', 'number', 'territory', 'held_on', 'state'])
      .where('state', 'in', states)
      .$if(rehearsal, (found) => found.where('rehearsal', '=', true))
      .orderBy('held_on')
      .orderBy('id')
      .limit(limit)
      .execute();
    return { sittings };
  },
});

const AgendaFile = z.object({
  application: z.string(),
  position: z.int(),
  proposal: z.enum(['poor', 'vulnerable', 'not_eligible']),
  decided: z.boolean(),
});

/** What a sitting has on its agenda, in order, and what is already ruled on. */
export const agendaOfSitting = defineQuery({
  name: 'commissions.agenda-of-sitting',
  summary: 'What a sitting has on its agenda, and what is already ruled on',
  permission: 'commissions:read',
  input: z.object({ sitting: z.uuid() }),
  output: z.object({ files: z.array(AgendaFile) }),
  async run({ tx }, { sitting }) {
    const standing = (await listRulings(tx, sitting)).filter((row) => row.withdrawn_at === null);
    const decided = new Set(standing.map((row) => row.application_id));
    const agenda = await listAgenda(tx, [sitting]);
    return {
      files: agenda.map((item) => ({
        application: item.application_id,
        position: item.position,
        proposal: item.proposal,
        decided: decided.has(item.application_id),
      })),
    };
  },
});

export type FileDecision = {
  readonly application: string;
  readonly outcome: string;
  readonly reasonCode: string;
  readonly remark: string | undefined;
  readonly heldOn: string;
  readonly sitting: string;
  /** Whether the province has validated it: before, it opens nothing. */
  readonly isValidated: boolean;
  /** The day the province validated it, from which a family may contest it. */
  readonly validatedOn: string | undefined;
};

/** The last word of a commission on each of these files. */
export async function latestDecisions(tx: Tx, applications: readonly string[]): Promise<FileDecision[]> {
  const rows = await listLatestDecisions(tx, applications);
  const decisions = rows.map((row) => ({
    application: row.application_id,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    remark: row.remark ?? undefined,
    heldOn: row.held_on,
    sitting: row.number,
    isValidated: row.sitting_state === 'validated' && !row.returned,
    validatedOn: row.validated_at === null ? undefined : toIsoDate(casablancaDate(Temporal.Instant.from(row.validated_at))),
  }));
  return withReforms(tx, decisions);
}

/** The decision on one file, for the family that follows it and the agents who serve it. */
export const decisionOnFile = defineQuery({
  name: 'commissions.decision-on-file',
  summary: 'The decision on one file',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({
    decision: z
      .object({
        outcome: z.string(),
        reasonCode: z.enum([...reasonCodes, ON_APPEAL]),
        remark: z.string().optional(),
        heldOn: z.string(),
        sitting: z.string(),
        validatedOn: z.string().optional(),
      })
      .optional(),
  }),
  async run({ tx }, { application }) {
    const [found] = await latestDecisions(tx, [application]);
    return { decision: found as never };
  },
});
