import { z } from 'zod';
import { lawAt } from '#law';
import { countFilesToSit } from '#modules/applications';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { toIsoDate } from '#platform/dates';
import { paceOf } from '../model/calendar.ts';
import { delayOfValidation } from '../model/delay.ts';
import { agentOf } from '../model/members.ts';
import { type CalendarRow, listCalendar, listPaces } from '../store/calendar.ts';
import { listSignedBy } from '../store/signatures.ts';
import { type Signatures, signaturesOf } from './signatures.ts';

const State = z.enum(['convened', 'agenda_frozen', 'open', 'sealed', 'validated']);

const Sitting = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(['cpl', 'cpp']),
  territory: z.string(),
  heldOn: z.string(),
  startsAt: z.string().optional(),
  placeFr: z.string().optional(),
  placeAr: z.string().optional(),
  state: State,
  files: z.int(),
  lateFiles: z.int(),
  /** Decided, or while it sits ruled on so far. */
  decided: z.int(),
  againstScore: z.int(),
  returned: z.int(),
  sealedAt: z.string().optional(),
  validatedAt: z.string().optional(),
  signatures: z.int(),
  neededSignatures: z.int(),
  /** Whether whoever asks has signed its minutes, by a code or on paper. */
  youSigned: z.boolean(),
  /** Of sealed minutes: for how many days they wait for the province, and whether that is late. */
  waiting: z.object({ days: z.int(), clock: z.enum(['normal', 'warning', 'late']) }).optional(),
});

const Commission = z.object({
  territory: z.string(),
  ready: z.int(),
  oldest: z.string(),
  lastHeld: z.string().optional(),
  nextHeld: z.string().optional(),
  nextBy: z.string(),
  isBehind: z.boolean(),
});

/**
 * Sittings of the jurisdiction by day and hour, and which local commissions have files waiting: how many, since when, when each last sat, when
 * it is called for, and by which day it is to sit again to keep the pace that the law expects.
 */
export const sittingsCalendar = defineQuery({
  name: 'commissions.sittings-calendar',
  summary: 'Sittings by day and hour, and which commissions are to be called',
  permission: 'commissions:read',
  input: z.object({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    states: z.array(State).min(1).optional(),
    kind: z.enum(['cpl', 'cpp']).optional(),
    limit: z.int().min(1).max(500).default(200),
  }),
  output: z.object({ sittings: z.array(Sitting), perMonth: z.int(), capacity: z.int(), commissions: z.array(Commission) }),
  async run(context, sought) {
    const rows = await listCalendar(context.tx, sought);
    const signatures = await signaturesOf(context.tx, rows);
    const agent = agentOf(context.actor.id);
    const own = new Set(
      agent === undefined
        ? []
        : await listSignedBy(
            context.tx,
            agent,
            rows.map(({ id }) => id),
          ),
    );
    const { sittingsPerMonth, capacity } = lawAt(toIsoDate(context.today)).commissions;
    return {
      sittings: rows.map((row) => toSitting(row, { ...context, signed: signatures.get(row.id), youSigned: own.has(row.id) })),
      perMonth: sittingsPerMonth.value,
      capacity: capacity.value,
      commissions: sought.kind === 'cpp' ? [] : await commissionsToCall(context, sittingsPerMonth.value),
    };
  },
});

type Known = Pick<QuestionContext, 'today'> & { readonly signed: Signatures | undefined; readonly youSigned: boolean };

function toSitting(row: CalendarRow, { today, signed, youSigned }: Known): z.input<typeof Sitting> {
  const { starts_at, place_fr, place_ar, sealed_at, validated_at } = row;
  return {
    ...{ id: row.id, number: row.number, kind: row.kind, territory: row.territory, heldOn: row.held_on, state: row.state },
    ...{ files: row.files, lateFiles: row.late, decided: row.decided, againstScore: row.against_score, returned: row.returned },
    ...(starts_at === null ? {} : { startsAt: starts_at }),
    ...(place_fr === null ? {} : { placeFr: place_fr }),
    ...(place_ar === null ? {} : { placeAr: place_ar }),
    ...(sealed_at === null ? {} : { sealedAt: sealed_at }),
    ...(validated_at === null ? {} : { validatedAt: validated_at }),
    ...{ signatures: signed?.given ?? 0, neededSignatures: signed?.needed ?? 0, youSigned },
    ...(sealed_at !== null && row.state === 'sealed' ? { waiting: delayOfValidation(sealed_at, today) } : {}),
  };
}

async function commissionsToCall({ tx, today, actor }: QuestionContext, perMonth: number): Promise<z.input<typeof Commission>[]> {
  const paces = new Map((await listPaces(tx, toIsoDate(today))).map((row) => [row.territory, row]));
  return (await countFilesToSit({ tx, actor })).map(({ territory, files, oldest }) => {
    const { last_held, next_held } = paces.get(territory) ?? { last_held: null, next_held: null };
    const held = { lastHeld: last_held ?? undefined, nextHeld: next_held ?? undefined };
    return {
      ...{ territory, ready: files, oldest },
      ...(last_held === null ? {} : { lastHeld: last_held }),
      ...(next_held === null ? {} : { nextHeld: next_held }),
      ...paceOf(held, { today, perMonth }),
    };
  });
}
