import type { Stage } from './stage-clock.ts';

/** The stages of a card from its order to the province, in their order. */
export const wayToProvince = [
  'ordered',
  'batched',
  'with_maker',
  'made',
  'received',
  'checked',
  'in_parcel',
] as const satisfies readonly Stage[];

/** Fewer passages than these say nothing of how long a stage takes. */
const ENOUGH = 20;

/** How long a stage has taken, in days: half of the cards that passed it were faster. */
export type Pace = { readonly state: Stage; readonly usual: number; readonly seen: number };

/**
 * For each stage: its own usual days, and those of all that come after it until the province. `brake`: which of them takes the most days beyond its
 * norm, so that whoever holds it must act; absent where none does.
 */
export type Ahead = {
  readonly state: Stage;
  readonly usual: number;
  readonly after: number;
  readonly isSeen: boolean;
  readonly brake?: Stage;
};

/** What lies ahead of a card in each stage, by the durations seen; by the norm where too few have passed. */
export function lieAhead(paces: readonly Pace[], normOf: (stage: Stage) => number): Ahead[] {
  const seen = new Map(paces.filter(({ seen: count }) => count >= ENOUGH).map((pace) => [pace.state, pace.usual]));
  const usualOf = (stage: Stage) => seen.get(stage) ?? normOf(stage);
  const way: readonly Stage[] = wayToProvince;
  return [...way, 'rejected_proof' as const].map((state) => {
    const next = state === 'rejected_proof' ? 0 : way.indexOf(state) + 1;
    const after = way.slice(next).reduce((sum, stage) => sum + usualOf(stage), 0);
    const brake = brakeAmong([state, ...way.slice(next)], (stage) => usualOf(stage) - normOf(stage));
    return { state, usual: usualOf(state), after, isSeen: seen.has(state), ...(brake ? { brake } : {}) };
  });
}

function brakeAmong(stages: readonly Stage[], beyond: (stage: Stage) => number): Stage | undefined {
  const [slowest] = stages.toSorted((one, other) => beyond(other) - beyond(one));
  return slowest !== undefined && beyond(slowest) > 0 ? slowest : undefined;
}
