import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { casablancaEndOf, casablancaMidnight, toDate, toIsoDate } from '#platform/dates';
import { normaliseTyped } from '#platform/numbers';
import { complaintStates } from '../model/lifecycle.ts';
import { subjectNames } from '../model/subjects.ts';
import { countBySubject, findByNumber, findByPair, listInState, listOfApplication } from '../store/complaints.ts';
import type { ComplaintRow } from '../store/tables.ts';

const Brief = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.enum(subjectNames),
  state: z.enum(complaintStates),
  since: z.string(),
  territory: z.string(),
  received_at: z.string(),
  answer_by: z.string(),
  application_id: z.string().nullable(),
  application_number: z.string().nullable(),
});
export type BriefComplaint = z.output<typeof Brief>;

const Whole = Brief.extend({
  /** In which its author wrote, and reads the answer. */
  language: z.enum(['ar', 'zgh', 'fr', 'en']),
  words: z.string(),
  phone: z.string().nullable(),
  answer: z.string().nullable(),
});
export type WholeComplaint = z.output<typeof Whole>;

/** Which complaint a number and the code of its author open. Says the same nothing for a wrong number and a wrong code. */
export const followedComplaint = defineQuery({
  name: 'complaints.followed-complaint',
  summary: 'A complaint by its number and the code its author was given',
  permission: 'public:follow-complaint',
  reach: 'nation',
  internal: true,
  input: z.object({ number: z.string().max(40), codeSeal: z.string().max(64) }),
  output: z.object({ complaint: Brief.pick({ id: true, number: true, territory: true }).optional() }),
  async run({ tx }, { number, codeSeal }) {
    const found = await findByPair(tx, normaliseTyped(number), codeSeal);
    return { complaint: found && { id: found.id, number: found.number, territory: found.territory } };
  },
});

/** One complaint whole, within the asker's jurisdiction. */
export const complaintNumbered = defineQuery({
  name: 'complaints.complaint-numbered',
  summary: 'One complaint whole, by its number, within the jurisdiction',
  permission: 'complaints:read',
  input: z.object({ number: z.string().max(40) }),
  output: z.object({ complaint: Whole.optional() }),
  async run({ tx }, { number }) {
    const found = await findByNumber(tx, normaliseTyped(number));
    return { complaint: found && toWhole(found) };
  },
});

/** The complaints about one request, the newest first. */
export const complaintsOfRequest = defineQuery({
  name: 'complaints.complaints-of-request',
  summary: 'The complaints about one request, the newest first',
  permission: 'complaints:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ complaints: z.array(Brief) }),
  run: async ({ tx }, { application }) => ({ complaints: (await listOfApplication(tx, application)).map(toBrief) }),
});

/** The complaints of the jurisdiction in a state, those promised first before the others. */
export const complaintsByState = defineQuery({
  name: 'complaints.complaints-by-state',
  summary: 'The complaints of the jurisdiction in a state, the first promised first',
  permission: 'complaints:read',
  input: z.object({ state: z.enum(complaintStates).default('received'), limit: z.int().min(1).max(500).default(50) }),
  output: z.object({ complaints: z.array(Brief) }),
  run: async ({ tx }, { state, limit }) => ({ complaints: (await listInState(tx, state, limit)).map(toBrief) }),
});

const Counted = z.object({
  subject: z.enum(subjectNames),
  state: z.enum(complaintStates),
  complaints: z.int(),
  /** Of these, received and past the day promised. */
  overdue: z.int(),
});

/** How many complaints of each subject came in between two days, both included: what tables 3 and 4 of the activity report count. */
export const complaintsCounted = defineQuery({
  name: 'complaints.complaints-counted',
  summary: 'How many complaints of each subject came in between two days',
  permission: 'complaints:read',
  input: z.object({ from: z.iso.date(), to: z.iso.date() }),
  output: z.object({ counts: z.array(Counted) }),
  async run({ tx, today }, { from, to }) {
    const period = { from: casablancaMidnight(toDate(from)), until: casablancaEndOf(toDate(to)) };
    return { counts: await countBySubject(tx, { ...period, today: toIsoDate(today) }) };
  },
});

function toBrief(row: ComplaintRow): BriefComplaint {
  const { id, number, subject, state, since, territory, received_at, answer_by, application_id, application_number } = row;
  return { id, number, subject, state, since, territory, received_at, answer_by, application_id, application_number };
}

function toWhole(row: ComplaintRow): WholeComplaint {
  return { ...toBrief(row), language: row.language, words: row.words, phone: row.phone, answer: row.answer };
}
