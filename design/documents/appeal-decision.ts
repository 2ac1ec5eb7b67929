import { type PlainDate, toIsoDate } from '#platform/dates';
import { type Json, readText, renderPdf } from '#platform/documents';
import type { Language } from '#platform/i18n';
import { type BilingualText, inFours, inScriptOf } from './document-data.ts';
import { textsOf } from './document-texts.ts';
import { type LetterHelp, type LetterMinutes, letterTexts } from './letter.ts';

/** What the provincial commission decided on an appeal, told to its family. Its sentences come in the language it is written in. */
export type AppealDecisionDocument = {
  readonly language: Language;
  readonly requestNumber: string;
  readonly appealNumber: string;
  readonly head: BilingualText;
  /** The provincial commission. */
  readonly commission: BilingualText;
  readonly decidedOn: PlainDate;
  readonly outcome: 'upheld' | 'reformed' | 'sent_back';
  /** The outcome in a sentence or two, the same that the portal shows. */
  readonly verdict: string;
  /** What the decision becomes, of a reformed one. */
  readonly becomes?: 'poor' | 'vulnerable' | undefined;
  /** What was contested, and what the commission found, one by one. */
  readonly reasons: readonly { readonly criterion: string; readonly found: string }[];
  /** In the commission's own words; empty where it added none. */
  readonly words: string;
  /** What it asks of the first commission; empty where it sends nothing back. */
  readonly asks: string;
  readonly help: LetterHelp;
  readonly minutes: LetterMinutes;
};

/** A PDF of one A4 page. */
export function appealDecisionPdf(decision: AppealDecisionDocument): Promise<Uint8Array> {
  return renderPdf('appeal-decision', dataOf(decision));
}

/** The words of the same page, for whoever approves them. */
export function appealDecisionText(decision: AppealDecisionDocument): Promise<string> {
  return readText('appeal-decision', dataOf(decision));
}

function dataOf(decision: AppealDecisionDocument): Json {
  const { language, decidedOn, outcome, becomes } = decision;
  const { [language]: texts, fr } = textsOf('appeal-decision', {
    commission: inScriptOf(language, decision.commission),
    decidedOn,
    appeal: inFours(decision.appealNumber),
  });
  return {
    language,
    requestNumber: inFours(decision.requestNumber),
    head: decision.head,
    outcome: outcome === 'reformed' ? `reformed.${becomes ?? 'poor'}` : outcome,
    verdict: decision.verdict,
    isGood: outcome === 'reformed',
    isPending: outcome === 'sent_back',
    reasons: decision.reasons,
    words: decision.words,
    asks: decision.asks,
    issuedOn: toIsoDate(decidedOn),
    ...letterTexts(decision),
    texts: { fr, [language]: texts },
  };
}
