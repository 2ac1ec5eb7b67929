import { z } from 'zod';
import { AnsweredEnvelope, recordAnswered, recordUnanswered, UnansweredEnvelope } from '#modules/exchange';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type CoverSpan, overlaps } from '../model/overlap.ts';
import { saveNewcomerControl } from '../store/newcomer-controls.ts';
import { listStandingCovers } from '../store/register.ts';

const Span = z.object({
  scheme: z.string(),
  role: z.enum(['insured', 'dependant']),
  from: z.iso.date(),
  to: z.iso.date().optional(),
});

const About = z.object({ event: z.uuid(), territory: z.string(), card: z.string().optional() });

/**
 * Keeps what the insurers told about somebody who comes into a family, with what their lists told before of the same card; or that they have not
 * answered. Changes nobody's rights: a person decides.
 */
export const recordNewcomer = defineAction({
  name: 'coverage.record-newcomer',
  summary: 'Keep what the insurers told about somebody who comes into a family',
  permission: 'system:coverage',
  input: z.union([
    z.object({ about: About, envelope: AnsweredEnvelope, periods: z.array(Span).optional() }),
    z.object({ about: About, unanswered: UnansweredEnvelope }),
  ]),
  output: z.object({ state: z.enum(['waiting', 'clear', 'overlap']) }),
  refusals: [],
  internal: true,
  async run(context, input) {
    const { tx, now, today } = context;
    const { event, territory, card } = input.about;
    const at = now.toString();
    const asked = { partner: 'insurers' as const, subject: 'cover-checks', at };
    if ('envelope' in input) await recordAnswered(tx, asked, input.envelope);
    else await recordUnanswered(tx, asked, input.unanswered);
    const told = 'envelope' in input ? input.periods : undefined;
    const covers = told === undefined ? [] : await standing({ tx, card, told }, today.toString());
    const state = told === undefined ? 'waiting' : covers.length > 0 ? 'overlap' : 'clear';
    await saveNewcomerControl(tx, {
      ...{ event_id: event, state, covers, asked_at: at, answered_at: told === undefined ? null : at, territory },
      envelope_id: 'envelope' in input ? input.envelope.id : input.unanswered.id,
    });
    context.journal({ subject: `life-event:${event}`, territory, after: digestOf({ event, state, covers }) });
    return { state } as const;
  },
});

type Told = {
  readonly tx: Parameters<typeof listStandingCovers>[0];
  readonly card: string | undefined;
  readonly told: readonly CoverSpan[];
};

/** What stands in the way today, by the answer and by the register; what both tell is told once. */
async function standing({ tx, card, told }: Told, today: string): Promise<CoverSpan[]> {
  const known = await listStandingCovers(tx, card === undefined ? [] : [card], today);
  const covers = [
    ...told.filter((span) => overlaps(span, today)),
    ...known.map(({ scheme, held_as: role, from_day: from, to_day: to }) => ({
      ...{ scheme, role, from },
      ...(to === 'infinity' ? {} : { to }),
    })),
  ];
  return [...new Map(covers.map((cover) => [`${cover.scheme} ${cover.from}`, cover])).values()];
}
