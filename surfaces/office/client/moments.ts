import { casablancaDateTime, Temporal } from '#platform/dates';
import { formatDate, type Language } from '#platform/i18n';

/** `14:05` today, `27 nov. 2026, 14:05` on another day: when something was, on the clock of Morocco. */
export function formatMoment(language: Language, at: number, now: number = Date.now()): string {
  const moment = toDateTime(at);
  const hour = `${two(moment.hour)}:${two(moment.minute)}`;
  const isToday = moment.toPlainDate().equals(toDateTime(now).toPlainDate());
  return isToday ? hour : formatDayAndHour(language, at);
}

/** `27 nov. 2026, 14:05`, today as well: where a story is told. */
export function formatDayAndHour(language: Language, at: number): string {
  const moment = toDateTime(at);
  return `${formatDate(language, moment.toPlainDate(), 'short')}, ${two(moment.hour)}:${two(moment.minute)}`;
}

/** The day of an ISO instant (`2026-11-28T09:00:00Z`) in Morocco, as people read it. */
export function formatDayOf(language: Language, instant: string): string {
  return formatDate(language, casablancaDateTime(Temporal.Instant.from(instant)).toPlainDate(), 'short');
}

function toDateTime(at: number): Temporal.PlainDateTime {
  return casablancaDateTime(Temporal.Instant.fromEpochMilliseconds(at));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
