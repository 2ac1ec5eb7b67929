import { Cnie } from '#modules/eligibility';
import { hasValidCheckDigit, normaliseTyped, parsePhone } from '#platform/numbers';

/** What somebody who looks for a file may have typed. `slipped`: the figures of a number whose check digit says that one is wrong. */
export type Understood =
  | { readonly kind: 'number' | 'slipped' | 'card' | 'phone'; readonly value: string }
  | { readonly kind: 'name'; readonly value: string; readonly bornFrom?: string; readonly bornTo?: string };

/** What the search by name takes. */
const LONGEST_NAME = 120;

/** Everything that a text can mean: a number of twelve figures may be a telephone with its country, a name may bear a year of birth. */
export function readSearch(text: string): readonly Understood[] {
  const typed = normaliseTyped(text);
  const phone = parsePhone(text);
  const card = Cnie.safeParse(typed);
  const found: Understood[] = [];
  if (/^\d{12}$/.test(typed)) {
    if (hasValidCheckDigit(typed)) found.push({ kind: 'number', value: typed });
    else if (!phone) found.push({ kind: 'slipped', value: typed });
  }
  if (phone) found.push({ kind: 'phone', value: phone });
  if (card.success) found.push({ kind: 'card', value: card.data });
  return found.length > 0 ? found : nameIn(text);
}

/** "Ben Haddou Fatima 1984": the words, and the year apart. */
function nameIn(text: string): readonly Understood[] {
  const plain = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16));
  const [year] = /\b(?:19|20)\d{2}\b/.exec(plain) ?? [];
  const words = plain.replace(/\d+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
  if ((words.match(/\p{L}/gu) ?? []).length < 2) return [];
  return [{ kind: 'name', value: words, ...(year ? { bornFrom: `${year}-01-01`, bornTo: `${year}-12-31` } : {}) }];
}
