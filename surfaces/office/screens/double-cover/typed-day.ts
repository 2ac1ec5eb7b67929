import { casablancaDate, parseDate, Temporal } from '#platform/dates';

export function isDay(text: string): boolean {
  return parseDate(text) !== undefined;
}

/** Today in Morocco. */
export function todayAs(): string {
  return casablancaDate(Temporal.Now.instant()).toString();
}
