import { ageOn, type Day, daysOfYear } from './calendar.ts';
import type { Random } from './random.ts';

/** Born so many completed years before the day of filing. */
export function bornAged(age: number, { random, filedOn }: { random: Random; filedOn: Day }): { born: Day; age: number } {
  const born = Math.floor(filedOn - age * daysOfYear) - random.between(1, 364);
  return { born, age: ageOn(filedOn, born) };
}
