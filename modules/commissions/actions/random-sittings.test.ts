import { createHash, randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lawAt } from '#law';
import { stoppedClock, systemClock } from '#platform/clock';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { type House, openHouse } from '../../../surfaces/house.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aScan, checkRequests, everyMember, openRoom, schedule } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { parseMinutes } from '../model/minutes.ts';
import { sealedMinutes } from '../queries/sealed-minutes.ts';
import {
  afterDeed,
  type NaiveAnswer,
  type NaiveRuling,
  type NaiveSitting,
  presentAt,
  type Sent,
} from '../testing/naive-sitting.ts';
import { notePresence } from './note-presence.ts';
import { noteSignedPaper } from './note-signed-paper.ts';
import { recordDecisions } from './record-decisions.ts';
import { sealSitting } from './seal-sitting.ts';
import { undoDecision } from './undo-decision.ts';

/**
 * Two computers on one sitting, members who come and go, lines that are cut for ten minutes, answers that are lost, servers whose connections are
 * torn: the end is that of a sitting kept with a pencil. RAMED_SITTING_RUNS=50 tries longer, RAMED_SITTING_SEED=… repeats what a failure has
 * printed.
 */
const RUNS = Number(process.env.RAMED_SITTING_RUNS ?? 4);
const SEED = Number(process.env.RAMED_SITTING_SEED ?? randomInt(1_000_000));
const FILES = 14;
const STEPS = 70;
const MOST_AGAINST_SCORE = 5;
const CUT_SECONDS = 600;
const COMMUNE = '05.081.03.07';

const clock = stoppedClock(systemClock.now().toString());
let served: TestHouse;
let secretaries: readonly Actor[];

beforeAll(async () => {
  served = await openTestHouse({ clock });
  secretaries = [await served.as('naima.secretary'), await served.as('training.secretary')];
});
afterAll(() => served?.close());

type Waiting = { readonly sent: Sent; readonly key: string };
/** A computer of the room: without a line it keeps what it does, in order, until the line is back. */
type Computer = { readonly actor: Actor; readonly kept: Waiting[]; cutUntil: number };
type Run = {
  readonly sitting: string;
  readonly files: readonly string[];
  readonly members: readonly string[];
  readonly random: () => number;
  readonly computers: readonly [Computer, Computer];
  readonly story: string[];
  house: House;
  naive: NaiveSitting;
  against: number;
};

test.each(Array.from({ length: RUNS }, (_, run) => SEED + run))(
  'seed %i: each file is decided once, nothing is lost, the quorum held at each ruling, and the minutes say what was ruled',
  async (seed) => {
    const run = await begin(seed);
    try {
      for (let step = 0; step < STEPS; step += 1) await doStep(run);
      await finish(run);
      await expectPencilled(run);
      await signAtOnce(run);
    } catch (cause) {
      throw new Error(`RAMED_SITTING_SEED=${seed} RAMED_SITTING_RUNS=1:\n${run.story.join('\n')}`, { cause });
    } finally {
      await run.house.close();
    }
  },
  60_000,
);

async function begin(seed: number): Promise<Run> {
  const files = await checkRequests(served, ...Array.from({ length: FILES }, () => aFamily('poor')));
  const sitting = await schedule(served, files);
  await openRoom(served, sitting);
  const members = await everyMember(served, COMMUNE);
  const at = now();
  const moves = members.map((member) => ({ member, moved: 'arrived' as const, at }));
  const quorum = lawAt(clock.now().toString().slice(0, 10)).commissions.quorum.value;
  const [one, other] = secretaries.map((actor): Computer => ({ actor, kept: [], cutUntil: 0 }));
  if (!one || !other) throw new Error('two computers are needed');
  const naive = { made: [], standing: new Map(), moves, quorum };
  const random = seededRandom(seed);
  return { sitting, files, members, random, computers: [one, other], story: [], house: openAgain(), naive, against: 0 };
}

const now = () => Number(clock.now().epochMilliseconds);
const toMoment = (at: number) => new Date(at).toISOString();
const pass = (seconds: number) => clock.moveTo(clock.now().add({ seconds }).toString());
const openAgain = () => openHouse(served.house.config, served.house.urls, { name: 'sitting-room', connections: 4, clock });

async function doStep(run: Run): Promise<void> {
  pass(1 + Math.floor(run.random() * 20));
  const [one, other] = run.computers;
  const chance = run.random();
  if (chance < 0.04) return void cut(run, run.random() < 0.5 ? one : other);
  if (chance < 0.12) return restart(run);
  if (chance < 0.3 && hasLine(one) && hasLine(other)) return bothAtOnce(run);
  const computer = run.random() < 0.5 ? one : other;
  computer.kept.push({ sent: invent(run), key: newId() });
  if (hasLine(computer)) await sendKept(run, computer);
}

function cut(run: Run, computer: Computer): void {
  run.story.push(`${toMoment(now())} the line of ${nameOf(run, computer)} is cut`);
  computer.cutUntil = now() + CUT_SECONDS * 1_000;
}

const hasLine = (computer: Computer) => now() >= computer.cutUntil;
const nameOf = (run: Run, computer: Computer) => (computer === run.computers[0] ? 'one' : 'other');

/** The server goes, by its whole house or by a torn connection to its books, and another one comes. */
async function restart(run: Run): Promise<void> {
  run.story.push(`${toMoment(now())} the server starts again`);
  await run.house.close();
  run.house = openAgain();
}

function pick<Thing>(run: Run, things: readonly Thing[]): Thing {
  const found = things[Math.floor(run.random() * things.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

function invent(run: Run): Sent {
  const chance = run.random();
  if (chance < 0.15 && run.naive.made.length > 0) return { deed: 'undo', ruling: pick(run, run.naive.made).id };
  if (chance < 0.35) {
    const present = presentAt(run.naive, now());
    const away = run.members.filter((member) => !present.has(member));
    const arrives = away.length > 0 && run.random() < away.length / 3;
    return { deed: 'move', member: pick(run, arrives ? away : run.members), moved: arrives ? 'arrived' : 'left', at: now() };
  }
  if (chance < 0.4 && run.naive.made.length > 0) return { deed: 'rule', rulings: [{ ...pick(run, run.naive.made), at: now() }] };
  const count = run.random() < 0.7 ? 1 : 3;
  const files = new Set(Array.from({ length: count }, () => pick(run, run.files)));
  return { deed: 'rule', rulings: [...files].map((file) => inventRuling(run, file)) };
}

function inventRuling(run: Run, application: string): NaiveRuling {
  const chance = run.random();
  const mayDiffer = chance > 0.9 && run.against < MOST_AGAINST_SCORE;
  if (mayDiffer) run.against += 1;
  return { id: newId(), application, outcome: mayDiffer ? 'vulnerable' : chance < 0.15 ? 'adjourned' : 'poor', at: now() };
}

/** Everything that waits on a computer, in its order; an answer may be lost, and then the same is sent again. */
async function sendKept(run: Run, computer: Computer): Promise<void> {
  for (const waiting of computer.kept.splice(0)) {
    const answer = await sendRoughly(run, computer, waiting);
    const { after, answer: expected } = afterDeed(run.naive, waiting.sent);
    run.story.push(tell(run, computer, waiting, answer));
    expect(answer).toEqual(expected);
    run.naive = after;
  }
}

/** Two deeds at one moment: whichever was first, both answers are those of some order. */
async function bothAtOnce(run: Run): Promise<void> {
  const [one, other] = run.computers;
  await sendKept(run, one);
  await sendKept(run, other);
  const first = { sent: invent(run), key: newId() };
  const second = {
    sent: run.random() < 0.5 && first.sent.deed === 'rule' ? sameFiles(run, first.sent) : invent(run),
    key: newId(),
  };
  const answers = await Promise.all([sendRoughly(run, one, first), sendRoughly(run, other, second)]);
  run.story.push('at once:', tell(run, one, first, answers[0]), tell(run, other, second, answers[1]));
  const orders = [inOrder(run.naive, first.sent, second.sent), turned(inOrder(run.naive, second.sent, first.sent))];
  const fits = orders.find((order) => JSON.stringify(order.answers) === JSON.stringify(answers));
  expect(orders.map((order) => order.answers)).toContainEqual(answers);
  if (fits) run.naive = fits.after;
}

function sameFiles(run: Run, { rulings }: Extract<Sent, { deed: 'rule' }>): Sent {
  return { deed: 'rule', rulings: rulings.map((ruling) => inventRuling(run, ruling.application)) };
}

type Order = { readonly after: NaiveSitting; readonly answers: readonly NaiveAnswer[] };

function inOrder(naive: NaiveSitting, first: Sent, second: Sent): Order {
  const one = afterDeed(naive, first);
  const two = afterDeed(one.after, second);
  return { after: two.after, answers: [one.answer, two.answer] };
}

function turned({ after, answers }: Order): Order {
  return { after, answers: [...answers].reverse() };
}

/** Sends a deed until an answer comes: the connections of the server may be torn while it works, or its answer be lost on the way. */
async function sendRoughly(run: Run, computer: Computer, { sent, key }: Waiting): Promise<NaiveAnswer> {
  const tearing = run.random() < 0.1 ? tear() : undefined;
  const isLost = run.random() < 0.15;
  const answer = await untilAnswered(() => send(run, computer, sent, key));
  await tearing;
  if (isLost) expect(await untilAnswered(() => send(run, computer, sent, key))).toEqual(answer);
  return answer;
}

async function untilAnswered(ask: () => Promise<NaiveAnswer>): Promise<NaiveAnswer> {
  for (let again = 0; again < 10; again += 1) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
  }
  return ask();
}

async function tear(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'ramed-sitting-room'`.execute(served.owner.kysely);
}

const reasons = { poor: 'as-scored', adjourned: 'papers-awaited', vulnerable: 'resources-understated' } as const;

async function send({ house, sitting }: Run, { actor }: Computer, sent: Sent, key: string): Promise<NaiveAnswer> {
  const by = { actor, key };
  if (sent.deed === 'rule') {
    const rulings = sent.rulings.map(({ at, ...ruling }) => ({
      ...ruling,
      reason: reasons[ruling.outcome],
      ruledAt: toMoment(at),
    }));
    const ruled = await house.desk.do(recordDecisions, { sitting, rulings }, by);
    if (!ruled.ok) return { said: ruled.refusal.refused };
    return { said: 'done', sequences: ruled.output.rulings.map((ruling) => ruling.sequence) };
  }
  const outcome =
    sent.deed === 'undo'
      ? await house.desk.do(undoDecision, { sitting, ruling: sent.ruling }, by)
      : await house.desk.do(notePresence, { sitting, moves: [{ ...sent, at: toMoment(sent.at) }] }, by);
  return { said: outcome.ok ? 'done' : outcome.refusal.refused };
}

function tell(run: Run, computer: Computer, { sent }: Waiting, answer: NaiveAnswer): string {
  return `${toMoment(now())} ${nameOf(run, computer)}: ${JSON.stringify(sent)} → ${JSON.stringify(answer)}`;
}

/** The line comes back, everybody comes in, what is left is ruled on; what turns out to have been ruled by too few is ruled on again. */
async function finish(run: Run): Promise<void> {
  const [one, other] = run.computers;
  pass(CUT_SECONDS + 1);
  for (const computer of [one, other]) await sendKept(run, computer);
  one.kept.push(
    ...run.members.map((member) => ({ sent: { deed: 'move', member, moved: 'arrived', at: now() } as const, key: newId() })),
  );
  await sendKept(run, one);
  pass(1);
  const shaky = [...run.naive.standing.values()].filter((ruling) => presentAt(run.naive, ruling.at).size < run.naive.quorum);
  const sealed = await run.house.desk.do(sealSitting, { sitting: run.sitting }, { actor: one.actor, key: newId() });
  const undecided = run.files.filter((file) => !run.naive.standing.has(file));
  if (undecided.length > 0)
    expect(sealed).toMatchObject({ ok: false, refusal: { refused: 'files-undecided', facts: { undecided: undecided.length } } });
  else if (shaky.length > 0) expect(sealed).toMatchObject({ ok: false, refusal: { refused: 'quorum-lost' } });
  if (sealed.ok) return;
  one.kept.push(...shaky.map(({ id }) => ({ sent: { deed: 'undo', ruling: id } as const, key: newId() })));
  const again = [...undecided, ...shaky.map(({ application }) => application)];
  const rulings = again.map((application) => ({ id: newId(), application, outcome: 'poor' as const, at: now() }));
  one.kept.push({ sent: { deed: 'rule', rulings }, key: newId() });
  await sendKept(run, one);
  const both = [one, other].map(({ actor }) => run.house.desk.do(sealSitting, { sitting: run.sitting }, { actor, key: newId() }));
  const said = (await Promise.all(both)).map((outcome) => (outcome.ok ? 'done' : outcome.refusal.refused));
  expect(said.sort(), 'both seal at once').toEqual(['done', 'sitting-not-open']);
}

/** The books, the minutes and their digest say what the pencil says. */
async function expectPencilled({ sitting, files, naive, house, computers }: Run): Promise<void> {
  const { rows } = await sql<{ id: string; sequence: number; stands: boolean }>`
    select id, sequence, withdrawn_at is null as stands from commissions.ruling where sitting_id = ${sitting} order by sequence`.execute(
    served.owner.kysely,
  );
  const standing = new Set([...naive.standing.values()].map((ruling) => ruling.id));
  expect(rows).toEqual(naive.made.map(({ id }, index) => ({ id, sequence: index + 1, stands: standing.has(id) })));
  const { rows: decisions } = await sql<{ application_id: string; outcome: string; ruling_id: string }>`
    select application_id, outcome, ruling_id from commissions.decision where sitting_id = ${sitting}`.execute(
    served.owner.kysely,
  );
  const decided = new Map(decisions.map((row) => [row.application_id, [row.outcome, row.ruling_id]]));
  expect(decisions).toHaveLength(FILES);
  expect(decided).toEqual(new Map([...naive.standing].map(([file, { outcome, id }]) => [file, [outcome, id]])));
  for (const ruling of naive.standing.values()) expect(presentAt(naive, ruling.at).size).toBeGreaterThanOrEqual(naive.quorum);
  const asked = await house.desk.ask(sealedMinutes, { sitting }, { actor: computers[0].actor });
  const { sealed } = expectDone(asked, 'sealed-minutes');
  expect(
    createHash('sha256')
      .update(sealed?.minutes ?? '')
      .digest('hex'),
  ).toBe(sealed?.digest);
  const minutes = parseMinutes(sealed?.minutes ?? '');
  expect(minutes.decisions.map((one) => one.outcome)).toEqual(files.map((file) => naive.standing.get(file)?.outcome));
  const told = minutes.members.flatMap(({ member, presence }) =>
    presence.map(({ moved, at }) => ({ member, moved, at: Date.parse(at) })),
  );
  expect(inTime(told)).toEqual(inTime(naive.moves));
}

/** Two secretaries keep papers at once, each with whom they saw sign: nobody signs twice, and what one paper says it says whole or not at all. */
async function signAtOnce({ sitting, members, house, computers, random }: Run): Promise<void> {
  const told = expectDone(await house.desk.ask(sealedMinutes, { sitting }, { actor: computers[0].actor }), 'sealed-minutes');
  const papers = Array.from({ length: 6 }, () => members.filter(() => random() < 0.4)).filter((signed) => signed.length > 0);
  const kept = papers.map((signed, index) => {
    const input = { sitting, digest: told.sealed?.digest ?? '', members: signed, page: aScan() };
    return house.desk.do(noteSignedPaper, input, { actor: computers[index % 2 === 0 ? 0 : 1].actor, key: newId() });
  });
  const outcomes = await Promise.all(kept);
  const taken = papers.filter((_, index) => outcomes[index]?.ok).flat();
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.ok) continue;
    expect(outcome.refusal.refused).toBe('already-signed');
    expect(
      papers[index]?.some((member) => taken.includes(member)),
      'refused for somebody who signed on another',
    ).toBe(true);
  }
  expect(new Set(taken).size).toBe(taken.length);
  const { rows } = await sql<{ member: string }>`
    select member_id as member from commissions.signature where sitting_id = ${sitting} and way = 'paper'`.execute(
    served.owner.kysely,
  );
  expect(rows.map(({ member }) => member).sort()).toEqual([...taken].sort());
}

function inTime<Moved extends { readonly member: string; readonly at: number }>(moves: readonly Moved[]): Moved[] {
  return [...moves].sort((one, other) => one.at - other.at || one.member.localeCompare(other.member));
}

/** mulberry32: numbers in [0, 1), the same after the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
