import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listChecks } from '../store/checks.ts';

const Check = z.object({
  partner: z.string(),
  state: z.enum(['asked', 'answered', 'silent']),
  asked_at: z.string(),
  answered_at: z.string().nullable(),
  source_date: z.string().nullable(),
  answers: z.unknown(),
  differences: z.array(
    z.object({
      ref: z.number().int(),
      field: z.enum(['card', 'names', 'birth_date', 'sex', 'vital_status', 'cover']),
      weight: z.enum(['to-settle', 'to-know']),
      declared: z.string(),
      answered: z.string(),
    }),
  ),
});

/** What each partner answered about one request, field by field beside what was declared. */
export const checksOfRequest = defineQuery({
  name: 'verifications.checks-of-request',
  summary: 'What each partner answered about one request, beside what was declared',
  permission: 'verifications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ checks: z.array(Check) }),
  async run({ tx }, { application }) {
    return {
      checks: (await listChecks(tx, [application])).map((row) => ({
        ...row,
        differences: row.differences as z.input<typeof Check>['differences'],
      })),
    };
  },
});

/** Whom these requests wait for, and since when. */
export const silentPartners = defineQuery({
  name: 'verifications.silent-partners',
  summary: 'Whom these requests wait for, and since when',
  permission: 'verifications:read',
  input: z.object({ applications: z.array(z.uuid()).max(10_000) }),
  output: z.object({ waiting: z.array(z.object({ application: z.string(), partner: z.string(), since: z.string() })) }),
  async run({ tx }, { applications }) {
    const rows = (await listChecks(tx, applications)).filter((row) => row.state === 'silent');
    return { waiting: rows.map((row) => ({ application: row.request_id, partner: row.partner, since: row.asked_at })) };
  },
});
