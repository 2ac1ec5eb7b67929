import { z } from 'zod';
import { noteEnquiryAnswered } from '#modules/applications';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { casablancaDate, Temporal, toIsoDate } from '#platform/dates';
import { refuse } from '#platform/refusals';
import { decideAnswer, foundCodes, points } from '../model/enquiry.ts';
import { answerEnquiryRow, findEnquiryForUpdate } from '../store/enquiries.ts';

const Finding = z.object({
  point: z.enum(points),
  found: z.enum(foundCodes),
  words: z.string().trim().min(1).max(1_000).optional(),
});

/**
 * Notes what a field agent found: each point that was asked, who was met, on which day, and the whole in words. Once, whether late or not; the
 * file goes back to the commission's secretary and comes first on the next agenda.
 */
export const answerEnquiry = defineAction({
  name: 'commissions.answer-enquiry',
  summary: 'Answer a local enquiry, point by point',
  permission: 'commissions:enquire',
  input: z.object({
    enquiry: z.uuid(),
    findings: z.array(Finding).min(1).max(points.length),
    met: z.string().trim().min(1).max(160),
    visitedOn: z.iso.date(),
    words: z.string().trim().min(1).max(2_000),
  }),
  output: z.object({ enquiry: z.string(), application: z.string(), number: z.string(), isLate: z.boolean() }),
  refusals: ['enquiry-not-found', 'already-answered', 'points-missing', 'visit-not-possible'],
  async run(context, { enquiry: id, findings: found, met, visitedOn, words }) {
    const enquiry = await findEnquiryForUpdate(context.tx, id);
    if (!enquiry) return refuse('enquiry-not-found', { place: 'enquiry' });
    if (enquiry.answered_at !== null) return refuse('already-answered', { place: 'enquiry' });
    const findings = { points: found, met, visitedOn };
    const asked = { points: enquiry.points, askedOn: toIsoDate(casablancaDate(Temporal.Instant.from(enquiry.asked_at))) };
    const refused = decideAnswer(asked, findings, toIsoDate(context.today));
    if (refused) return refused;
    await answerEnquiryRow(context.tx, id, { at: context.now.toString(), by: context.actor.id, findings, words });
    const moved = await noteEnquiryAnswered(context, enquiry.application_id);
    if (!moved) throw new Error(`enquiry ${id} is open, and its file does not wait for it`);
    context.journal({
      subject: `application:${enquiry.application_id}`,
      territory: enquiry.territory,
      after: digestOf({ enquiry: id, findings: { ...findings, points: found.map((one) => ({ ...one })) }, words }),
    });
    const isLate = toIsoDate(context.today) > enquiry.due_on;
    return { enquiry: id, application: enquiry.application_id, number: moved.number, isLate };
  },
});
