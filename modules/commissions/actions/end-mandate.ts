import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays, toDate, toIsoDate } from '#platform/dates';
import { refuse } from '#platform/refusals';
import { endMemberRow, findMember, lockCommission } from '../store/members.ts';

/**
 * Ends the mandate of a member: the last day it is held, today or later; one that has not begun is ended before it does. What the member did
 * stays in the books.
 */
export const endMandate = defineAction({
  name: 'commissions.end-mandate',
  summary: 'End the mandate of a member of a commission',
  permission: 'commissions:seat-members',
  input: z.object({ member: z.uuid(), on: z.iso.date() }),
  output: z.object({ member: z.string(), lastDay: z.string() }),
  refusals: ['member-unknown', 'mandate-over', 'day-past'],
  async run(context, { member: id, on }) {
    const known = await findMember(context.tx, id);
    if (!known) return refuse('member-unknown', { place: 'member' });
    await lockCommission(context.tx, known.commission_id);
    const member = (await findMember(context.tx, id)) ?? known;
    const today = toIsoDate(context.today);
    if (member.held_to !== null && (member.held_to <= on || member.held_to < today))
      return refuse('mandate-over', { place: 'member', facts: { name: member.name_fr } });
    if (on < today) return refuse('day-past', { place: 'on', facts: { day: on } });
    const lastDay = on < member.held_from ? toIsoDate(addDays(toDate(member.held_from), -1)) : on;
    await endMemberRow(context.tx, id, lastDay);
    context.journal({
      subject: `commission:${member.commission_id}`,
      territory: member.territory,
      before: digestOf({ member: id, until: member.held_to }),
      after: digestOf({ member: id, until: lastDay }),
    });
    return { member: id, lastDay };
  },
});
