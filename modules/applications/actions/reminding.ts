import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type PlainDate, toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import type { Holder } from '../model/lifecycle.ts';
import { decideReminder, toldTo } from '../model/reminding.ts';
import { type Clock, promisedFor, waitingFor } from '../model/waiting.ts';
import { endRemindersExcept, insertReminders } from '../store/reminders.ts';
import type { ReminderRow } from '../store/tables.ts';

/** Something that stands with a holder since a moment, under a clock of the law. */
export type Stay = {
  readonly kind: ReminderRow['kind'];
  readonly subject: string;
  /** Read by people. */
  readonly number: string;
  readonly clock: Clock;
  readonly since: string;
  readonly territory: string;
  readonly holder: Holder;
  /** The day that was promised, where one was: then it, and not the clock, says what is late. */
  readonly due?: string;
  /** What was told of it, where that is known; what was told is never told twice. */
  readonly told?: readonly string[];
};

/**
 * Warns the holders of what is about to be late and tells the level above of what is: once for each stay, with a line of the journal each. Part of
 * a deed of the module whose subject it is.
 */
export async function remind(context: DeedContext, stays: readonly Stay[]): Promise<readonly ReminderRow[]> {
  const rows = stays.flatMap((stay) => toReminder(context, stay));
  const stored = await insertReminders(context.tx, rows);
  context.journal(
    ...stored.map(({ kind, subject_id, territory, said, clock, since, told }) => ({
      ...{ subject: `${kind}:${subject_id}`, territory, reason: `${said}:${clock}` },
      after: digestOf({ [kind]: subject_id, clock, since, said, told }),
    })),
  );
  return stored;
}

/** Ends the reminders of a kind whose stay is over: all but of those that still stand. */
export function endReminders(context: DeedContext, kind: Stay['kind'], clock: Clock, standing: readonly Stay[]): Promise<number> {
  return endRemindersExcept(context.tx, { kind, clock, now: context.now.toString() }, standing);
}

/** How long a stay has lasted, and whether it is about to be late or is: by its promised day, or by its clock. */
export function standingOf({ clock, since, due }: Pick<Stay, 'clock' | 'since' | 'due'>, today: PlainDate) {
  return due === undefined ? waitingFor(clock, since, today) : promisedFor(toDate(due), since, today);
}

function toReminder(context: DeedContext, stay: Stay): ReminderRow[] {
  const { days, standing } = standingOf(stay, context.today);
  const said = decideReminder(standing, new Set(stay.told));
  if (!said) return [];
  const { kind, subject, number, clock, since, territory, holder } = stay;
  return [
    {
      ...{ id: newId<'reminder'>(), kind, subject_id: subject, number, clock, since, territory, holder, said, days },
      ...{ told: toldTo(said, holder, territory), told_at: context.now.toString() },
      ...{ over_at: null, answered_at: null, answered_by: null, doing: null },
    },
  ];
}
