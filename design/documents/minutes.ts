import { type PlainDate, toIsoDate } from '#platform/dates';
import { type Json, readText, renderPdf } from '#platform/documents';
import { toQrSvg } from '#platform/qr';
import { type BilingualText, inFours, inScriptOf } from './document-data.ts';
import { textsOf } from './document-texts.ts';
import { type MinutesWords, wordsOfMinutes } from './minutes-words.ts';

/** The minutes of a commission's sitting (PV), in the language they are read in; sentences come in that language. */
export type MinutesDocument = {
  readonly language: 'fr' | 'ar';
  readonly sittingNumber: string;
  readonly commission: BilingualText;
  /** Where it sat; empty where nobody wrote it down. */
  readonly place: BilingualText;
  readonly heldOn: PlainDate;
  /** "09:32" in Morocco; empty where the minutes do not know it. */
  readonly openedAt: string;
  readonly closedAt: string;
  readonly quorum: MinutesQuorum;
  readonly members: readonly MinutesMember[];
  readonly decisions: readonly MinutesDecision[];
  /** By position in `decisions`. */
  readonly againstScore: readonly MinutesOverride[];
  readonly differing: readonly {
    readonly position: number;
    readonly combinedBy: CombinedBy;
    readonly opinions: readonly MinutesOpinion[];
  }[];
  readonly written: readonly (MinutesOpinion & { readonly position: number; readonly receivedOn: PlainDate })[];
  readonly recused: readonly MinutesRecusal[];
  readonly enquiries: readonly {
    readonly position: number;
    readonly question: string;
    readonly points: readonly string[];
    readonly dueOn: PlainDate;
  }[];
  /** Of a sitting that hears appeals, what it found. */
  readonly appeals: readonly MinutesAppeal[];
  /** SHA-256 of the sealed minutes, in hexadecimal; on every page. */
  readonly digest: string;
  /** What a reader of codes sends to be verified. */
  readonly code: string;
};

export type MinutesQuorum = {
  /** Institutions that sat for some time, that have a seat, that must sit, and the fewest at any decision. */
  readonly present: number;
  readonly institutions: number;
  readonly needed: number;
  readonly least?: number;
  /** Since when the law says so, and how sure we are of it. */
  readonly since?: PlainDate;
  readonly isOfficial: boolean;
};

export type MinutesMember = {
  readonly name: BilingualText;
  readonly institution: string;
  readonly seat: 'chair' | 'titular' | 'substitute' | 'secretary';
  /** Times in Morocco; without an end the member stayed to the end. Nobody who never came has any. */
  readonly presence: readonly { readonly from: string; readonly until?: string }[];
};

export type MinutesDecision = {
  readonly position: number;
  readonly requestNumber: string;
  readonly head: BilingualText;
  readonly outcome: MinutesOutcome;
  readonly reason: string;
  /** The number of the batch in which it was decided. */
  readonly batch?: number;
};

export type MinutesOverride = {
  readonly position: number;
  readonly proposal: MinutesOutcome;
  readonly remark: string;
  /** The member who confirmed it as a second person. */
  readonly secondedBy?: BilingualText;
};

export type MinutesOpinion = { readonly institution: string; readonly outcome: MinutesOutcome; readonly words: string };

/** How opinions that differed made one outcome; with none of it the file is adjourned. */
export type CombinedBy = 'majority' | 'chair' | 'none';

/** A member who did not rule on one file, and why: on whose ground, in whose words. */
export type MinutesRecusal = {
  readonly position: number;
  readonly member: BilingualText;
  readonly ground: 'own-family' | 'declared' | 'decided-first';
  readonly words: string;
};

/** One appeal: what was decided first and what it becomes, in words, and what was found of each point that was contested. */
export type MinutesAppeal = {
  readonly position: number;
  readonly appealNumber: string;
  readonly first: string;
  readonly becomes: string;
  readonly found: readonly { readonly criterion: string; readonly found: string; readonly words: string }[];
  readonly words: string;
};

const outcomes = ['poor', 'vulnerable', 'refused', 'adjourned', 'enquiry', 'upheld', 'reformed', 'sent_back'] as const;
export type MinutesOutcome = (typeof outcomes)[number];

/** A PDF of A4 pages; about thirty decisions a page, and no decision is cut in two. */
export function minutesPdf(minutes: MinutesDocument): Promise<Uint8Array> {
  return renderPdf('minutes', dataOf(minutes));
}

/** The words of the same pages, for whoever approves them. */
export function minutesText(minutes: MinutesDocument): Promise<string> {
  return readText('minutes', dataOf(minutes));
}

function dataOf(minutes: MinutesDocument): Json {
  const { language, heldOn } = minutes;
  const words = wordsOfMinutes(minutes);
  return {
    language,
    digest: minutes.digest,
    qr: toQrSvg(minutes.code, ''),
    issuedOn: toIsoDate(heldOn),
    members: minutes.members.map((member) => ({ ...member, presence: words.presenceOf(member) })),
    decisions: minutes.decisions.map((decision) => ({
      ...decision,
      requestNumber: inFours(decision.requestNumber),
      batch: words.batchOf(decision),
    })),
    ...remarkable(minutes, words),
    totals: outcomes.map((outcome) => ({
      outcome,
      count: minutes.decisions.filter((decision) => decision.outcome === outcome).length,
    })),
    held: words.held,
    quorum: words.quorum,
    times: words.times,
    texts: textsOf('minutes', factsOf(minutes)),
  };
}

function factsOf({ language, ...minutes }: MinutesDocument) {
  const { commission, sittingNumber, heldOn, decisions } = minutes;
  return {
    sitting: sittingNumber,
    commission: inScriptOf(language, commission),
    heldOn,
    decisions: decisions.length,
    page: PAGE,
    pages: PAGES,
  };
}

/** The template knows the numbers of its pages, the messages where to write them. */
const PAGE = '#page';
const PAGES = '#pages';

/** What is told beside the list, each with the number of its request. */
function remarkable(minutes: MinutesDocument, words: MinutesWords) {
  const decided = new Map(minutes.decisions.map((decision) => [decision.position, decision]));
  const withFile = <Line extends { readonly position: number }>(line: Line) => {
    const { requestNumber = '', outcome = 'refused', reason = '' } = decided.get(line.position) ?? {};
    return { ...line, requestNumber: inFours(requestNumber), outcome, reason };
  };
  return {
    againstScore: minutes.againstScore.map((line) => ({ ...withFile(line), seconded: words.secondedBy(line) })),
    differing: minutes.differing.map((line) => ({ ...withFile(line), combined: words.combinedBy(line.combinedBy) })),
    written: minutes.written.map(({ receivedOn, ...line }) => ({
      ...withFile(line),
      opinion: line.outcome,
      received: words.receivedOn(receivedOn),
    })),
    recused: minutes.recused.map(({ ground, ...line }) => ({ ...withFile(line), ground: words.groundOf(ground) })),
    appeals: minutes.appeals.map(({ position, words: said, ...appeal }) => ({
      ...withFile({ position }),
      said,
      lines: words.foundOf(appeal),
    })),
    enquiries: minutes.enquiries.map(({ dueOn, ...line }) => ({ ...withFile(line), due: words.dueOn(dueOn) })),
  };
}
