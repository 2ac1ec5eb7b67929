import { type PlainDate, toIsoDate } from '#platform/dates';
import { type Json, readText, renderPdf } from '#platform/documents';
import type { Language } from '#platform/i18n';
import { type BilingualText, inFours, inScriptOf } from './document-data.ts';
import { textsOf } from './document-texts.ts';
import { type LetterHelp, type LetterMinutes, letterTexts } from './letter.ts';

/** Tells a family that the commission has not decided yet, what it waits for, and what the family can do. */
export type PutOffDocument = {
  readonly language: Language;
  readonly requestNumber: string;
  readonly head: BilingualText;
  readonly commission: BilingualText;
  readonly heldOn: PlainDate;
  /** What it waits for: papers, itself, or a visit. */
  readonly awaits: 'papers' | 'sitting' | 'visit';
  /** In one sentence, the same that the portal shows. */
  readonly verdict: string;
  /** Why, in one sentence. */
  readonly reason: string;
  readonly help: LetterHelp;
  readonly minutes?: LetterMinutes | undefined;
};

/** A PDF of one A4 page. */
export function putOffPdf(letter: PutOffDocument): Promise<Uint8Array> {
  return renderPdf('put-off', dataOf(letter));
}

/** The words of the same page, for whoever approves them. */
export function putOffText(letter: PutOffDocument): Promise<string> {
  return readText('put-off', dataOf(letter));
}

function dataOf(letter: PutOffDocument): Json {
  const { language, heldOn, awaits, verdict, reason, help } = letter;
  const facts = { commission: inScriptOf(language, letter.commission), heldOn, office: help.office };
  const { [language]: texts, fr } = textsOf('put-off', facts);
  return {
    ...{ language, awaits, verdict, reason, head: letter.head },
    requestNumber: inFours(letter.requestNumber),
    issuedOn: toIsoDate(heldOn),
    ...letterTexts(letter),
    texts: { fr, [language]: texts },
  };
}
