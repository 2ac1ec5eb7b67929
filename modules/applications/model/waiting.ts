import { type Law, lawAt } from '#law';
import { casablancaDate, daysBetween, type PlainDate, Temporal, toIsoDate } from '#platform/dates';
import type { State } from './lifecycle.ts';
import type { NeededKind } from './needed-papers.ts';
import { neededKinds } from './needed-papers.ts';

export type Standing = 'on-time' | 'warning' | 'late';

/** A delay of the law with a clock: most bear the name of the state they are for. */
export type Clock = keyof Law['deadlines'];

/** How long something has stood since a moment, against the days a clock of the law of then allows. */
export function waitingFor(
  clock: Clock,
  since: string,
  today: PlainDate,
): { readonly days: number; readonly standing: Standing } {
  const from = casablancaDate(Temporal.Instant.from(since));
  const days = Math.max(0, daysBetween(from, today));
  const allowed = lawAt(toIsoDate(from)).deadlines[clock].value;
  if (days <= allowed.warning) return { days, standing: 'on-time' };
  return { days, standing: days > allowed.late ? 'late' : 'warning' };
}

/** How long something has stood that was promised for a day: late after it, and soon to be some days of the law before. */
export function promisedFor(
  due: PlainDate,
  since: string,
  today: PlainDate,
): { readonly days: number; readonly standing: Standing } {
  const days = Math.max(0, daysBetween(casablancaDate(Temporal.Instant.from(since)), today));
  const left = daysBetween(today, due);
  if (left < 0) return { days, standing: 'late' };
  return { days, standing: left <= lawAt(toIsoDate(today)).applications.reminderLeadDays.value ? 'warning' : 'on-time' };
}

/** How long a file has stood where it is, against the days the law of then allows there; nothing is late where no days are set. */
export function waitingOf(state: State, since: string, today: PlainDate): { readonly days: number; readonly standing: Standing } {
  if (hasClock(state)) return waitingFor(state, since, today);
  const from = casablancaDate(Temporal.Instant.from(since));
  return { days: Math.max(0, daysBetween(from, today)), standing: 'on-time' };
}

/** A file that came to a state before this day is late there today. */
export function lateSince(state: State, today: PlainDate): PlainDate | undefined {
  return hasClock(state) ? standsSince(state, 'late', today) : undefined;
}

/** What began before this day has by today's law stood as long as a clock calls a warning, or late. */
export function standsSince(clock: Clock, standing: 'warning' | 'late', today: PlainDate): PlainDate {
  return today.subtract({ days: lawAt(toIsoDate(today)).deadlines[clock].value[standing] });
}

/** The states that a clock of the law is for. */
export function hasClock(state: State): state is Clock & State {
  return (clocks as readonly string[]).includes(state);
}

/** Every clock, in the order of a request's road. */
export const clocks = [
  'filed',
  'incomplete',
  'checking',
  'discordant',
  'scored',
  'enquiry',
  'scheduled',
  'decision',
  'convened',
  'decided',
  'appeal',
  'validated',
  'held',
  'payment',
  'cardDelivery',
] as const satisfies readonly Clock[];

/** Why a file is where it is, by the last step it took: `office.work.reason.<why>`. */
export type Why = { readonly why: string; readonly papers: readonly NeededKind[]; readonly note?: string };

export function whyHere({ deed, actor, reason }: { deed: string; actor: string; reason: string | null }): Why {
  if (deed === 'submit') return { why: `filed-by-${filerOf(actor)}`, papers: [] };
  if (deed !== 'ask-for-papers') return { why: deed, papers: [], ...(reason ? { note: reason } : {}) };
  const asked = new Set((reason ?? '').split(','));
  return { why: deed, papers: neededKinds.filter((kind) => asked.has(kind)) };
}

function filerOf(actor: string): 'family' | 'counter' | 'batch' {
  if (actor.startsWith('citizen:')) return 'family';
  return actor.startsWith('agent:') ? 'counter' : 'batch';
}
