import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { casablancaMidnight, toDate, toIsoDate } from '#platform/dates';
import { type State, states } from '../model/lifecycle.ts';
import { holderOf } from '../model/reminding.ts';
import { hasClock, standsSince } from '../model/waiting.ts';
import { endRemindersOfFiles, listStandingLong, listUndecidedLong, type Standing } from '../store/reminders.ts';
import { remind } from './reminding.ts';

/** As many files as one transaction looks at; the night's job goes on where it ended. */
const MOST_AT_ONCE = 500;

/**
 * The clocks that run for files: one for each state that the law gives days, and one from the deposit to the decision. Enquiries have days of their
 * own, and are reminded of by the commissions.
 */
export const fileClocks = [
  ...(Object.keys(states) as State[]).filter(hasClock).filter((state) => state !== 'enquiry'),
  'decision',
] as const;

const Place = z.object({ since: z.iso.datetime({ offset: true }), id: z.uuid() });

/**
 * Warns and escalates, for the files that stand under one clock, a page at a time; before the first page it ends what was told of files that have
 * moved. Twice in a night it tells nothing new; after a week without it, it tells what the week would have.
 */
export const remindHolders = defineAction({
  name: 'applications.remind-holders',
  summary: 'Warn of files that are about to be late, and escalate those that are',
  permission: 'system:applications',
  input: z.object({ clock: z.enum(fileClocks), after: Place.optional() }),
  output: z.object({ warned: z.int(), escalated: z.int(), next: Place.optional() }),
  refusals: [],
  internal: true,
  async run(context, { clock, after }) {
    if (!after) await endRemindersOfFiles(context.tx, clock, context.now.toString());
    const files = await listLong(context, clock, after);
    const stored = await remind(
      context,
      files.map((file) => toStay(clock, file)),
    );
    const warned = stored.filter(({ said }) => said === 'warning').length;
    const last = files.length === MOST_AT_ONCE ? files.at(-1) : undefined;
    return { warned, escalated: stored.length - warned, ...(last ? { next: { since: last.since, id: last.id } } : {}) };
  },
});

type FileClock = (typeof fileClocks)[number];

function listLong({ tx, today }: DeedContext, clock: FileClock, after: z.output<typeof Place> | undefined): Promise<Standing[]> {
  const day = standsSince(clock, 'warning', today);
  const sought = { clock, after, limit: MOST_AT_ONCE };
  if (clock === 'decision') return listUndecidedLong(tx, { ...sought, before: toIsoDate(day) });
  return listStandingLong(tx, { ...sought, before: casablancaMidnight(day).toString() });
}

function toStay(clock: FileClock, { id, number, territory, state, since: from, told }: Standing) {
  const since = clock === 'decision' ? casablancaMidnight(toDate(from)).toString() : from;
  return { kind: 'application', subject: id, number, clock, since, territory, holder: holderOf(state), told } as const;
}
