import { type Passage, passages, type State } from '#modules/applications';
import { assess } from '#modules/eligibility';
import { addDays, type PlainDate, toDate } from '#platform/dates';
import { dirhams } from '#platform/money';
import { findNamedFamily } from '../../../modules/applications/testing/named-families.ts';
import type { Decision, Dossier, Registration, StandingCard, StandingRight } from './dossier.ts';

/** The day on which the widow Itto files her request, in every built dossier. */
export const filingDay = toDate('2026-10-03');

/** A request as it stands in a state, having come there by the shortest road, a day in each state before. */
export function aDossier(state: State = 'checking', details: Partial<Dossier> = {}): Dossier {
  const declaration = findNamedFamily('itto')?.declaration;
  const [head] = declaration?.members ?? [];
  if (!declaration || !head) throw new Error('the widow Itto has moved away');
  const road = roadTo(state);
  const on = (step: number): PlainDate => addDays(filingDay, step);
  const isScored = road.some((passed) => passed === 'scored');
  return {
    number: '202600000440',
    kind: 'new',
    state,
    since: on(road.length - 1),
    territory: declaration.commune,
    filedOn: filingDay,
    names: head.names,
    members: declaration.members,
    passages: road.map((to, step) => ({ to, on: on(step) })),
    silent: [],
    ...(isScored ? { assessment: assess('ramed-2008', declaration) } : {}),
    ...details,
  };
}

/** Accepted as poor by the commission, as the score proposed. */
export const acceptedAsPoor: Decision = {
  outcome: 'poor',
  reasonCode: 'as-scored',
  on: addDays(filingDay, 4),
  isAgainstScore: false,
};

/** Registered as vulnerable: 480 DH are due before anything opens. */
export const waitingToPay: NonNullable<Dossier['registration']> = {
  category: 'vulnerable',
  on: addDays(filingDay, 6),
  right: { state: 'unpaid', since: addDays(filingDay, 6), reason: 'registered' },
  due: {
    amount: dirhams(480),
    state: 'notified',
    on: addDays(filingDay, 6),
    notice: { number: '265000000126', registration: '201504127733', persons: 4, year: 1 },
  },
};

/** Rights that run, as a family has them from the day it is registered. */
export const openRight: StandingRight = {
  state: 'open',
  since: addDays(filingDay, 6),
  until: addDays(filingDay, 1_101),
  reason: 'registered',
};

/** A card that stands in a state since the day after it was ordered, having come to its family's hands before unless `reached` says otherwise. */
export function aCard(state: StandingCard['state'], reached: StandingCard['state'] = state): StandingCard {
  return { state, since: addDays(filingDay, 7), reached, place: '' };
}

/** A poor family that is registered, with an open right unless it is said otherwise. */
export function registeredAsPoor(details: Partial<Registration> = {}): Dossier {
  const registration = { category: 'poor', on: addDays(filingDay, 6), right: openRight, ...details } as const;
  return aDossier('registered', { decision: acceptedAsPoor, registration });
}

function roadTo(state: State): State[] {
  const usual: readonly Passage[] = ['accept-papers', 'score', 'put-on-agenda', 'decide', 'validate', 'register'];
  const road: State[] = ['filed'];
  for (const passage of usual) {
    if (road.at(-1) === state) return road;
    const aside = Object.values(passages).find(
      ({ from, to }) => to === state && (from as readonly State[]).includes(road.at(-1) ?? 'filed'),
    );
    if (aside) return [...road, state];
    road.push(passages[passage].to);
  }
  return road;
}
