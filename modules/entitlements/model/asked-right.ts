import { z } from 'zod';
import type { PlainDate } from '#platform/dates';
import { hasValidCheckDigit, normaliseTyped } from '#platform/numbers';

/** How somebody is named whose right is asked: by the family's number, by that of its receipt, by a national card with the birth date, by a signed code. */
export const AskedRight = z.discriminatedUnion('by', [
  z.object({ by: z.literal('registration'), number: z.string().max(40) }),
  z.object({ by: z.literal('receipt'), number: z.string().max(40) }),
  z.object({ by: z.literal('card'), cnie: z.string().max(40), birthDate: z.iso.date() }),
  z.object({ by: z.literal('code'), code: z.string().max(2_000) }),
]);
export type AskedRight = z.output<typeof AskedRight>;

/** What an answer may hold beside the state of the right. */
export const rightFields = ['period', 'reason', 'next', 'category', 'registration', 'due', 'persons'] as const;
export type RightField = (typeof rightFields)[number];

/** What a signed code says, or that it is none of ours. `card` is its serial: a card may be revoked while the right stands. */
export type ReadCode =
  | { readonly registration: string; readonly card: string }
  | { readonly receipt: string }
  | 'forged'
  | 'unreadable';
export type CodeReader = (text: string, on: PlainDate) => ReadCode;

/** The same in the words of the register, or why it can be nobody. */
export type Wanted =
  | { readonly by: 'registration'; readonly number: string; readonly card?: string }
  | { readonly by: 'receipt'; readonly number: string }
  | { readonly by: 'card'; readonly cnie: string; readonly birthDate: string }
  | { readonly by: 'nothing'; readonly reason: 'number-wrong' | 'code-forged' | 'code-unreadable' };

export function wantedOf(asked: AskedRight, readCode: CodeReader, on: PlainDate): Wanted {
  if (asked.by === 'card') return { by: 'card', cnie: normaliseTyped(asked.cnie), birthDate: asked.birthDate };
  if (asked.by !== 'code') return byNumber(asked.by, asked.number);
  const read = readCode(asked.code, on);
  if (typeof read === 'string') return { by: 'nothing', reason: `code-${read}` };
  if ('receipt' in read) return { by: 'receipt', number: read.receipt };
  return { by: 'registration', number: read.registration, card: read.card };
}

/** A slip of the finger is told from a number that nobody has. */
function byNumber(by: 'registration' | 'receipt', typed: string): Wanted {
  const number = normaliseTyped(typed);
  if (number.length !== 12 || !hasValidCheckDigit(number)) return { by: 'nothing', reason: 'number-wrong' };
  return { by, number };
}
