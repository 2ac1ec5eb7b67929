import { z } from 'zod';
import type { Beneficiary } from '#modules/registry';
import { lifeEventKinds, lifeEventStates } from '../model/life-event.ts';
import type { LifeEventRow } from '../store/tables.ts';

export const Name = z.object({ family: z.string(), given: z.string() });
const Names = z.object({ fr: Name.optional(), ar: Name.optional() });

/** What was reported of a family, as it is shown: whom it is about, the paper that proves it, where it stands. */
export const LifeEvent = z.object({
  event: z.uuid(),
  kind: z.enum(lifeEventKinds),
  happenedOn: z.string(),
  /** The member, or the newcomer that was stated. */
  names: Names.optional(),
  birthDate: z.string().optional(),
  commune: z.string().optional(),
  proof: z.object({ kind: z.string(), number: z.string() }),
  reportedBy: z.enum(['family', 'counter', 'register', 'agency']),
  reportedAt: z.string(),
  state: z.enum(lifeEventStates),
  settledAt: z.string().optional(),
  reason: z.string().optional(),
});

export function toLifeEvent(row: LifeEventRow, member: Beneficiary | undefined): z.input<typeof LifeEvent> {
  const { newcomer, commune } = row.stated;
  const who = newcomer ?? member;
  return {
    ...{ event: row.id, kind: row.kind, happenedOn: row.happened_on },
    ...(who ? { names: who.names, birthDate: who.birthDate } : {}),
    ...(commune ? { commune } : {}),
    proof: { kind: row.proof_kind, number: row.proof_number },
    ...{ reportedBy: row.reported_by, reportedAt: row.reported_at, state: row.state },
    ...(row.settled_at ? { settledAt: row.settled_at } : {}),
    ...(row.reason ? { reason: row.reason } : {}),
  };
}
