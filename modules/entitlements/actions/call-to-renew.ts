import { z } from 'zod';
import { lawAt } from '#law';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays, addMonths } from '#platform/dates';
import { type CalledRow, callPlanned, callUnplanned, remindCalled } from '../store/renewals.ts';

const MOST_AT_ONCE = 500;
export const renewalSteps = ['planned', 'opened', 'reminder'] as const;

/**
 * Calls families to renew: those whose day by the plan has come; those whom no plan gave one, as the renewal opens; and once more, before the end,
 * those who were called. Each is called once and reminded once, however often the night is done again.
 */
export const callToRenew = defineAction({
  name: 'entitlements.call-to-renew',
  summary: 'Call families whose rights will end to renew them',
  permission: 'system:entitlements',
  input: z.object({ step: z.enum(renewalSteps) }),
  output: z.object({ called: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { step }) {
    const called = await portionOf(context, step);
    if (called.length === 0) return { called: 0 };
    context.journal(
      ...called.map(({ registration_number, territory, call_on: day }) => ({
        subject: `registration:${registration_number}`,
        territory,
        after: digestOf({ registration: registration_number, renewal: step, day }),
      })),
    );
    const registrations = called.map((row) => row.registration_number);
    context.emit(step === 'reminder' ? 'entitlements.renewal-reminded' : 'entitlements.renewal-called', { registrations });
    return { called: called.length };
  },
});

function portionOf({ tx, today, now }: DeedContext, step: (typeof renewalSteps)[number]): Promise<CalledRow[]> {
  const { rights } = lawAt(today.toString());
  const portion = { today: today.toString(), now: now.toString(), limit: MOST_AT_ONCE };
  if (step === 'planned') return callPlanned(tx, portion);
  if (step === 'reminder') return remindCalled(tx, addDays(today, rights.renewalReminderDays.value).toString(), portion);
  const to = addMonths(today, rights.renewalOpensMonths.value).toString();
  return callUnplanned(tx, { from: today.toString(), to, months: rights.periodMonths.value }, portion);
}
