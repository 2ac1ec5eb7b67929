import { z } from 'zod';
import { listFilesInBrief } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import { appealCriteria, appealStates } from '../model/appeal.ts';
import { findAppealOfFile, listAppeals } from '../store/appeals.ts';
import type { AppealRow } from '../store/tables.ts';

const Appeal = z.object({
  id: z.string(),
  number: z.string(),
  application: z.string(),
  territory: z.string(),
  state: z.enum(appealStates),
  since: z.string(),
  filedAt: z.string(),
  lastDay: z.string(),
  isLate: z.boolean(),
  answerBy: z.string(),
  criteria: z.array(z.enum(appealCriteria)),
  words: z.string(),
  phone: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Appeal = z.output<typeof Appeal>;

/** The appeal of a family against the decision on its file, for the family that follows it and the agents who serve it. */
export const appealOfFile = defineQuery({
  name: 'commissions.appeal-of-file',
  summary: 'The appeal against the decision on one file',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ appeal: Appeal.optional() }),
  async run({ tx }, { application }) {
    const found = await findAppealOfFile(tx, application);
    return { appeal: found && toAppeal(found) };
  },
});

/** The appeals of the jurisdiction in a state, the longest waiting first. */
export const appealsByState = defineQuery({
  name: 'commissions.appeals-by-state',
  summary: 'The appeals of the jurisdiction in a state, the longest waiting first',
  permission: 'commissions:read',
  input: z.object({ state: z.enum(appealStates).default('filed'), limit: z.int().min(1).max(500).default(50) }),
  output: z.object({ appeals: z.array(Appeal.extend({ request: z.string() })) }),
  async run({ tx }, { state, limit }) {
    const appeals = await listAppeals(tx, state, limit);
    const files = await listFilesInBrief(
      tx,
      appeals.map((appeal) => appeal.application_id),
    );
    const numbers = new Map(files.map((file) => [file.id, file.number]));
    return { appeals: appeals.map((appeal) => ({ ...toAppeal(appeal), request: numbers.get(appeal.application_id) ?? '' })) };
  },
});

function toAppeal(row: AppealRow): Appeal {
  return {
    id: row.id,
    number: row.number,
    application: row.application_id,
    territory: row.territory,
    state: row.state,
    since: row.since,
    filedAt: row.filed_at,
    lastDay: row.last_day,
    isLate: row.is_late,
    answerBy: row.answer_by,
    criteria: row.criteria,
    words: row.words,
    phone: row.phone,
    reason: row.reason,
  };
}
