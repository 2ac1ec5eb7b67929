import { daysBetween, type PlainDate } from '#platform/dates';
import type { Language } from './languages.ts';
import { translator } from './translator.ts';

/** `47 jours`, `يومان`: a length of time in whole days. */
export function formatDays(language: Language, days: number): string {
  return translator(language)('i18n.days', { days });
}

/** `vous attendez depuis 47 jours`: how long a person has waited, counted on the day of reading. */
export function formatWait(language: Language, since: PlainDate, today: PlainDate): string {
  return translator(language)('i18n.waiting', { days: Math.max(0, daysBetween(since, today)) });
}
