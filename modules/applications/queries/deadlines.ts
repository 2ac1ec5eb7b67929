import { z } from 'zod';
import { lawAt } from '#law';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { casablancaMidnight, toIsoDate } from '#platform/dates';
import { mayDo, type Permission, territoryOf } from '#platform/permissions';
import { communesWithin } from '../model/jurisdiction.ts';
import { type Holder, type State, states } from '../model/lifecycle.ts';
import { queuesOf } from '../model/queues.ts';
import { holderOf } from '../model/reminding.ts';
import { type Clock, clocks, hasClock, standsSince } from '../model/waiting.ts';
import { countQueues } from '../store/queues.ts';
import { countUndecided, listTold } from '../store/reminders.ts';

const days = z.int();
const holders = [...new Set(Object.values(states).map(({ holder }) => holder))] as [Holder, ...Holder[]];

/** What the law does once the delay is over and nobody has spoken. */
const Effect = z.enum(['none', 'accepted', 'refused']);
type Effect = z.output<typeof Effect>;

const Delay = z.object({
  clock: z.enum(clocks),
  holder: z.enum(holders).optional(),
  ...{ normal: days, warning: days, late: days },
  status: z.enum(['official', 'unverified', 'illustrative']),
  source: z.string(),
  /** What stands under this clock in the jurisdiction; absent where files are not counted by it here. */
  files: z.object({ all: z.int(), warning: z.int(), late: z.int(), oldest: z.string() }).optional(),
  silence: Effect.optional(),
});

/** Every delay of the law that a request meets on its road, who holds it there, and how many files of the jurisdiction are about to be late, or are. */
export const deadlines = defineQuery({
  name: 'applications.deadlines',
  summary: 'Every delay of the law, and how many files of the jurisdiction are about to be late, or are',
  permission: 'applications:read',
  input: z.object({}),
  output: z.object({ delays: z.array(Delay) }),
  async run(context) {
    const { deadlines: law, silence } = lawAt(toIsoDate(context.today));
    const counts = new Map((await countClocks(context)).map(({ clock, ...count }) => [clock, count]));
    const effects: Readonly<Record<string, Effect>> = { decision: silence.decision.value, decided: silence.decided.value };
    const delays = clocks.map((clock) => {
      const { value, status, source } = law[clock];
      const [count, effect] = [counts.get(clock), effects[clock]];
      return {
        ...{ clock, ...value, status, source },
        ...(Object.hasOwn(states, clock) ? { holder: holderOf(clock as State) } : {}),
        ...(count ? { files: count } : {}),
        ...(effect ? { silence: effect } : {}),
      };
    });
    return { delays };
  },
});

async function countClocks({ tx, actor, today }: QuestionContext) {
  const communes = communesWithin(actor.scopes);
  const at = (clock: Clock, standing: 'warning' | 'late') => standsSince(clock, standing, today);
  const asked = (Object.keys(states) as State[]).filter(hasClock);
  const since = (standing: 'warning' | 'late') =>
    countQueues(
      tx,
      communes,
      asked.map((state) => ({ state, lateSince: casablancaMidnight(at(state, standing)).toString() })),
    );
  const warned = new Map((await since('warning')).map(({ state, late }) => [state, late]));
  const counted = (await since('late')).map(({ state, files, late, oldest }) => {
    return { clock: state as Clock, all: files, late, warning: (warned.get(state) ?? late) - late, oldest };
  });
  const bounds = { warning: toIsoDate(at('decision', 'warning')), late: toIsoDate(at('decision', 'late')) };
  const undecided = (await countUndecided(tx, bounds)).map(({ files, ...count }) => ({
    ...count,
    clock: 'decision' as const,
    all: files,
  }));
  return [...counted, ...undecided];
}

/** Beyond the files of their own queues, whoever follows what stands with a family or a partner, or holds what is not a file, is warned of it. */
const followed: readonly { readonly by: Permission; readonly clocks: readonly Clock[] }[] = [
  { by: 'applications:check-papers', clocks: ['incomplete'] },
  { by: 'verifications:settle', clocks: ['checking'] },
  { by: 'commissions:prepare', clocks: ['convened', 'decision'] },
  { by: 'commissions:hear-appeals', clocks: ['appeal'] },
  { by: 'entitlements:register', clocks: ['held'] },
];

const Told = z.object({
  ...{ id: z.string(), kind: z.enum(['application', 'sitting', 'enquiry', 'appeal']), subject: z.string(), number: z.string() },
  ...{ clock: z.enum(clocks), holder: z.enum(holders), territory: z.string(), since: z.string(), days, toldAt: z.string() },
});

const Tellings = z.object({ all: z.int(), some: z.array(Told) });

/**
 * What the asker was told: what was escalated to the post's own level and waits for an answer, and the warnings of what the post holds; how many
 * of each, and those that wait longest.
 */
export const toldToMe = defineQuery({
  name: 'applications.told-to-me',
  summary: 'What was escalated to me, and what I am warned of',
  permission: 'applications:read',
  input: z.object({ limit: z.int().min(1).max(200).default(100) }),
  output: z.object({ escalated: Tellings, warned: Tellings, mayAnswer: z.boolean() }),
  async run({ tx, actor }, { limit }) {
    const mine = queuesOf(actor)
      .filter(({ whose }) => whose === 'mine')
      .map(({ state }): string => state);
    const mayAnswer = mayDo(actor, 'applications:answer-escalations');
    const told = mayAnswer ? territoryOf(actor) : '-';
    const held = [...mine, ...followed.filter(({ by }) => mayDo(actor, by)).flatMap(({ clocks: more }) => more)];
    const rows = (await listTold(tx, { told, clocks: held, limit })) as (Awaited<ReturnType<typeof listTold>>[number] & {
      clock: Clock;
    })[];
    const tellings = (said: string) => {
      const some = rows.filter((row) => row.said === said);
      return { all: some[0]?.all ?? 0, some: some.map(toTold) };
    };
    return { escalated: tellings('escalation'), warned: tellings('warning'), mayAnswer };
  },
});

function toTold(row: Awaited<ReturnType<typeof listTold>>[number]): z.input<typeof Told> {
  const { id, kind, number, holder, territory, since, days: stood } = row;
  return {
    id,
    kind,
    subject: row.subject_id,
    number,
    clock: row.clock as Clock,
    holder: holder as Holder,
    territory,
    since,
    days: stood,
    toldAt: row.told_at,
  };
}
