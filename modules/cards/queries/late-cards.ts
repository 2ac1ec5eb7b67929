import { z } from 'zod';
import { lawAt } from '#law';
import { defineQuery } from '#platform/actions';
import { lieAhead, wayToProvince } from '../model/forecast.ts';
import { cardStates } from '../model/lifecycle.ts';
import { clockOfStage, type Stage, stageClock } from '../model/stage-clock.ts';
import { countLate, listPaces, type PaceOf } from '../store/late.ts';

const State = z.enum(Object.keys(clockOfStage) as [Stage, ...Stage[]]);

/** Cards that are late, about to be, or foreseen to reach their province late, by province and stage, before any family complains. */
export const lateCards = defineQuery({
  name: 'cards.late-cards',
  summary: 'Cards that are late, about to be, or foreseen to be, by province and stage',
  permission: 'cards:locate',
  input: z.object({}),
  output: z.object({
    /** Days from the order to the province, by the law. */
    days: z.int(),
    stages: z.array(
      z.object({
        ...{ state: State, holder: z.string(), normal: z.int(), warning: z.int(), late: z.int(), status: z.string() },
        /** Days that half of the cards took; `isSeen` false: too few have passed, the norm stands in. */
        ...{ usual: z.number(), isSeen: z.boolean() },
        /** Of this stage and those to the province, the one that takes the most days beyond its norm, and who holds cards there. */
        brake: z.object({ state: State, holder: z.string() }).optional(),
      }),
    ),
    standings: z.array(
      z.object({
        ...{ province: z.string(), state: State, all: z.int(), warning: z.int(), late: z.int(), foreseen: z.int() },
        oldest: z.string(),
      }),
    ),
  }),
  async run({ tx, now, today }) {
    const paces = await listPaces(tx, Object.keys(clockOfStage) as Stage[]);
    const stages = judgedStages(paces, '', today.toString());
    const provinces = new Set(paces.flatMap(({ province }) => (province === '' ? [] : province)));
    const theirs = [...provinces].flatMap((province) => judgedStages(paces, province, today.toString()));
    const days = lawAt(today.toString()).deadlines.cardDelivery.value.late;
    const standings = await countLate(tx, [...stages, ...theirs], { now: now.toString(), days });
    const told = stages.map(({ brake, province: _all, ...stage }) => ({
      ...stage,
      holder: cardStates[stage.state].holder,
      ...(brake ? { brake: { state: brake, holder: cardStates[brake].holder } } : {}),
    }));
    const place = (state: Stage) => stages.findIndex((stage) => stage.state === state);
    /** A province after the other, each in the order of the road. */
    standings.sort((a, b) => a.province.localeCompare(b.province) || place(a.state) - place(b.state));
    return { days, stages: told, standings };
  },
});

/** By the pace of a province where enough was seen there, else by that of all. */
function judgedStages(paces: readonly PaceOf[], province: string, day: string) {
  const known = ['', province].flatMap((where) => paces.filter((pace) => pace.province === where));
  const normOf = (stage: Stage) => stageClock(stage, day).value.normal;
  const ahead = new Map(lieAhead(known, normOf).map((one) => [one.state, one]));
  const way: readonly Stage[] = [...wayToProvince, 'rejected_proof'];
  return (Object.keys(clockOfStage) as Stage[]).map((state) => {
    const { value, status } = stageClock(state, day);
    const { brake, ...seen } = ahead.get(state) ?? { usual: normOf(state), after: 0, isSeen: false, brake: undefined };
    return {
      province,
      state,
      ...value,
      status,
      usual: seen.usual,
      after: seen.after,
      isSeen: seen.isSeen,
      isAhead: way.includes(state),
      brake,
    };
  });
}
