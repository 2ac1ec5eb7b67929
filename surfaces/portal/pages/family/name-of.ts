import type { Place } from '../../place.ts';
import type { Names } from './family.view.ts';

/** Given name then family name, in the script of the reader when it is known, else in the other. */
export function nameOf({ reader }: Place, { fr, ar }: Names): string {
  const name = reader.direction === 'rtl' ? (ar ?? fr) : (fr ?? ar);
  return name ? `${name.given} ${name.family}` : '';
}
