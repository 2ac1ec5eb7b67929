import { type AnswersOfDossier, decodeAnswers, readProvisionalCode, splitDossierCode } from '#modules/applications';
import {
  type CredentialClaims,
  checkCredential,
  joinSealedParts,
  openToken,
  readSealedPart,
  type SealedPart,
  type SignatureCheck,
} from '#modules/cards';
import type { PlainDate } from '#platform/dates';
import { hasValidCheckDigit, normaliseTyped } from '#platform/numbers';

/** What an agent has in hand. Its words are `office.codes.is.<kind>`. */
export type WhatCode =
  /** All the answers of a dossier, signed by the house. */
  | { readonly kind: 'answers'; readonly answers: AnswersOfDossier }
  /** Some of the codes of a dossier; the others are awaited. `isOther`: it is of another dossier than the ones before, which are left. */
  | {
      readonly kind: 'part';
      readonly parts: readonly SealedPart[];
      readonly missing: readonly number[];
      readonly isOther: boolean;
    }
  /** The number of a request, of which only the server knows whether there is such a file. */
  | { readonly kind: 'dossier' | 'number' | 'receipt'; readonly number: string }
  | { readonly kind: 'provisional'; readonly application: string }
  | { readonly kind: 'card'; readonly claims: CredentialClaims; readonly standing: Standing }
  | { readonly kind: 'forged' | 'other-version' | 'no-keys' | 'slip' | 'damaged' | 'unknown' };

export type Standing = 'valid' | 'not-yet-valid' | 'expired' | 'revoked';

export type CodeWorld = {
  /** Asked for what is signed alone; undefined on a computer that never reached a server: no signature can be believed. */
  readonly check: () => Promise<SignatureCheck | undefined>;
  readonly on: PlainDate;
  /** The codes of a dossier that were read before this one. */
  readonly before: readonly SealedPart[];
};

/** Says what a text is that a camera, a reader or a hand brought: the one place that knows all codes of RAMED, of any version. */
export async function whatCode(text: string, world: CodeWorld): Promise<WhatCode> {
  const part = readSealedPart(text);
  if (part === 'other-version') return { kind: 'other-version' };
  if (part !== undefined) return ofPart(part, world);
  if (/^\s*RMD1:/i.test(text)) return ofCredential(text, world);
  const application = readProvisionalCode(text);
  if (application !== undefined) return { kind: 'provisional', application };
  if (/^\s*RM[A-Z]\d+:/i.test(text)) return { kind: 'other-version' };
  const dossier = splitDossierCode(text);
  if (dossier !== undefined) return dossier === 'broken' ? { kind: 'damaged' } : { kind: 'dossier', number: dossier.number };
  return ofNumber(text);
}

async function ofPart(part: SealedPart, { check: trusted, before }: CodeWorld): Promise<WhatCode> {
  const isSame = ({ set, of }: SealedPart) => set === part.set && of === part.of;
  const kept = before.filter((one) => isSame(one) && one.part !== part.part);
  const parts = [...kept, part];
  const all = Array.from({ length: part.of }, (_, index) => index + 1);
  const missing = all.filter((number) => !parts.some((one) => one.part === number));
  if (missing.length > 0) return { kind: 'part', parts, missing, isOther: before.some((one) => !isSame(one)) };
  const token = joinSealedParts(parts);
  if (token === undefined) return { kind: 'damaged' };
  const check = await trusted();
  if (check === undefined) return { kind: 'no-keys' };
  const opened = await openToken(token, check);
  if ('fault' in opened) return { kind: opened.fault === 'shape' ? 'damaged' : 'forged' };
  const read = decodeAnswers(opened.payload);
  if ('answers' in read) return { kind: 'answers', answers: read.answers };
  return { kind: read.fault === 'other-version' ? 'other-version' : 'damaged' };
}

async function ofCredential(text: string, { check: trusted, on }: CodeWorld): Promise<WhatCode> {
  const check = await trusted();
  if (check === undefined) return { kind: 'no-keys' };
  const verdict = await checkCredential(text, check, { on });
  if (!('claims' in verdict)) return { kind: verdict.verdict === 'forged' ? 'forged' : 'damaged' };
  const { claims } = verdict;
  if (claims.kind === 'receipt') return { kind: 'receipt', number: claims.receiptNumber };
  return { kind: 'card', claims, standing: verdict.verdict };
}

function ofNumber(text: string): WhatCode {
  const number = normaliseTyped(text);
  if (!/^\d{12}$/.test(number)) return { kind: 'unknown' };
  return hasValidCheckDigit(number) ? { kind: 'number', number } : { kind: 'slip' };
}
