import { z } from 'zod';
import { lawAt } from '#law';
import { assessDues } from '#modules/contributions';
import { defineAction } from '#platform/actions';
import { addDays, toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { lastDayOfRight, yearOfRight } from '../model/right.ts';
import { listMembersOn } from '../store/beneficiaries.ts';
import { type EndingRight, listYearsToAsk } from '../store/night.ts';
import { insertRights } from '../store/registrations.ts';

const MOST_AT_ONCE = 500;

/**
 * Asks vulnerable families for the next year of their rights, two weeks before the year they paid for ends: a due for the persons who will
 * then have a part in them, and a right that waits for it from the day after, to the term. Paid in time, it opens without a gap.
 */
export const askNextYear = defineAction({
  name: 'entitlements.ask-next-year',
  summary: 'Ask vulnerable families for the contribution of the next year of their rights',
  permission: 'system:entitlements',
  input: z.object({}),
  output: z.object({ asked: z.int() }),
  refusals: [],
  internal: true,
  async run(context) {
    const law = lawAt(context.today.toString());
    const soon = addDays(context.today, law.contributions.noticeDays.value).toString();
    const months = law.rights.periodMonths.value;
    const ending = await listYearsToAsk(context.tx, { soon, months, limit: MOST_AT_ONCE });
    if (ending.length === 0) return { asked: 0 };
    const numbers = ending.map((right) => right.registration_number);
    const today = context.today.toString();
    const members = await listMembersOn(context.tx, numbers, { day: today, knownAt: undefined });
    const persons = Map.groupBy(members, (member) => member.registration_number);
    await insertRights(
      context.tx,
      ending.map((right) => ({ ...waitingAfter(right, months), known_from: context.now.toString() })),
    );
    await assessDues(
      context,
      ending.map((right) => ({
        ...{ registration: right.registration_number, territory: right.territory },
        ...{ persons: persons.get(right.registration_number)?.length ?? 0, ...yearToAsk(right, months, today) },
      })),
    );
    return { asked: ending.length };
  },
});

function yearToAsk(right: EndingRight, months: number, today: string) {
  const since = toDate(right.registered_on);
  const year = yearOfRight(since, [dayAfter(right), today].sort()[1] ?? today);
  const [yearEnds, rightEnds] = [lastDayOfRight(since, 12 * year).toString(), lastDayOfRight(since, months).toString()];
  return { yearOfRight: right.years_before + year, yearEnds, rightEnds };
}

function waitingAfter(
  { request_id: _request, registered_on: since, years_before: _years, ...right }: EndingRight,
  months: number,
) {
  const to = lastDayOfRight(toDate(since), months).toString();
  return {
    ...right,
    ...{ id: newId(), state: 'pending_payment' as const, from_day: dayAfter(right), to_day: to, reason: 'contribution-due' },
  };
}

function dayAfter({ to_day }: { readonly to_day: string }): string {
  return addDays(toDate(to_day), 1).toString();
}
