import type { Json } from '#platform/documents';
import type { Language } from '#platform/i18n';
import { toQrSvg } from '#platform/qr';
import { textsOf } from './document-texts.ts';

/** Where a letter's decision stands: which minutes, which line of them, and the code by which anyone can check that it does. */
export type LetterMinutes = {
  readonly sittingNumber: string;
  readonly position: number;
  /** SHA-256 of the sealed minutes, in hexadecimal. */
  readonly digest: string;
  readonly code: string;
};

/** The counter that explains a letter, in the language of the letter, and the number to call where there is one. */
export type LetterHelp = { readonly office: string; readonly helpline?: string | undefined };

type Letter = { readonly language: Language; readonly help: LetterHelp; readonly minutes?: LetterMinutes | undefined };

/** What every letter that tells a decision says besides it: who helps, and what proves it. */
export function letterTexts({ language, help, minutes }: Letter): { readonly [key: string]: Json } {
  const facts = {
    office: help.office,
    helpline: help.helpline ?? '',
    sitting: minutes?.sittingNumber ?? '',
    position: minutes?.position ?? 0,
    digest: minutes?.digest ?? '',
  };
  return {
    letter: textsOf('letter', facts)[language],
    hasHelpline: help.helpline !== undefined,
    ...(minutes === undefined ? {} : { qr: toQrSvg(minutes.code, '') }),
  };
}
