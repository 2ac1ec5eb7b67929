import type { Config } from '#platform/config';
import type { Job } from '#platform/jobs';
import { holdSittings, signalSittings } from './hold-sittings.ts';
import { carryCards, sendCards, signalCards } from './move-cards.ts';
import { payNotices } from './pay-notices.ts';

/**
 * The named cast at work on rehearsed batches, so that a newcomer sees the whole road and tests drive it: the secretary holds sittings
 * that follow the score, the province validates, some families pay, cards go from hand to hand. Every deed goes through the same actions, permissions and journal as
 * in an office. Absent in production.
 */
export function rehearsalJobs(config: Config): readonly Job<never>[] {
  return [signalSittings, holdSittings, payNotices(config), signalCards, sendCards(config), carryCards] as readonly Job<never>[];
}
