import { encodeAnswers } from '#modules/applications';
import { type SigningKey, signCose, toSealedParts } from '#modules/cards';
import type { Language } from '#platform/i18n';
import type { Filed } from './dossier-document.ts';

export type ToCode = { readonly number: string; readonly language: Language; readonly filed: Filed };

/**
 * The answers of a dossier as the texts of its codes, signed by the house: a counter reads them without a network. None when they hold
 * something that no code can say; such a dossier is opened by its number.
 */
export function answersCodes({ number, language, filed }: ToCode, key: SigningKey): readonly string[] {
  try {
    const { declaration, contact } = filed;
    return toSealedParts(signCose(encodeAnswers({ number, language, declaration, contact }), key));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
