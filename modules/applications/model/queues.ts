import type { Actor, Permission } from '#platform/permissions';
import { mayDo } from '#platform/permissions';
import type { State } from './lifecycle.ts';

type Duty = { readonly permission: Permission; readonly mine: readonly State[]; readonly others: readonly State[] };

/**
 * Which files wait for whoever may do something about them, and which of those of others they follow, since families ask. What is registered
 * or closed waits for nobody.
 */
const duties: readonly Duty[] = [
  {
    permission: 'applications:check-papers',
    mine: ['filed'],
    others: ['incomplete', 'checking', 'discordant', 'scored', 'enquiry', 'scheduled', 'decided', 'validated', 'held'],
  },
  { permission: 'verifications:settle', mine: ['discordant'], others: ['checking', 'incomplete'] },
  { permission: 'commissions:prepare', mine: ['scored'], others: ['enquiry', 'discordant'] },
  { permission: 'commissions:enquire', mine: ['enquiry'], others: [] },
  { permission: 'commissions:record', mine: ['scheduled'], others: ['decided'] },
  { permission: 'commissions:validate', mine: ['decided'], others: ['scheduled', 'validated'] },
  { permission: 'entitlements:register', mine: ['validated'], others: ['held'] },
];

export type Queue = { readonly state: State; readonly whose: 'mine' | 'others' };

/** The queues of somebody: first those that wait for them, then those that wait for others. */
export function queuesOf(actor: Actor): readonly Queue[] {
  const held = duties.filter(({ permission }) => mayDo(actor, permission));
  const mine = new Set(held.flatMap((duty) => duty.mine));
  const others = new Set(held.flatMap((duty) => duty.others).filter((state) => !mine.has(state)));
  return [
    ...[...mine].map((state) => ({ state, whose: 'mine' as const })),
    ...[...others].map((state) => ({ state, whose: 'others' as const })),
  ];
}
