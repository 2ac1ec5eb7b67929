import { type Holder, type State, states } from './lifecycle.ts';
import type { Standing } from './waiting.ts';

/** Where a holder works; who is reminded of what stands with a citizen or a partner is who follows it. */
const levels = {
  citizen: 'commune',
  counter: 'commune',
  'commission-secretary': 'commune',
  'field-agent': 'commune',
  commission: 'commune',
  partners: 'province',
  'verification-officer': 'province',
  province: 'province',
  anam: 'nation',
  nobody: 'nation',
} as const satisfies Record<Holder, 'commune' | 'province' | 'nation'>;

export type Said = 'warning' | 'escalation';

/** States before a decision: their files wait for it since their deposit. */
export const undecided = [
  'filed',
  'incomplete',
  'checking',
  'discordant',
  'scored',
  'enquiry',
  'scheduled',
] as const satisfies readonly State[];

export function holderOf(state: State): Holder {
  return states[state].holder;
}

/**
 * What is told now of a stay: an escalation once it is late, a warning while it is about to be; each once. What became late without a warning,
 * because nobody looked for some nights, is escalated all the same.
 */
export function decideReminder(standing: Standing, told: ReadonlySet<string>): Said | undefined {
  if (standing === 'late') return told.has('escalation') ? undefined : 'escalation';
  return standing === 'warning' && told.size === 0 ? 'warning' : undefined;
}

/** Whose post is told: the holder's territory for a warning, the next level up (commune, province, nation) for an escalation. */
export function toldTo(said: Said, holder: Holder, territory: string): string {
  const level = levels[holder];
  if (level === 'nation') return '';
  const province = territory.split('.').slice(0, 2).join('.');
  if (said === 'warning') return level === 'commune' ? territory : province;
  return level === 'commune' ? province : '';
}
