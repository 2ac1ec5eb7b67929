import { z } from 'zod';
import { findCommune, findProvince } from '#modules/territory';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { withCheckDigit } from '#platform/numbers';
import { covers, mayDo } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { ensureCommission, insertSitting, takeSittingNumber } from '../store/sittings.ts';

/** Tells a sitting's number from a request's, which is as long and never comes to nine millions in a year. */
const SITTING = '9';

const Called = z.object({
  territory: z.string(),
  heldOn: z.iso.date(),
  /** By the clock of the place: `09:30`. */
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  placeFr: z.string().trim().min(1).max(160).optional(),
  placeAr: z.string().trim().min(1).max(160).optional(),
  kind: z.enum(['cpl', 'cpp']).default('cpl'),
});
type Called = z.output<typeof Called>;

/**
 * Calls the commission of a territory for a day, an hour and a place: the local one of a commune, or the provincial one that hears appeals.
 * There is one local commission for each caïdat or annexe; where their limits are not public, as today, the commune stands for them.
 */
export const conveneSitting = defineAction({
  name: 'commissions.convene-sitting',
  summary: 'Call the commission of a territory for a day',
  permission: 'commissions:hold',
  input: Called,
  output: z.object({ sitting: z.string(), number: z.string() }),
  refusals: ['commune-unknown', 'day-past', 'not-allowed', 'already-called'],
  async run(context, called) {
    const { territory, heldOn, kind } = called;
    const isKnown = kind === 'cpl' ? findCommune(territory) : findProvince(territory);
    if (!isKnown) return refuse('commune-unknown', { place: 'territory', facts: { territory } });
    if (heldOn < context.today.toString()) return refuse('day-past', { place: 'heldOn', facts: { day: heldOn } });
    if (!covers(context.actor, territory) || !mayDo(context.actor, callers[kind]))
      return refuse('not-allowed', { place: 'territory' });
    const commission = await ensureCommission(context.tx, { kind, territory });
    const number = await nextSittingNumber(context);
    const sitting = newId();
    const row = { ...newSitting(called), id: sitting, commission_id: commission, number, convened_at: context.now.toString() };
    if (!(await insertSitting(context.tx, row)))
      return refuse('already-called', { place: 'startsAt', facts: { day: heldOn, hour: called.startsAt ?? '' } });
    const after = digestOf({ sitting, state: 'convened', ...hour(called), heldOn });
    context.journal({ subject: `sitting:${sitting}`, territory, after });
    return { sitting, number };
  },
});

/** The number that people read of the next sitting. */
export async function nextSittingNumber({ tx, today }: Pick<DeedContext, 'tx' | 'today'>): Promise<string> {
  return withCheckDigit(`${today.year}${SITTING}${String(await takeSittingNumber(tx)).padStart(6, '0')}`);
}

/** Who calls which commission: the secretaries of the one do not call the other. */
const callers = { cpl: 'commissions:record', cpp: 'commissions:hear-appeals' } as const;

function newSitting({ territory, heldOn, startsAt, placeFr, placeAr }: Called) {
  return {
    ...{ territory, held_on: heldOn, state: 'convened' as const, starts_at: startsAt ?? null },
    ...{ place_fr: placeFr ?? null, place_ar: placeAr ?? null, opened_at: null, sealed_at: null, validated_at: null },
    ...{ minutes_digest: null, minutes: null },
  };
}

function hour({ startsAt }: Called) {
  return startsAt === undefined ? {} : { startsAt };
}
