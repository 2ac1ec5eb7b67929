import type { State } from '#modules/applications';
import { type CardState, cardStates } from '#modules/cards';
import { type Language, type Message, translator } from '#platform/i18n';
import type { StepKey } from '../pages/follow.view.ts';
import { standingOf } from './card-standing.ts';
import type { Dossier, Silent } from './dossier.ts';
import { placeName, provinceName } from './names.ts';

/** Names of holders by their messages, `portal.holder.…`; those in one place are told with it. */
type Holder =
  | 'you'
  /** The family, once it no longer has to act. */
  | 'family'
  | 'counter'
  | 'partners'
  | 'verification-officer'
  | 'commission'
  | 'field-agent'
  | 'province'
  | 'anam'
  | 'bank'
  | 'carrier'
  | 'card-maker';

const holderOfState: Readonly<Partial<Record<State, Holder>>> = {
  draft: 'you',
  filed: 'counter',
  incomplete: 'you',
  checking: 'partners',
  discordant: 'verification-officer',
  scored: 'commission',
  enquiry: 'field-agent',
  scheduled: 'commission',
  decided: 'province',
  validated: 'anam',
  held: 'anam',
};

const holderOfStep: Readonly<Record<StepKey, Holder>> = {
  filed: 'counter',
  checked: 'partners',
  enquiry: 'field-agent',
  decided: 'commission',
  validated: 'province',
  registered: 'anam',
  paid: 'bank',
  'card-made': 'card-maker',
  'card-at-office': 'counter',
  'handed-over': 'family',
  'card-again': 'anam',
  suspended: 'anam',
  closed: 'anam',
  expired: 'anam',
};

type CardHolder = (typeof cardStates)[CardState]['holder'];

/** Whom a card that is with somebody waits for: one at the counter waits for its family. */
const holderOfCard: Readonly<Record<Exclude<CardHolder, 'nobody'>, Holder | undefined>> = {
  anam: 'anam',
  'card-maker': 'card-maker',
  carrier: 'carrier',
  province: 'province',
  counter: 'you',
  citizen: undefined,
};

/** Who has a file that stands in a state; nobody holds one that has ended. */
export function holderInState(language: Language, dossier: Dossier, state: State): Message | undefined {
  return told(language, dossier, holderOfState[state]);
}

/** Who had it then: a family that had to act, and has nothing to do now, is not told to act. */
export function holderThen(language: Language, dossier: Dossier, state: State): Message | undefined {
  const holder = holderOfState[state];
  return told(language, dossier, holder === 'you' ? 'family' : holder);
}

/** Who did a step that is done. */
export function holderOfDone(language: Language, dossier: Dossier, step: StepKey): Message | undefined {
  return told(language, dossier, holderOfStep[step]);
}

export function holderInCardState(language: Language, dossier: Dossier, state: CardState): Message | undefined {
  const standing = standingOf(state);
  if (standing.is === 'over') return told(language, dossier, standing.another === 'asked-by-family' ? 'you' : 'anam');
  const { holder } = cardStates[state];
  return holder === 'nobody' ? undefined : told(language, dossier, holderOfCard[holder]);
}

/** "Waiting for an answer: CNSS, CNOPS". */
export function silentHolder(language: Language, silent: Dossier['silent']): Message {
  const names = silent.map(({ partner }) => partnerName(language, partner));
  return { key: 'portal.holder.partner-waiting', facts: { partner: names.join(', ') } };
}

function partnerName(language: Language, partner: Silent): string {
  return partner === 'insurers' ? translator(language)('portal.holder.insurers') : partner.toUpperCase();
}

function told(language: Language, { territory }: Dossier, holder: Holder | undefined): Message | undefined {
  if (holder === undefined) return undefined;
  const place = holder === 'province' ? provinceName(language, territory) : placeName(language, territory);
  return { key: `portal.holder.${holder}`, facts: { place } };
}
