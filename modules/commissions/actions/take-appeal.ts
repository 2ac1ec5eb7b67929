import { z } from 'zod';
import { lawAt } from '#law';
import { depositDayOf } from '#modules/applications';
import { defineAction } from '#platform/actions';
import { toDate } from '#platform/dates';
import { Contesting, Recorded, recordAppeal, recordRefusals } from './record-appeal.ts';

/**
 * Writes down at a counter what a family contests, in its own words. A counter may have no network for days: the appeal counts from the day
 * the family came, when that day can be; otherwise from the day it arrives.
 */
export const takeAppeal = defineAction({
  name: 'commissions.take-appeal',
  summary: 'Write down at a counter that a family contests its decision',
  permission: 'commissions:take-appeals',
  input: Contesting.extend({ broughtOn: z.iso.date().optional() }),
  output: Recorded,
  refusals: [...recordRefusals],
  run(context, { broughtOn, ...contesting }) {
    const days = lawAt(context.today.toString()).applications.counterEntryDays.value;
    const { day } = depositDayOf(broughtOn === undefined ? undefined : toDate(broughtOn), { today: context.today, days });
    return recordAppeal(context, contesting, { on: day, channel: 'counter', takenBy: context.actor.id });
  },
});
