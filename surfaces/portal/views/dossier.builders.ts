import { type Passage, passages, type State } from '#modules/applications';
import { assess } from '#modules/eligibility';
import { addDays, type PlainDate, toDate } from '#platform/dates';
import { dirhams } from '#platform/money';
import { findNamedFamily } from '../../../modules/applications/testing/named-families.ts';
import type { Decision, Dossier } from './dossier.ts';

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
  right: 'pending_payment',
  due: {
    amount: dirhams(480),
    state: 'notified',
    on: addDays(filingDay, 6),
    notice: { number: '265000000126', registration: '201504127733', persons: 4, year: 1 },
  },
};

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
