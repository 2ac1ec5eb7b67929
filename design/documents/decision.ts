import { type PlainDate, toIsoDate } from '#platform/dates';
import { type Json, readText, renderPdf } from '#platform/documents';
import type { Language } from '#platform/i18n';
import { type BilingualText, inFours, inScriptOf } from './document-data.ts';
import { textsOf } from './document-texts.ts';
import { type LetterHelp, type LetterMinutes, letterTexts } from './letter.ts';

/** The decision sent to a family, with the score said condition by condition. Its sentences come in the language it is written in. */
export type DecisionDocument = {
  readonly language: Language;
  readonly requestNumber: string;
  readonly head: BilingualText;
  readonly commission: BilingualText;
  readonly decidedOn: PlainDate;
  readonly outcome: 'poor' | 'vulnerable' | 'refused';
  /** The outcome in one sentence, the same that the portal shows. */
  readonly verdict: string;
  /** Why the commission decided against the score; it then comes first. */
  readonly commissionReason?: string | undefined;
  readonly conditions: readonly {
    readonly label: string;
    readonly value: string;
    readonly limit: string;
    readonly met: boolean;
    /** Whether a small change would turn it. */
    readonly isNearLimit?: boolean;
  }[];
  /** The answers that weighed most, already said in words. */
  readonly inFavour: readonly string[];
  readonly against: readonly string[];
  /** Last day to contest, and how sure we are of the delay where no public text gives it. Absent when nothing can be contested. */
  readonly contest?: { readonly until: PlainDate; readonly caution?: string | undefined } | undefined;
  /** Which formula, and the digest by which it can be recomputed: "rsu-2022 v3", "9f2c…". */
  readonly rule: { readonly name: string; readonly digest: string; readonly isIllustrative: boolean };
  readonly help: LetterHelp;
  /** Absent of a decision older than minutes that can be checked. */
  readonly minutes?: LetterMinutes | undefined;
};

/** A PDF of one A4 page. */
export function decisionPdf(decision: DecisionDocument): Promise<Uint8Array> {
  return renderPdf('decision', dataOf(decision));
}

/** The words of the same page, for whoever approves them. */
export function decisionText(decision: DecisionDocument): Promise<string> {
  return readText('decision', dataOf(decision));
}

function dataOf(decision: DecisionDocument): Json {
  const { language, decidedOn, contest, commissionReason, rule, help } = decision;
  const { [language]: texts, fr } = textsOf('decision', {
    commission: inScriptOf(language, decision.commission),
    decidedOn,
    rule: rule.name,
    digest: rule.digest,
  });
  return {
    language,
    requestNumber: inFours(decision.requestNumber),
    head: decision.head,
    outcome: decision.outcome,
    verdict: decision.verdict,
    conditions: decision.conditions.map(({ isNearLimit = false, ...condition }) => ({ ...condition, near: isNearLimit })),
    inFavour: decision.inFavour,
    against: decision.against,
    isIllustrative: rule.isIllustrative,
    issuedOn: toIsoDate(decidedOn),
    ...(commissionReason === undefined ? {} : { commissionReason }),
    ...(contest === undefined ? {} : { appeal: appealWords(language, { office: help.office, until: contest.until }) }),
    ...(contest?.caution === undefined ? {} : { appealCaution: contest.caution }),
    ...letterTexts(decision),
    texts: { fr, [language]: texts },
  };
}

function appealWords(language: Language, facts: { readonly office: string; readonly until: PlainDate }) {
  return textsOf('appeal', facts)[language];
}
