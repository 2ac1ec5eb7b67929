import type { State } from '#modules/applications';
import type { CardState } from '#modules/cards';
import type { Appeal } from '#modules/commissions';
import type { BriefComplaint } from '#modules/complaints';
import type { Assessment, Declaration, Member } from '#modules/eligibility';
import type { AnswerState } from '#modules/entitlements';
import type { PlainDate } from '#platform/dates';
import type { Centimes } from '#platform/money';
import type { RequestKind } from '../pages/follow.view.ts';

/** All that the house knows of one file and its family may be told, from every module, before any word of it is chosen. */
export type Dossier = {
  readonly number: string;
  readonly kind: RequestKind;
  readonly state: State;
  readonly since: PlainDate;
  /** Code of the commune. */
  readonly territory: string;
  readonly filedOn: PlainDate;
  readonly names: Member['names'];
  readonly members: Declaration['members'];
  readonly closedFor?: string;
  /** The kinds of papers that were sent, as long as the counter waits for the family's papers; absent when it waits for none. */
  readonly papersSent?: readonly string[];
  /** Every hand-over, oldest first. */
  readonly passages: readonly { readonly to: State; readonly on: PlainDate }[];
  /** Who has not answered yet, and since when. */
  readonly silent: readonly { readonly partner: Silent; readonly since: PlainDate }[];
  readonly assessment?: Assessment;
  /** What the commission decided; the family is told once the province has validated it. */
  readonly decision?: Decision;
  /** That the commission has sat and has not decided; it stands until the file goes on. */
  readonly putOff?: PutOff;
  readonly registration?: Registration;
  /** How the family contests the decision, once it does. */
  readonly appeal?: Appeal;
  /** The papers it was last asked for, while it waits for them. */
  readonly asked?: { readonly papers: readonly string[]; readonly note?: string; readonly on: PlainDate; readonly at: string };
  /** What the family has complained of about this request, the newest first. */
  readonly complaints?: readonly BriefComplaint[];
};

export type Silent = 'dgsn' | 'cnss' | 'cnops' | 'insurers';

export type Decision = {
  readonly outcome: Outcome;
  readonly reasonCode: string;
  readonly on: PlainDate;
  readonly isAgainstScore: boolean;
  /** The day the province validated it, and the family could read it. */
  readonly validatedOn?: PlainDate;
};

export type PutOff = { readonly outcome: 'adjourned' | 'enquiry'; readonly reasonCode: string; readonly on: PlainDate };

export type Outcome = 'poor' | 'vulnerable' | 'refused';

export type Registration = {
  readonly category: 'poor' | 'vulnerable';
  readonly on: PlainDate;
  /** Years of rights before those that began on that day. */
  readonly yearsBefore?: number;
  readonly right: StandingRight | undefined;
  readonly due?: { readonly amount?: Centimes; readonly state: string; readonly on: PlainDate; readonly notice?: Notice };
  readonly card?: StandingCard;
};

/** How the right stands today, as the rights question answers it; the reason is empty for whoever may not read it. */
export type StandingRight = {
  readonly state: AnswerState;
  readonly since?: PlainDate;
  readonly until?: PlainDate;
  readonly reason: string;
};

export type StandingCard = {
  readonly state: CardState;
  readonly since: PlainDate;
  /** The last state in which it was worth something. */
  readonly reached: CardState;
  readonly handedOverOn?: PlainDate;
  /** Code of where it is; empty for holders of whom there is one. */
  readonly place: string;
};

/** What the payment notice says besides the amount; for whoever knows the file's number. */
export type Notice = {
  readonly number: string;
  readonly registration: string;
  readonly persons: number;
  readonly year: number;
  /** The year that the payment opened, where it is a later one. */
  readonly creditedYear?: number;
  /** The last day on which a payment opens something, where it is known. */
  readonly payableUntil?: PlainDate;
  readonly paid?: { readonly payment: string; readonly on: PlainDate; readonly branch: string };
};

/**
 * What a national card and a birth date open: where the file stands and what to do. Others hold a copy of that card, so that what is taken out
 * here no page can tell: number, names, members, score, amounts.
 */
export function stepsAlone({
  asked: _papers,
  assessment: _score,
  complaints: _told,
  appeal,
  putOff,
  registration,
  ...dossier
}: Dossier): Dossier {
  const contested = appeal ? { appeal: withoutWords(appeal) } : {};
  const waiting = putOff ? { putOff: { ...putOff, reasonCode: '' } } : {};
  const awaited = dossier.papersSent ? { papersSent: [] } : {};
  const alone = { ...dossier, number: '', names: {}, members: [], ...awaited, ...contested, ...waiting };
  return registration ? { ...alone, registration: withoutMeans(registration) } : alone;
}

function withoutWords({ answer: _said, asked: _asked, ...appeal }: Appeal): Appeal {
  return { ...appeal, number: '', words: '', phone: null, criteria: [], reason: null, outcome: null };
}

/** Why a right has stopped tells of what the family did or is suspected of. */
function withoutMeans({ due, right, ...registration }: Registration): Registration {
  const known = { ...registration, right: right && { ...right, reason: '' } };
  return due ? { ...known, due: { state: due.state, on: due.on } } : known;
}

/** States in which the province has not validated a decision yet: it may still be taken back. */
const undecided: ReadonlySet<State> = new Set([
  'draft',
  'filed',
  'incomplete',
  'checking',
  'discordant',
  'scored',
  'enquiry',
  'scheduled',
  'decided',
]);

/** The decision as far as the family may hear it. */
export function announcedDecision({ state, decision }: Dossier): Decision | undefined {
  return undecided.has(state) ? undefined : decision;
}

/** States in which a file that was put off comes before its commission again. */
const comesBack: ReadonlySet<State> = new Set(['scored', 'enquiry', 'scheduled']);

/** That the commission put the file off, while it is still so. */
export function standingPutOff({ state, putOff }: Dossier): PutOff | undefined {
  return comesBack.has(state) ? putOff : undefined;
}

/** A request that was refused, or is about to be closed because of it. */
export function isRefused(dossier: Dossier): boolean {
  return dossier.closedFor === 'refused' || announcedDecision(dossier)?.outcome === 'refused';
}
