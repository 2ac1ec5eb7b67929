import { z } from 'zod';
import type { SigningKey } from '#modules/cards';
import type { Clock } from '#platform/clock';
import { normaliseTyped } from '#platform/numbers';
import { openSealedCookie, type SealedCookie, sealerOf } from '../sealed-cookie.ts';

/**
 * Which draft a browser holds, and the code that opens one elsewhere. The cookie is signed, so that any server of the house honours it, and
 * holds no answer. The code is made from the draft's identifier and the house's key: it can be shown again to whoever holds the draft, and
 * is stored nowhere but as a keyed digest.
 */
export type Drafts = SealedCookie<HeldDraft> & {
  /** Ten letters in two groups: `K7MP4-XW2RT`. */
  codeOf(draft: string): string;
  digestOf(code: string): string;
};

type HeldDraft = z.output<typeof HeldDraft>;

const HeldDraft = z.object({ draft: z.uuid() });

/** A browser that was left open is forgotten after so long without a page saved; the code then opens the draft again. */
const HELD_MINUTES = 240;

/** Capitals and figures that nobody takes for one another, read aloud or copied: no I, L, O, Q, S, Z, 0, 1, 2, 5. */
const LETTERS = 'ABCDEFGHJKMNPRTUVWXY346789';
const LENGTH = 10;

export function openDrafts(signingKey: SigningKey, clock: Clock): Drafts {
  const sealCode = sealerOf(signingKey, 'ramed.portal.draft-code/1');
  const sealDigest = sealerOf(signingKey, 'ramed.portal.draft-digest/1');
  return {
    ...openSealedCookie('ramed_draft', HeldDraft, { signingKey, clock, minutes: HELD_MINUTES }),
    codeOf: (draft) => grouped(lettersFrom(Buffer.from(sealCode(draft, 'hex'), 'hex'))),
    digestOf: (code) => sealDigest(normaliseTyped(code), 'hex'),
  };
}

/** Bytes that would favour the first letters are passed over; of thirty-two, more than enough are left. */
function lettersFrom(bytes: Buffer): string {
  const fair = 256 - (256 % LETTERS.length);
  return [...bytes]
    .filter((byte) => byte < fair)
    .slice(0, LENGTH)
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');
}

function grouped(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
