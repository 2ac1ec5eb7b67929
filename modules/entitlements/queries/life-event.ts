import { z } from 'zod';
import type { NewcomerCover } from '#modules/coverage';
import type { Beneficiary } from '#modules/registry';
import { correctedFields, differencesBetween } from '../model/correction.ts';
import { lifeEventKinds, lifeEventStates } from '../model/life-event.ts';
import type { LifeEventRow } from '../store/tables.ts';

export const Name = z.object({ family: z.string(), given: z.string() });
const Names = z.object({ fr: Name.optional(), ar: Name.optional() });

const Words = z.object({ names: Names, sex: z.enum(['F', 'M']), birthDate: z.string(), cnie: z.string().optional() });

const Cover = z.object({
  state: z.enum(['waiting', 'clear', 'overlap']),
  askedAt: z.string(),
  answeredAt: z.string().optional(),
  covers: z.array(
    z.object({ scheme: z.string(), role: z.enum(['insured', 'dependant']), from: z.string(), to: z.string().optional() }),
  ),
});

/** What was reported of a family, as it is shown: whom it is about, the paper that proves it, where it stands. */
export const LifeEvent = z.object({
  event: z.uuid(),
  kind: z.enum(lifeEventKinds),
  happenedOn: z.string(),
  /** The member, or the newcomer that was stated. */
  names: Names.optional(),
  birthDate: z.string().optional(),
  commune: z.string().optional(),
  /** Of a member, what is known and what it should be, in which of it they differ. */
  correction: z.object({ was: Words, now: Words, fields: z.array(z.enum(correctedFields)) }).optional(),
  proof: z.object({ kind: z.string(), number: z.string() }),
  reportedBy: z.enum(['family', 'counter', 'register', 'agency']),
  reportedAt: z.string(),
  /** The commune that the family was of when it was reported: that of its papers, wherever the family moves. */
  reportedIn: z.string().optional(),
  /** What the insurers told about the newcomer, or since when they were asked. */
  cover: Cover.optional(),
  state: z.enum(lifeEventStates),
  settledAt: z.string().optional(),
  reason: z.string().optional(),
});

type About = { readonly member: Beneficiary | undefined; readonly cover: NewcomerCover | undefined };

export function toLifeEvent(row: LifeEventRow, { member, cover }: About): z.input<typeof LifeEvent> {
  const { newcomer, commune, corrected } = row.stated;
  const who = newcomer ?? corrected?.was ?? member;
  return {
    ...{ event: row.id, kind: row.kind, happenedOn: row.happened_on },
    ...(who ? { names: who.names, birthDate: who.birthDate } : {}),
    ...(commune ? { commune } : {}),
    ...(corrected ? { correction: { ...corrected, fields: [...differencesBetween(corrected.was, corrected.now)] } } : {}),
    ...(cover ? { cover: { ...cover, covers: cover.covers.map((one) => ({ ...one })) } } : {}),
    proof: { kind: row.proof_kind, number: row.proof_number },
    ...{ reportedBy: row.reported_by, reportedAt: row.reported_at, reportedIn: row.territory, state: row.state },
    ...(row.settled_at ? { settledAt: row.settled_at } : {}),
    ...(row.reason ? { reason: row.reason } : {}),
  };
}
