import type { Outcome } from './decision.ts';
import type { Institution } from './quorum.ts';

export type Opinion = { readonly institution: Institution; readonly outcome: Outcome };

/** `agreed`: nobody differs. `none`: no outcome is held by more than another, and the chair holds none of the foremost. */
export type CombinedBy = 'agreed' | 'majority' | 'chair' | 'none';

/**
 * One outcome out of the opinions of the institutions that rule on a file: the one that most hold; between equals, the one the chair holds. An
 * institution that states nothing holds what is ruled. Where no outcome comes of it the file can only be adjourned.
 * Source of the rule: `law/parameters/commissions/combination.yaml`.
 */
export function combine(
  opinions: readonly Opinion[],
  { ruled, ruling, chair }: { readonly ruled: Outcome; readonly ruling: readonly Institution[]; readonly chair: Institution },
): { readonly outcome: Outcome; readonly by: CombinedBy } {
  const stated = new Map(opinions.map((opinion) => [opinion.institution, opinion.outcome]));
  const held = [...new Set(ruling)].map((institution) => ({ institution, outcome: stated.get(institution) ?? ruled }));
  const holders = Map.groupBy(held, (opinion) => opinion.outcome);
  const most = Math.max(...[...holders.values()].map((list) => list.length));
  const foremost = [...holders].filter(([, list]) => list.length === most).map(([outcome]) => outcome);
  const [only = ruled] = foremost;
  if (holders.size <= 1) return { outcome: only, by: 'agreed' };
  if (foremost.length === 1) return { outcome: only, by: 'majority' };
  const ofChair = held.find((opinion) => opinion.institution === chair)?.outcome;
  return ofChair !== undefined && foremost.includes(ofChair)
    ? { outcome: ofChair, by: 'chair' }
    : { outcome: 'adjourned', by: 'none' };
}
