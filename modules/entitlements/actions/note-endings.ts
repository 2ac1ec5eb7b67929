import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays } from '#platform/dates';
import { noteEndings } from '../store/beneficiaries.ts';
import { listRegistrations } from '../store/registrations.ts';
import { closeEmptied } from './close-emptied.ts';
import { householdsChanged } from './households-changed.ts';

const MOST_AT_ONCE = 500;

/**
 * Tells that children are about to reach the age at which their rights end, so that the family may justify studies or the child apply, and that
 * members' rights have ended. The end itself stands in their periods since it was foreseen: a night that is missed lengthens no right.
 */
export const noteMemberEndings = defineAction({
  name: 'entitlements.note-endings',
  summary: 'Tell of members whose rights are about to end by age, and of those whose rights ended',
  permission: 'system:entitlements',
  input: z.object({ step: z.enum(['foreseen', 'ended']) }),
  output: z.object({ noted: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { step }) {
    const until = addDays(context.today, lawAt(context.today.toString()).rights.ageingNoticeDays.value).toString();
    const members = await noteEndings(context.tx, { step, today: context.today.toString(), until, limit: MOST_AT_ONCE });
    if (members.length === 0) return { noted: 0 };
    context.journal(
      ...members.map(({ registration_number, territory, person_id: person, to_day: end, ends_by: by }) => ({
        subject: `registration:${registration_number}`,
        territory,
        after: digestOf({ person, end, by, noted: step }),
        reason: by ?? '',
      })),
    );
    const registrations = [...new Set(members.map((member) => member.registration_number))];
    if (step === 'foreseen') context.emit('entitlements.ageing-foreseen', { registrations });
    else {
      await householdsChanged(context, registrations);
      for (const family of await listRegistrations(context.tx, registrations)) await closeEmptied(context, family, 'decision');
    }
    return { noted: members.length };
  },
});
