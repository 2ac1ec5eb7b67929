import { dateOf, toIsoDate } from '#platform/dates';

/** Nobody who is alive was born before. */
const EARLIEST = 1881;

/** The ISO day of `31 3 1985`, `31/03/1985`, `31031985` or `1985-03-31`: the day first, whatever the browser's country; undefined when it is none. */
export function parseTypedDay(typed: string): string | undefined {
  const text = typed.trim().replace(/^(\d{2})(\d{2})(\d{4})$/, '$1 $2 $3');
  if (!/^\d{1,4}([\s/.-]+\d{1,4}){2}$/.test(text)) return undefined;
  const parts = text.split(/[\s/.-]+/).map(Number);
  const [year = 0, month = 0, day = 0] = (parts[0] ?? 0) > 31 ? parts : [...parts].reverse();
  const date = year < EARLIEST ? undefined : dateOf(year, month, day);
  return date && toIsoDate(date);
}

/** `31/03/1985`: how a day stands in a field. */
export function writeDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}
