import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { type Institution, quorumOf } from '../model/quorum.ts';
import { findSittingForUpdate, insertAttendance, moveSittings } from '../store/sittings.ts';

const Member = z.object({
  institution: z.enum(['interior', 'health', 'finance', 'entraide_nationale', 'local_authority']),
  member: z.string().trim().min(1).max(160),
});

/** Notes who is present and for which institution, and opens the sitting, on its day, when enough institutions sit. */
export const openSitting = defineAction({
  name: 'commissions.open-sitting',
  summary: 'Note the members present and open the sitting',
  permission: 'commissions:record',
  input: z.object({ sitting: z.uuid(), present: z.array(Member).max(20) }),
  output: z.object({ sitting: z.string(), present: z.int(), needed: z.int() }),
  refusals: ['sitting-not-found', 'agenda-not-frozen', 'not-the-day', 'quorum-not-reached', 'institution-listed-twice'],
  async run(context, { sitting: id, present }) {
    const sitting = await findSittingForUpdate(context.tx, id);
    if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
    if (sitting.state !== 'agenda_frozen')
      return refuse('agenda-not-frozen', { place: 'sitting', facts: { state: sitting.state } });
    if (sitting.held_on !== context.today.toString())
      return refuse('not-the-day', { place: 'sitting', facts: { day: sitting.held_on } });
    if (new Set(present.map((seat) => seat.institution)).size !== present.length)
      return refuse('institution-listed-twice', { place: 'present' });
    const law = lawAt(sitting.held_on).commissions;
    const quorum = quorumOf(
      present.map((seat) => seat.institution as Institution),
      { institutions: law.institutions.value, quorum: law.quorum.value },
    );
    if (!quorum.reached)
      return refuse('quorum-not-reached', { place: 'present', facts: { present: quorum.present, needed: quorum.needed } });
    await insertAttendance(
      context.tx,
      present.map((seat) => ({
        sitting_id: id,
        institution: seat.institution,
        member: seat.member,
        territory: sitting.territory,
      })),
    );
    await moveSittings(context.tx, 'open', [id], { opened_at: context.now.toString() });
    context.journal({
      subject: `sitting:${id}`,
      territory: sitting.territory,
      after: digestOf({ sitting: id, present }),
      reason: `${quorum.present}/${quorum.needed}`,
    });
    return { sitting: id, present: quorum.present, needed: quorum.needed };
  },
});
