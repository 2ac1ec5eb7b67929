import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import type { Language } from '#platform/i18n';
import { type BilingualText, inFours } from './document-data.ts';
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
  /** Last day to contest. Absent when nothing can be contested. */
  readonly appealUntil?: PlainDate | undefined;
  /** Which formula, and the digest by which it can be recomputed: "rsu-2022 v3", "9f2c…". */
  readonly rule: { readonly name: string; readonly digest: string; readonly isIllustrative: boolean };
  readonly help: LetterHelp;
  /** Absent of a decision older than minutes that can be checked. */
  readonly minutes?: LetterMinutes | undefined;
};

/** A PDF of one A4 page. */
export async function decisionPdf(decision: DecisionDocument): Promise<Uint8Array> {
  const { language, commission, decidedOn, appealUntil, commissionReason, rule } = decision;
  const inScript = (text: BilingualText) => (language === 'ar' ? text.arabic || text.latin : text.latin || text.arabic);
  const { [language]: texts, fr } = textsOf('decision', {
    commission: inScript(commission),
    decidedOn,
    head: inScript(decision.head),
    rule: rule.name,
    digest: rule.digest,
  });
  return renderPdf('decision', {
    language,
    requestNumber: inFours(decision.requestNumber),
    head: decision.head,
    outcome: decision.outcome,
    conditions: decision.conditions.map(({ isNearLimit = false, ...condition }) => ({ ...condition, near: isNearLimit })),
    inFavour: decision.inFavour,
    against: decision.against,
    isIllustrative: rule.isIllustrative,
    issuedOn: toIsoDate(decidedOn),
    ...(commissionReason === undefined ? {} : { commissionReason }),
    ...(appealUntil === undefined ? {} : { appeal: textsOf('appeal', { appealUntil })[language] }),
    ...letterTexts(decision),
    texts: { fr, [language]: texts },
  });
}
