import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { complaintPassages } from '../model/lifecycle.ts';
import { findComplaintForUpdate, updateComplaint } from '../store/complaints.ts';

/** Answers a complaint in words that its author reads on the portal. An answer is given once. */
export const answerComplaint = defineAction({
  name: 'complaints.answer-complaint',
  summary: 'Answer a complaint in words its author can read',
  permission: 'complaints:answer',
  input: z.object({ complaint: z.uuid(), answer: z.string().trim().min(1).max(2_000) }),
  output: z.object({ number: z.string() }),
  refusals: ['complaint-not-found', 'already-answered'],
  async run(context, { complaint: id, answer }) {
    const complaint = await findComplaintForUpdate(context.tx, id);
    if (!complaint) return refuse('complaint-not-found', { place: 'complaint' });
    const { from, to } = complaintPassages.answer;
    if (complaint.state !== from) return refuse('already-answered', { place: 'complaint', facts: { number: complaint.number } });
    const since = context.now.toString();
    await updateComplaint(context.tx, id, { state: to, since, answer, answered_by: context.actor.id });
    context.journal({
      subject: `complaint:${id}`,
      territory: complaint.territory,
      before: digestOf({ complaint: id, state: from }),
      after: digestOf({ complaint: id, state: to, answer: digestOf(answer) }),
    });
    context.emit('complaints.answered', { complaint: id, application: complaint.application_id });
    return { number: complaint.number };
  },
});
