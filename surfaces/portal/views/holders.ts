import type { State } from '#modules/applications';
import type { CardState } from '#modules/cards';
import { type Language, type Message, translator } from '#platform/i18n';
import type { StepKey } from '../pages/follow.view.ts';
import type { Dossier, Silent } from './dossier.ts';
import { placeName, provinceName } from './names.ts';

/** Names of holders by their messages, `portal.holder.…`; those in one place are told with it. */
type Holder =
  | 'you'
  | 'counter'
  | 'partners'
  | 'verification-officer'
  | 'commission'
  | 'field-agent'
  | 'province'
  | 'anam'
  | 'bank'
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
  'handed-over': 'you',
};

const holderOfCard: Readonly<Partial<Record<CardState, Holder>>> = {
  ordered: 'anam',
  batched: 'anam',
  with_maker: 'card-maker',
  made: 'card-maker',
  rejected_proof: 'card-maker',
  received: 'anam',
  checked: 'anam',
  in_parcel: 'anam',
  at_province: 'province',
  at_office: 'you',
  uncollected: 'you',
};

/** Who had a file while it stood in a state; nobody holds one that has ended. */
export function holderInState(language: Language, dossier: Dossier, state: State): Message | undefined {
  return told(language, dossier, holderOfState[state]);
}

/** Who did a step that is done. */
export function holderOfDone(language: Language, dossier: Dossier, step: StepKey): Message | undefined {
  return told(language, dossier, holderOfStep[step]);
}

export function holderInCardState(language: Language, dossier: Dossier, state: CardState): Message | undefined {
  return told(language, dossier, holderOfCard[state]);
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
