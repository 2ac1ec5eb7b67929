import type { PersonName } from '#modules/registry';
import { type CoverSpan, coverInShort, type Difference, type KeptAnswer } from './checks.ts';
import { type Marked, markApart } from './marks.ts';

/** One line of a difference, the two sides one above the other: a name in one script, a day, a word. */
export type Line = Marked & { readonly script: 'fr' | 'ar' | null };

/** A difference laid out for the eye. `cover` is the period it is about, where it is about one. */
export type LaidOut = { readonly lines: readonly Line[]; readonly cover?: CoverSpan };

/**
 * Lays a difference out: names script by script, as both sides hold them; anything else as the two values. `names` are the member's as the
 * request states them, or undefined when they were corrected since the register answered: then the words of then are shown.
 */
export function layOut(difference: Difference, names: PersonName | undefined, answer: KeptAnswer | undefined): LaidOut {
  if (difference.field === 'names' && names && answer?.kind === 'identity' && answer.found)
    return { lines: nameLines(names, answer.names) };
  if (difference.field === 'cover' && answer?.kind === 'cover') {
    const cover = answer.periods.find((period) => coverInShort(period) === difference.answered);
    return { lines: [whole(difference)], ...(cover ? { cover } : {}) };
  }
  const isSpelled = difference.field === 'names' || difference.field === 'birth_date';
  return { lines: [isSpelled ? { script: null, ...markApart(difference.declared, difference.answered) } : whole(difference)] };
}

function nameLines(declared: PersonName, answered: PersonName): Line[] {
  return (['fr', 'ar'] as const).flatMap((script) => {
    const [one, other] = [declared[script], answered[script]];
    if (!one && !other) return [];
    return [{ script, ...markApart(one ? `${one.family} ${one.given}` : '', other ? `${other.family} ${other.given}` : '') }];
  });
}

/** A word against another has no letters in common that mean anything. */
function whole({ declared, answered }: Difference): Line {
  return { script: null, declared: [{ text: declared, apart: true }], answered: [{ text: answered, apart: true }] };
}
