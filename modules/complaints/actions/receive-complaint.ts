import { z } from 'zod';
import { lawAt } from '#law';
import { findCommune, findProvince } from '#modules/territory';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { covers } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { complaintNumber } from '../model/complaint-number.ts';
import { needsWords, subjectNames } from '../model/subjects.ts';
import { insertComplaint, takeComplaintNumber } from '../store/complaints.ts';

/** The longest a person writes on a telephone, and more. */
export const LONGEST_COMPLAINT = 2_000;

const Received = z.object({
  subject: z.enum(subjectNames),
  words: z.string().max(LONGEST_COMPLAINT),
  /** The commune of the request it is about, or the province its author named. */
  territory: z.string().max(20),
  /** Given only when the author has shown a right to this request. */
  request: z.object({ id: z.uuid(), number: z.string().max(12) }).optional(),
  language: z.enum(['ar', 'zgh', 'fr', 'en']),
  phone: z.string().max(20).optional(),
  codeSeal: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * Receives a complaint from whoever writes it: it gets a number and the day by which the law promises an answer. The portal does it, within
 * the place that the complaint is about; it refuses a place that the land has not, and a subject that says nothing without words.
 */
export const receiveComplaint = defineAction({
  name: 'complaints.receive-complaint',
  summary: 'Receive a complaint, with its number and the day of its answer',
  permission: 'complaints:receive',
  input: Received,
  output: z.object({ complaint: z.string(), number: z.string(), answerBy: z.string() }),
  refusals: ['place-unknown', 'nothing-said', 'not-allowed'],
  internal: true,
  async run(context, given) {
    const { subject, words, territory } = given;
    if (!findCommune(territory) && !findProvince(territory)) return refuse('place-unknown', { place: 'territory' });
    if (words.trim() === '' && needsWords(subject)) return refuse('nothing-said', { place: 'words' });
    if (!covers(context.actor, territory)) return refuse('not-allowed', { place: 'territory' });
    const number = complaintNumber(context.today.year, await takeComplaintNumber(context.tx));
    const row = toRow(context, given, number);
    await insertComplaint(context.tx, row);
    const { id, answer_by } = row;
    context.journal({
      subject: `complaint:${id}`,
      territory,
      after: digestOf({ complaint: id, state: row.state, subject, words: digestOf(words), answerBy: answer_by }),
    });
    context.emit('complaints.received', { complaint: id, application: row.application_id });
    return { complaint: id, number, answerBy: answer_by };
  },
});

function toRow(context: DeedContext, given: z.output<typeof Received>, number: string) {
  const at = context.now.toString();
  const { answerDays } = lawAt(toIsoDate(context.today)).complaints;
  return {
    id: newId<'complaint'>(),
    number,
    territory: given.territory,
    application_id: given.request?.id ?? null,
    application_number: given.request?.number ?? null,
    subject: given.subject,
    channel: 'portal' as const,
    language: given.language,
    words: given.words,
    phone: given.phone ?? null,
    code_seal: given.codeSeal,
    state: 'received' as const,
    since: at,
    received_at: at,
    answer_by: toIsoDate(addDays(context.today, answerDays.value)),
    answer: null,
    answered_by: null,
  };
}
