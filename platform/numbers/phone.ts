import { normaliseTyped } from './typed.ts';

/**
 * A telephone of Morocco, however written (06…, +2126…, 002126…, any digits): `+212` and nine digits (E.164). Undefined for what is none,
 * and for nothing.
 */
export function parsePhone(typed: string): string | undefined {
  const digits = normaliseTyped(typed).replace(/[().]/g, '');
  const found = /^(?:\+212|00212|0)0?([5-8]\d{8})$/.exec(digits);
  return found ? `+212${found[1]}` : undefined;
}
