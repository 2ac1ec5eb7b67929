import { newId } from '#platform/ids';
import type { MadeRuling } from './local-deeds.ts';

/** A ruling under a name of its own. */
export function newRuling(ruled: Omit<MadeRuling, 'id'>): MadeRuling {
  return { id: newId(), ...ruled };
}
