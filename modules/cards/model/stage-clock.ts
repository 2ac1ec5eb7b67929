import { lawAt } from '#law';
import { addDays, toDate, toIsoDate } from '#platform/dates';
import type { CardState } from './lifecycle.ts';

/** The parameter of the law that says how long a card may stay in each stage; a card in its family's hands or worth nothing waits for nobody. */
export const clockOfStage = {
  ordered: 'ordered',
  batched: 'batched',
  with_maker: 'withMaker',
  made: 'made',
  received: 'received',
  checked: 'checked',
  in_parcel: 'inParcel',
  rejected_proof: 'rejectedProof',
  at_province: 'atProvince',
  at_office: 'atOffice',
} as const satisfies Partial<Record<CardState, string>>;

export type Stage = keyof typeof clockOfStage;

export function isStage(state: string): state is Stage {
  return Object.hasOwn(clockOfStage, state);
}

/** In days, by the law of the day the stage began. */
export function stageClock(stage: Stage, since: string) {
  return lawAt(since.slice(0, 10)).cards[clockOfStage[stage]];
}

/** The last day a card may be in its stage. */
export function stageDueOn(stage: Stage, since: string): string {
  return toIsoDate(addDays(toDate(since.slice(0, 10)), stageClock(stage, since).value.late));
}
