import { checkCredential } from '#modules/cards';
import { casablancaDate, Temporal } from '#platform/dates';
import { hasValidCheckDigit, normaliseTyped } from '#platform/numbers';
import { readPasted } from '../wedge.ts';
import { trustedCheck } from './use-codes.ts';

/** What a reader or a hand brought at a desk of cards: the number of a card, of a family, of a parcel or of a batch; undefined for anything else. */
export type CardsCode = { readonly kind: 'card' | 'family' | 'parcel' | 'batch'; readonly number: string };

export async function cardsCode(scanned: string): Promise<CardsCode | undefined> {
  const text = readPasted(scanned, (reading) => /^(RMD1:|[PL]?\d{8,12}$)/.test(reading)) ?? scanned;
  const typed = normaliseTyped(text).toUpperCase();
  if (/^\d{10}$/.test(typed)) return hasValidCheckDigit(typed) ? { kind: 'card', number: typed } : undefined;
  if (/^\d{12}$/.test(typed)) return hasValidCheckDigit(typed) ? { kind: 'family', number: typed } : undefined;
  if (/^[PL]\d{8}$/.test(typed))
    return hasValidCheckDigit(typed.slice(1)) ? { kind: typed.startsWith('P') ? 'parcel' : 'batch', number: typed } : undefined;
  if (!/^\s*RMD1:/i.test(text)) return undefined;
  const check = await trustedCheck();
  const verdict = check && (await checkCredential(text, check, { on: casablancaDate(Temporal.Now.instant()) }));
  if (!verdict || !('claims' in verdict) || verdict.claims.kind !== 'card') return undefined;
  return { kind: 'card', number: verdict.claims.cardSerial };
}

/** The text of a card's code as it was signed, whatever the layout of the keyboard the reader typed into. */
export function signedText(scanned: string): string {
  return readPasted(scanned, (reading) => reading.startsWith('RMD1:')) ?? scanned;
}
