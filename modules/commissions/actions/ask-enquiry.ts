import { z } from 'zod';
import { askEnquiries } from '#modules/applications';
import { defineAction } from '#platform/actions';
import { isRefusal, refuse } from '#platform/refusals';
import { points } from '../model/enquiry.ts';
import { dueDay, openEnquiries } from './open-enquiries.ts';

/**
 * Asks for a local enquiry about a scored file before it goes to a sitting: what is to be found out, which points, by when. The file waits for
 * a field agent. Refused when it is not scored, or the day is past or later than the law lets an enquiry wait.
 */
export const askEnquiry = defineAction({
  name: 'commissions.ask-enquiry',
  summary: 'Ask for a local enquiry about a scored file',
  permission: 'commissions:prepare',
  input: z.object({
    application: z.uuid(),
    question: z.string().trim().min(1).max(1_000),
    points: z.array(z.enum(points)).min(1).max(points.length),
    dueOn: z.iso.date().optional(),
  }),
  output: z.object({ application: z.string(), number: z.string(), dueOn: z.string() }),
  refusals: ['file-not-scored', 'day-past', 'due-too-late'],
  async run(context, { application, question, points: asked, dueOn: wanted }) {
    const dueOn = dueDay(context, wanted);
    if (isRefusal(dueOn)) return dueOn;
    const [moved] = await askEnquiries(context, [{ id: application, reason: 'living-conditions-to-see' }]);
    if (!moved) return refuse('file-not-scored', { place: 'application' });
    const { territory, number } = moved;
    await openEnquiries(context, [{ application, territory, question, points: [...new Set(asked)], dueOn }]);
    return { application, number, dueOn };
  },
});
