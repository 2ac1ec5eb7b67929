import { z } from 'zod';
import { listFilesNamed } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import { casablancaDate, Temporal } from '#platform/dates';
import { appealCriteria, appealStates } from '../model/appeal.ts';
import { appealClock, clockStandings } from '../model/appeal-clock.ts';
import { outcomes } from '../model/decision.ts';
import { listAppeals } from '../store/appeals.ts';
import { listDecisionsOfFiles } from '../store/first-decisions.ts';

const Name = z.object({ given: z.string(), family: z.string() });

const Queued = z.object({
  id: z.string(),
  number: z.string(),
  application: z.string(),
  request: z.string(),
  names: z.object({ fr: Name.optional(), ar: Name.optional() }),
  territory: z.string(),
  state: z.enum(appealStates),
  criteria: z.array(z.enum(appealCriteria)),
  filedOn: z.string(),
  isLate: z.boolean(),
  answerBy: z.string(),
  daysLeft: z.int(),
  clock: z.enum(clockStandings),
  first: z.enum(outcomes).optional(),
});

/** The appeals that somebody of the province must act on, those whose delay ends first before the others. */
export const appealsQueue = defineQuery({
  name: 'commissions.appeals-queue',
  summary: 'The appeals of the jurisdiction by deadline, with how long is left',
  permission: 'commissions:read',
  input: z.object({
    states: z.array(z.enum(appealStates)).min(1).default(['filed', 'admitted', 'scheduled']),
    limit: z.int().min(1).max(500).default(100),
  }),
  output: z.object({ appeals: z.array(Queued) }),
  async run({ tx, today }, { states, limit }) {
    const appeals = await listAppeals(tx, states, limit);
    const ids = appeals.map((appeal) => appeal.application_id);
    const files = await listFilesNamed(tx, ids);
    const firsts = await listDecisionsOfFiles(tx, ids);
    return {
      appeals: appeals.map((appeal) => {
        const file = files.get(appeal.application_id);
        const first = firsts.find((one) => one.sitting_id === appeal.sitting_id && one.application_id === appeal.application_id);
        return {
          ...{ id: appeal.id, number: appeal.number, application: appeal.application_id, request: file?.number ?? '' },
          ...{ names: file?.names ?? {}, territory: appeal.territory, state: appeal.state, criteria: appeal.criteria },
          ...{ isLate: appeal.is_late, answerBy: appeal.answer_by, ...appealClock(appeal.answer_by, today) },
          filedOn: casablancaDate(Temporal.Instant.from(appeal.filed_at)).toString(),
          ...(first ? { first: first.outcome } : {}),
        };
      }),
    };
  },
});
