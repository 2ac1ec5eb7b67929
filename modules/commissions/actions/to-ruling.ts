import { z } from 'zod';
import type { Law } from '#law';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { decideBatch } from '../model/batch.ts';
import { type CombinedBy, combine } from '../model/combination.ts';
import { asProposed, decideRuling, outcomes, QUORUM_LACKING, reasonCodes } from '../model/decision.ts';
import { points } from '../model/enquiry.ts';
import { institutions } from '../model/members.ts';
import { withinSitting } from '../model/presence.ts';
import { type InRoom, quorumOn, type Room, voicesOn } from '../model/room.ts';
import type { AgendaRow, RulingRow, SittingRow } from '../store/tables.ts';

const Opinion = z.object({
  institution: z.enum(institutions),
  member: z.uuid(),
  outcome: z.enum(outcomes),
  words: z.string().trim().max(1_000).optional(),
});

/** What is ruled on one file, as a screen sends it. */
export const Ruled = z.object({
  /** Given by the computer of the room: the same one again is the same ruling. */
  id: z.uuid(),
  application: z.uuid(),
  outcome: z.enum(outcomes),
  reason: z.enum(reasonCodes),
  remark: z.string().trim().max(2_000).optional(),
  /** Of institutions that differ; one that states nothing holds what is ruled. */
  opinions: z.array(Opinion).max(institutions.length).optional(),
  enquiry: z
    .object({
      question: z.string().trim().min(1).max(1_000),
      points: z.array(z.enum(points)).min(1).max(points.length),
      /** Without a day, the one that the law calls normal. */
      dueOn: z.iso.date().optional(),
    })
    .optional(),
  ruledAt: z.iso.datetime({ offset: true }),
});
export type Ruled = z.output<typeof Ruled>;

/** Files ruled on together: since when they were on the screen. */
export const RuledBatch = z.object({ number: z.int().min(1), shownAt: z.iso.datetime({ offset: true }) });
export type RuledBatch = z.output<typeof RuledBatch>;

/** Everything that a ruling is held to. */
export type RuledOn = {
  readonly sitting: SittingRow;
  readonly room: Room;
  readonly law: Law['commissions'];
  readonly agenda: ReadonlyMap<string, AgendaRow>;
  readonly rulings: readonly RulingRow[];
  /** By the identifiers that devices gave, of whatever sitting. */
  readonly known: ReadonlyMap<string, RulingRow>;
  readonly decided: ReadonlySet<string>;
  /** Files of the family of whoever records. */
  readonly own: ReadonlySet<string>;
  /** The day an enquiry is due by the law, from the day that was asked for. */
  dueDay(asked: string | undefined): string | Refusal;
  readonly now: string;
  readonly actor: string;
};

type Standing = RuledOn & { readonly isDecided: boolean; readonly sequence: number; readonly batch: RuledBatch | undefined };

/** One ruling as the books keep it, or why the commission cannot rule so now. */
export function toRuling(on: Standing, ruling: Ruled): RulingRow | Refusal {
  const item = on.agenda.get(ruling.application);
  if (!item) return refuse('not-on-agenda', { place: 'application' });
  if (on.isDecided) return refuse('already-decided', { place: 'application' });
  if (on.own.has(ruling.application)) return refuse('own-family', { place: 'application' });
  const ruledAt = withinSitting(ruling.ruledAt, { openedAt: on.sitting.opened_at ?? on.now, now: on.now });
  const lost = quorumLost(on.room, ruling.application, ruledAt);
  if (lost && ruling.reason !== QUORUM_LACKING) return { ...lost, place: 'application' };
  if (!lost && ruling.reason === QUORUM_LACKING)
    return refuse('reason-does-not-fit', { place: 'reason', facts: { reason: ruling.reason, outcome: ruling.outcome } });
  const ruled = decideRuling(item.proposal, ruling.outcome, ruling.reason);
  if (isRefusal(ruled)) return ruled;
  const enquiry = toEnquiry(on, ruling);
  if (isRefusal(enquiry)) return enquiry;
  const by = combinedBy(on, ruling, voicesOn(on.room, ruling.application, ruledAt));
  if (isRefusal(by)) return by;
  return { ...toRow(on, ruling, ruledAt), enquiry, against_score: ruled.againstScore, combined_by: by === 'agreed' ? null : by };
}

function toEnquiry({ dueDay }: RuledOn, { outcome, enquiry }: Ruled): RulingRow['enquiry'] | Refusal {
  if (outcome !== 'enquiry') return null;
  if (!enquiry) return refuse('enquiry-needed', { place: 'enquiry' });
  const dueOn = dueDay(enquiry.dueOn);
  if (isRefusal(dueOn)) return { ...dueOn, place: 'enquiry.dueOn' };
  return { question: enquiry.question, points: [...new Set(enquiry.points)], dueOn };
}

/** Too few institutions sit for a file at a moment: how many do, how many must, and which are missing. */
export function quorumLost(room: Room, application: string, moment: string): Refusal<'quorum-lost'> | undefined {
  const { reached, present, needed, absent } = quorumOn(room, application, moment);
  return reached ? undefined : refuse('quorum-lost', { facts: { present, needed, absent: absent.join(',') } });
}

function combinedBy(
  { law }: RuledOn,
  { outcome, opinions = [] }: Ruled,
  voices: readonly InRoom[],
): CombinedBy | Refusal<'not-in-the-room' | 'opinions-not-combined'> {
  const spoken = new Set<string>();
  for (const [index, { institution, member }] of opinions.entries()) {
    const isThere = voices.some((voice) => voice.id === member && voice.institution === institution);
    if (!isThere || spoken.has(institution)) return refuse('not-in-the-room', { place: `opinions[${index}].member` });
    spoken.add(institution);
  }
  const ruling = voices.map((voice) => voice.institution);
  const combined = combine(opinions, { ruled: outcome, ruling, chair: law.chair.value });
  if (combined.outcome === outcome) return combined.by;
  return refuse('opinions-not-combined', {
    place: 'opinions',
    facts: { outcome: combined.outcome, rule: law.combination.value },
  });
}

function toRow(on: Standing, ruling: Ruled, ruledAt: string) {
  return {
    id: ruling.id,
    sitting_id: on.sitting.id,
    application_id: ruling.application,
    territory: on.sitting.territory,
    sequence: on.sequence,
    outcome: ruling.outcome,
    reason_code: ruling.reason,
    remark: ruling.remark || null,
    batch: on.batch?.number ?? null,
    shown_at: on.batch?.shownAt ?? null,
    opinions: ruling.opinions ?? [],
    ruled_at: ruledAt,
    recorded_at: on.now,
    actor: on.actor,
    withdrawn_at: null,
    withdrawn_by: null,
    seconded_by: null,
    seconded_at: null,
  };
}

/** Holds rulings of one batch to the rule of batches, by the times that the books keep. */
export function checkBatch(on: RuledOn, rows: readonly RulingRow[], batch: RuledBatch): Refusal | undefined {
  const before = on.rulings.filter((row) => row.batch !== null).map((row) => row.ruled_at);
  const notBefore = [on.sitting.opened_at ?? on.now, ...before].reduce((one, other) =>
    Date.parse(one) > Date.parse(other) ? one : other,
  );
  return decideBatch(
    {
      shownAt: batch.shownAt,
      notBefore,
      rulings: rows.map((row) => ({
        ruledAt: row.ruled_at,
        isConcordant: on.agenda.get(row.application_id)?.concordant === true,
        followsScore:
          row.outcome === asProposed(on.agenda.get(row.application_id)?.proposal ?? 'not_eligible') &&
          row.reason_code === 'as-scored',
      })),
    },
    { size: on.law.batchSize.value, readingSeconds: on.law.batchReadingSeconds.value },
  );
}
