import { checkCredential, type SignatureCheck } from '#modules/cards';
import type { PlainDate } from '#platform/dates';
import { hasValidCheckDigit, normaliseTyped } from '#platform/numbers';
import type { QuestionInput } from '../../client/contract.ts';

type Subjects = QuestionInput<'entitlements.right-of'>['subjects'];

/**
 * What this computer can say by itself, with no network: by the snapshot of rights of the day `picture`, where it has fetched one; else, of a signed
 * code, by the signature and the days on it, without later revocations.
 */
export type OwnVerdict = {
  readonly state: 'open' | 'emergency-only' | 'unpaid' | 'suspended' | 'closed' | 'not-yet' | 'expired' | 'revoked' | 'unknown';
  readonly since?: string;
  readonly until?: string;
  readonly emergenciesUntil?: string | undefined;
  readonly picture?: string;
};

/** What somebody showed or typed: whom to ask about; a card that needs its birth date; or why it can be nobody. `text`: what the snapshot is asked by. */
export type Shown =
  | { readonly kind: 'ask'; readonly subjects: Subjects; readonly text?: string; readonly own?: OwnVerdict }
  | { readonly kind: 'card'; readonly cnie: string }
  | { readonly kind: 'wrong'; readonly reason: 'number-wrong' | 'code-forged' | 'code-unreadable' };

export type Reading = { readonly check: () => Promise<SignatureCheck | undefined>; readonly on: PlainDate };

/** Reads what a reader, a camera or a hand brought. A number is asked as a family's and as a receipt's: both look alike, and are both on paper. */
export async function readShown(text: string, reading: Reading): Promise<Shown> {
  if (/^\s*RM[A-Z]\d+:/i.test(text)) return readCode(text, reading);
  const typed = normaliseTyped(text);
  if (/^[A-Z]{1,3}\d{1,8}$/.test(typed)) return { kind: 'card', cnie: typed };
  if (!/^\d{12}$/.test(typed) || !hasValidCheckDigit(typed)) return { kind: 'wrong', reason: 'number-wrong' };
  const subjects = (['registration', 'receipt'] as const).map((by) => ({ by, number: typed }));
  return { kind: 'ask', subjects, text };
}

/** A code that is not ours is told so at once; one that is goes to the server, and is judged here where there is none. */
async function readCode(text: string, { check: trusted, on }: Reading): Promise<Shown> {
  const subjects: Subjects = [{ by: 'code', code: text }];
  const check = await trusted();
  if (check === undefined) return { kind: 'ask', subjects, text };
  const verdict = await checkCredential(text, check, { on });
  if (!('claims' in verdict)) return { kind: 'wrong', reason: `code-${verdict.verdict}` };
  const { kind, validFrom, validUntil } = verdict.claims;
  const good = kind === 'card' ? 'open' : 'emergency-only';
  const byDays = { valid: good, 'not-yet-valid': 'not-yet', expired: 'expired', revoked: 'expired' } as const;
  const state = byDays[verdict.verdict];
  return { kind: 'ask', subjects, text, own: { state, since: validFrom.toString(), until: validUntil.toString() } };
}
