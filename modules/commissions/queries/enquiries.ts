import { z } from 'zod';
import { listFilesInBrief } from '#modules/applications';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { delayOfEnquiry } from '../model/delay.ts';
import { foundCodes, points } from '../model/enquiry.ts';
import { listEnquiries } from '../store/enquiries.ts';
import type { EnquiryRow } from '../store/tables.ts';
import { Names } from './names.ts';

const Finding = z.object({ point: z.enum(points), found: z.enum(foundCodes), words: z.string().optional() });

const Enquiry = z.object({
  id: z.string(),
  application: z.string(),
  number: z.string(),
  names: Names,
  territory: z.string(),
  /** The sitting that asked; none where the secretary did before one. */
  sitting: z.string().optional(),
  question: z.string(),
  points: z.array(z.enum(points)),
  askedAt: z.string(),
  dueOn: z.string(),
  days: z.int(),
  clock: z.enum(['normal', 'warning', 'late']),
  answer: z
    .object({ at: z.string(), met: z.string(), visitedOn: z.string(), findings: z.array(Finding), words: z.string() })
    .optional(),
});

/** Enquiries of the jurisdiction that wait for an answer, the first due first; or answered ones, the latest first; of one file, or of all. */
export const enquiries = defineQuery({
  name: 'commissions.enquiries',
  summary: 'Local enquiries that wait for an answer, the first due first; or those answered',
  permission: 'commissions:see-enquiries',
  input: z.object({
    open: z.boolean().default(true),
    application: z.uuid().optional(),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({ enquiries: z.array(Enquiry) }),
  async run(context, sought) {
    const rows = await listEnquiries(context.tx, sought);
    const asked = rows.map((row) => row.application_id);
    const files = new Map((await listFilesInBrief(context.tx, asked)).map((file) => [file.id, file]));
    return {
      enquiries: rows.flatMap((row) => {
        const file = files.get(row.application_id);
        return file ? [{ ...toAsked(row, context), number: file.number, names: file.names, ...toAnswer(row) }] : [];
      }),
    };
  },
});

function toAsked(row: EnquiryRow, { today }: QuestionContext) {
  const { id, application_id: application, territory, question, points: looked, asked_at: askedAt, due_on: dueOn } = row;
  return {
    ...{ id, application, territory, question, points: [...looked], askedAt, dueOn },
    ...(row.sitting_id === null ? {} : { sitting: row.sitting_id }),
    ...delayOfEnquiry({ askedAt, dueOn }, today),
  };
}

function toAnswer({ answered_at: at, findings, words }: EnquiryRow) {
  if (at === null || findings === null) return {};
  const { points: found, met, visitedOn } = findings;
  return { answer: { at, met, visitedOn, findings: found.map((one) => ({ ...one })), words: words ?? '' } };
}
