import { soundsOf } from './name-sounds.ts';

/** To be raised when the rules of sounds change: the names stated before are then read again, at night. */
export const soundRules = 1;

type Stated = {
  readonly person_id: string;
  readonly territory: string;
  readonly birth_date: string;
  readonly family_fr: string | null;
  readonly given_fr: string | null;
  readonly family_ar: string | null;
  readonly given_ar: string | null;
};

/** Each sound of the names of a person as somebody stated them, once, in both scripts. */
export function nameKeysOf({ person_id, territory, birth_date, ...names }: Stated) {
  const parts = [names.given_fr, names.family_fr, names.given_ar, names.family_ar];
  const sounds = parts.flatMap((part) => soundsOf(part ?? '').flat());
  return [...new Set(sounds)].map((key) => ({ key, birth_date, person_id, territory }));
}
