import { parsePhone } from '#platform/numbers';

/** A telephone that may be left out: the number as it is kept, undefined when none was given. */
export function readPhone(typed: string): string | 'phone-wrong' | undefined {
  return typed.trim() === '' ? undefined : (parsePhone(typed) ?? 'phone-wrong');
}
