import type { Lateness, StepState } from '#design/components/timeline.tsx';
import type { State } from '#modules/applications';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import type { AppealStanding } from './appeals/appeal-link.tsx';
import type { ConcernsView } from './complaints/concerns.tsx';
import type { AskedPapers } from './counter/asked-papers.tsx';
import type { DeedsView } from './counter/deeds.tsx';
import type { RightView } from './right-standing.tsx';
import type { RightsAskedView } from './rights-asked.tsx';

/** What P16 shows of a request. A message's facts are filled in the reader's language by the query that makes this. */
export type FollowView = {
  readonly state: State;
  readonly tone: AnswerTone;
  /** The sentence that answers "where is it?": `portal.headline.…`. */
  readonly headline: Message;
  /** What the citizen can do now, most useful first: `portal.next.…`. Never empty: `portal.next.wait` says that nothing is to be done. */
  readonly next: readonly Message[];
  /** The delay, when it is over: told with the sentence, not only in the steps. */
  readonly late?: { readonly days: number; readonly normDays: number };
  readonly steps: readonly JourneyStep[];
  /** Every hand-over, oldest first. */
  readonly history: readonly { readonly on: PlainDate; readonly state: State; readonly holder?: Message }[];
  /** What only the number on the receipt opens; absent for whoever came with a national card. */
  readonly file?: FileFacts;
  /** What the family was asked to bring, while it is waited for. */
  readonly asked?: AskedPapers;
  /** Who asked about the family's rights; for whoever knows its number. */
  readonly rightsAsked?: RightsAskedView;
  /** The family has asked for its rights again since, by another request. */
  readonly newer?: NewerView;
  /** Of a request that asks for rights again: those that the family has meanwhile, and what to do when it was refused. */
  readonly running?: { readonly registration: string; readonly endsOn: PlainDate; readonly isRefused: boolean };
  /** The last day of rights that may be asked for again, from today on. */
  readonly renewableUntil?: PlainDate;
  /** How the rights of the family stand today, once it is registered. */
  readonly right?: RightView;
  /** Another insurance was told of, to be answered about or only to be seen. */
  readonly cover?: 'answer' | 'see';
  /** What the agent who reads may do with it. */
  readonly deeds?: DeedsView;
};

export type FileFacts = {
  /** Twelve digits, ungrouped. */
  readonly number: string;
  readonly kind: RequestKind;
  readonly applicant: { readonly latin: string; readonly arabic: string };
  readonly persons: number;
  readonly category?: 'poor' | 'vulnerable';
  readonly hasScore: boolean;
  /** What the commission did is told by a letter, too. */
  readonly hasLetter?: boolean;
  /** There is a notice: to pay, or paid. */
  readonly notice?: 'to-pay' | 'settled';
  /** A card was ordered: where it is has a page of its own. */
  readonly hasCard?: boolean;
  /** How many papers were sent and how many are to be brought, while the counter waits for them. */
  readonly papers?: Message;
  readonly concerns: ConcernsView;
  /** How a refusal stands to being contested. */
  readonly appeal?: AppealStanding;
};

export type NewerView = {
  /** Twelve digits, ungrouped. */
  readonly number: string;
  readonly askedOn: PlainDate;
  /** It waits for its decision. */
  readonly isUnderWay: boolean;
  /** The first day of the right that it renewed. */
  readonly begins?: PlainDate;
};

export type RequestKind = 'new' | 'renewal' | 'household-change' | 'duplicate-card' | 'cancellation';

/** The colour and shape of the answer: all is well, your turn, be patient, late or held, refused. */
export type AnswerTone = 'good' | 'todo' | 'waiting' | 'attention' | 'refused';

/**
 * The steps a citizen knows; several states of the file may be one step. `paid` only for families who contribute, `enquiry` only when asked;
 * `card-again` where a card is worth nothing any more, the last three where the rights have stopped.
 */
export const stepKeys = [
  'filed',
  'checked',
  'enquiry',
  'decided',
  'validated',
  'registered',
  'paid',
  'card-made',
  'card-at-office',
  'handed-over',
  'card-again',
  'suspended',
  'closed',
  'expired',
] as const;

export type StepKey = (typeof stepKeys)[number];

export type JourneyStep = {
  readonly key: StepKey;
  readonly state: StepState;
  /** `portal.holder.…` */
  readonly holder?: Message;
  /** The day it was done or, for the current step, since when it waits. */
  readonly on?: PlainDate;
  /** Days it took or has waited so far, beside the days the law's delays call normal. */
  readonly days?: number;
  readonly normDays?: number;
  readonly late?: Lateness;
  readonly note?: Message;
};
