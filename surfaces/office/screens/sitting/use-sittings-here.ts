import type { QuestionOutput } from '../../client/contract.ts';
import { type Asked, useAnswer } from '../../client/office-context.tsx';

/** The sittings that are held or about to be: asked in the same words wherever they are needed, so that one answer is kept for all. */
export function useSittingsHere(isAsked = true): Asked<QuestionOutput<'commissions.sittings-by-state'>> {
  return useAnswer('commissions.sittings-by-state', isAsked ? { states: ['open', 'agenda_frozen'] } : undefined);
}
