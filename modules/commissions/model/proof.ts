import { canonicalJson, digestOf, type Json } from '#platform/canonical-json';
import { answersApart } from './before-and-now.ts';

/** What is proved of a past decision, in the order it is told. Its words: `commissions.proof.<code>`. */
export const proofCodes = [
  'law',
  'formula',
  'declaration',
  'checks',
  'score',
  'proposal',
  'concordance',
  'appeal-file',
  'mandates',
  'presence',
  'quorum',
  'conflicts',
  'first-deciders',
  'combination',
  'override',
  'silence',
  'findings',
  'once',
  'decision',
  'minutes',
  'seal',
  'journal',
  'signatures',
  'printing',
  'letter',
] as const;
export type ProofCode = (typeof proofCodes)[number];

export const proofVerdicts = ['equal', 'different', 'unknown'] as const;
export type ProofVerdict = (typeof proofVerdicts)[number];

/** Why something cannot be known, or what it was held against instead. Its words: `commissions.proof-note.<code>`. */
export const proofNotes = [
  'first-form',
  'minutes-unreadable',
  'not-rebuilt',
  'not-kept',
  'own-assessment',
  'formula-unknown',
  'another-form',
  'never-printed',
  'never-signed',
] as const;
export type ProofNote = (typeof proofNotes)[number];

/** One proof: what was kept, what comes out when it is made again, and where the two part. */
export type Proof = {
  readonly proof: ProofCode;
  readonly verdict: ProofVerdict;
  readonly kept: string | null;
  readonly remade: string | null;
  readonly note?: ProofNote | undefined;
  readonly apart: readonly { readonly place: string; readonly kept: string | null; readonly remade: string | null }[];
};

/** As many places as are told of one proof: whoever tampered with more is found by the first. */
const MOST_APART = 20;
/** A value that is longer is told by its digest. */
const LONGEST_TOLD = 160;

/** Holds what was kept against what is made again; a side that is absent cannot be known, and the note says why. */
export function prove(proof: ProofCode, kept: unknown, remade: unknown, note?: ProofNote): Proof {
  const isKnown = kept !== undefined && remade !== undefined;
  const isEqual = isKnown && canonicalJson(kept as Json) === canonicalJson(remade as Json);
  const apart = isKnown && !isEqual ? answersApart(kept, remade).filter(({ place }) => place !== '') : [];
  return {
    ...{ proof, verdict: isKnown ? (isEqual ? 'equal' : 'different') : 'unknown', kept: told(kept), remade: told(remade) },
    ...(note === undefined ? {} : { note }),
    apart: apart.slice(0, MOST_APART).map(({ place, before, now }) => ({ place, kept: told(before), remade: told(now) })),
  };
}

function told(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  const text = canonicalJson(value as Json);
  return text.length > LONGEST_TOLD ? digestOf(value as Json) : text;
}

/** Whether a decision is proved: every proof was made, and none found anything else than what was kept. */
export function isProven(proofs: readonly Proof[]): boolean {
  return proofs.length > 0 && proofs.every(({ verdict }) => verdict === 'equal');
}
