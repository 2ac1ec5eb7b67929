import type { AnswerState } from '#modules/entitlements';
import type { PlainDate } from '#platform/dates';
import { type Language, type Message, translator } from '#platform/i18n';
import type { RightView } from '../pages/right-standing.tsx';
import type { Dossier, StandingRight } from './dossier.ts';
import { placeName } from './names.ts';

/** Rights that a family had, and has not now: whatever its card says. */
export type StoppedState = Extract<AnswerState, 'suspended' | 'closed' | 'expired'>;
type StoppedRight = StandingRight & { readonly state: StoppedState };

const stoppedStates: ReadonlySet<AnswerState> = new Set<StoppedState>(['suspended', 'closed', 'expired']);

/** The right of a registered family, where it has stopped. */
export function stoppedRight({ state, registration }: Dossier): StoppedRight | undefined {
  const right = registration?.right;
  return state === 'registered' && right && isStopped(right) ? right : undefined;
}

function isStopped(right: StandingRight): right is StoppedRight {
  return stoppedStates.has(right.state);
}

/** How the right of a registered family stands, as its pages tell it: the state and its days and, where it has stopped, why and what to do. */
export function toRightView(language: Language, dossier: Dossier): RightView | undefined {
  const right = dossier.state === 'registered' ? dossier.registration?.right : undefined;
  if (!right) return undefined;
  const { state, since, until } = right;
  const days = { ...(since ? { since } : {}), ...(until ? { until } : {}) };
  const stopped = stoppedRight(dossier);
  if (!stopped) return { state, ...days };
  return {
    ...{ state, ...days, headline: stoppedHeadline(stopped, dossier.since), advice: adviceOnStopped(language, dossier, stopped) },
    ...(mayAskAgain(stopped) ? { mayAskAgain: true } : {}),
    ...(isContestable(stopped) ? { complain: stopped.reason === 'double-cover' ? 'double-registration' : 'other' } : {}),
  };
}

/** The same for a family that has asked for its rights again: it is not told to ask. */
export function askedAgain({ mayAskAgain: _may, ...right }: RightView): RightView {
  return { ...right, ...(right.advice ? { advice: withoutAsking(right.advice) } : {}) };
}

/** Advice without the one to ask again. */
export function withoutAsking(advice: readonly Message[]): readonly Message[] {
  return advice.filter(({ key }) => key !== 'portal.right.again');
}

/** "Your rights are suspended since …". */
export function stoppedHeadline({ state, since }: StoppedRight, otherwise: PlainDate): Message {
  return { key: `portal.right.headline.${state}`, facts: { day: since ?? otherwise } };
}

/** Why, whom to ask and what can be done; whoever came with a national card is not told why. */
export function adviceOnStopped(language: Language, { territory }: Dossier, right: StoppedRight): Message[] {
  const { reason, state } = right;
  const why = reason === '' || state === 'expired' ? [] : [whyOf(language, reason)];
  const keys = [
    reason === 'double-cover' && 'portal.next.cover',
    state === 'suspended' && 'portal.right.lift',
    state === 'closed' && 'portal.next.ask-counter',
    mayAskAgain(right) && 'portal.right.again',
    isContestable(right) && 'portal.right.contest',
    'portal.score.emergency',
  ];
  const facts = { place: placeName(language, territory) };
  return [...why, ...keys.filter((key) => key !== false).map((key) => ({ key, facts }))];
}

function whyOf(language: Language, reason: string): Message {
  return { key: 'portal.right.why', facts: { why: translator(language)(`entitlements.reason.${reason}`) } };
}

function mayAskAgain({ state }: StoppedRight): boolean {
  return state !== 'suspended';
}

/** What ran out by itself, or stopped because the family asked, is nobody's decision. */
function isContestable({ state, reason }: StoppedRight): boolean {
  return state !== 'expired' && reason !== 'family-asked';
}
