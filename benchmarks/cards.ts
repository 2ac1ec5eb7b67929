import { sign } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { create } from 'qrcode';
import { issueCredential } from '#modules/cards';
import { newId } from '#platform/ids';
import { expectDone, type Job } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { developmentKeys } from '../partners/agreements.ts';
import { startPartner } from '../partners/start-partner.ts';
import type { House } from '../surfaces/house.ts';
import { type BenchHouse, openBenchHouse } from './bench-house.ts';
import { claimsOf, drawCard, key } from './cards-drawer.ts';
import { type BenchLine, median, printReport } from './report.ts';
import { fillRights } from './rights-families.ts';

// Codes of cards signed and drawn a second; the bound is what the same processor does of a bare signature and a bare QR of the same text, in the same run. Then
// the volume of 2015 over all cores. Then cards ordered, sent to the maker as files and acknowledged, page by page, with the memory of this process;
// the floor of the file is reading the same rows and nothing else. `--cards N` sets how many are drawn by the workers, `--families N` how many are sent.
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, cards: { type: 'string' }, families: { type: 'string' } },
});
const VOLUME_OF_2015 = 805_578;
const drawn = Number(values.cards ?? (values.quick ? 4_000 : VOLUME_OF_2015));
const families = Number(values.families ?? (values.quick ? 4_000 : 200_000));
const cores = availableParallelism();

printReport('Codes of cards, one core', drawOnOneCore());
printReport(`${drawn.toLocaleString('en')} cards, ${cores} cores`, await drawOnEveryCore());
printReport(`Cards of ${families.toLocaleString('en')} families to the maker and back`, await sendToMaker());

function drawOnOneCore(): BenchLine[] {
  const samples = values.quick ? 400 : 4_000;
  const text = issueCredential(claimsOf(1), key).text;
  const payload = issueCredential(claimsOf(1), key).token;
  const rates = {
    signed: rate(samples, (n) => void issueCredential(claimsOf(n), key)),
    bareSignature: rate(samples, () => void sign(null, payload, key.privateKey)),
    drawn: rate(samples, (n) => void drawCard(n)),
    bareQr: rate(samples, () => void create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })),
  };
  const bound = 1 / (1 / rates.bareSignature + 1 / rates.bareQr);
  return [
    {
      figure: 'signed',
      value: rates.signed,
      unit: 'cards/s',
      peer: { name: 'bare Ed25519 signature', value: rates.bareSignature },
    },
    {
      figure: 'signed and drawn',
      value: rates.drawn,
      unit: 'cards/s',
      peer: { name: 'bare signature and bare QR', value: bound },
    },
    { figure: '  of which the QR alone', value: rates.bareQr, unit: 'QR/s' },
  ];
}

/** The middle of five turns, a second. */
function rate(count: number, one: (n: number) => void): number {
  for (let n = 0; n < count / 4; n += 1) one(n);
  const turns = [1, 2, 3, 4, 5].map((turn) => {
    const start = performance.now();
    for (let n = 0; n < count; n += 1) one(turn * count + n);
    return (count * 1_000) / (performance.now() - start);
  });
  return median(turns);
}

async function drawOnEveryCore(): Promise<BenchLine[]> {
  const alone = rate(Math.min(drawn, 2_000), (n) => void drawCard(n));
  const part = Math.ceil(drawn / cores);
  const workers = Array.from({ length: cores }, (_, core) => {
    const data = { first: core * part, count: Math.min(part, drawn - core * part) };
    return new Worker(new URL('./cards-drawer.worker.ts', import.meta.url), { workerData: data, execArgv: process.execArgv });
  });
  await Promise.all(workers.map((worker) => said(worker)));
  const start = performance.now();
  for (const worker of workers) worker.postMessage('draw');
  const lengths = await Promise.all(workers.map((worker) => said(worker)));
  const seconds = (performance.now() - start) / 1_000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  if (lengths.some((length) => Number(length) <= 0)) throw new Error('a worker drew nothing');
  const perSecond = drawn / seconds;
  return [
    { figure: 'signed and drawn', value: perSecond, unit: 'cards/s', peer: { name: 'one core', value: alone } },
    {
      figure: `the ${VOLUME_OF_2015.toLocaleString('en')} cards of 2015 at that pace`,
      value: VOLUME_OF_2015 / perSecond / 60,
      unit: 'minutes',
    },
  ];
}

function said(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function sendToMaker(): Promise<BenchLine[]> {
  const maker = await startPartner('maker', { port: 0, makingMs: 0 });
  process.env.RAMED_PARTNER_MAKER_URL = maker.url;
  process.env.RAMED_PARTNER_MAKER_KEY = developmentKeys.maker;
  const bench = await openBenchHouse();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  try {
    await fillRights(bench.owner, families);
    const lines = await sendAndTake(bench);
    return [...lines, { figure: '  most memory of this process', value: peak / 2 ** 20, unit: 'MB' }];
  } finally {
    clearInterval(watch);
    await bench.close();
    await maker.stop();
  }
}

async function sendAndTake({ house, owner: { pool } }: BenchHouse): Promise<BenchLine[]> {
  const { rows } = await pool.query<{ number: string }>('select number from entitlements.registration order by number');
  const numbers = rows.map(({ number }) => number);
  const ordered = await timed(() => order(house, numbers));
  const batches = await proofedBatches(house, ordered.result);
  const bare = await timed(() => readBare(pool, batches));
  const sent = await timed(async () => {
    for (const batch of batches) await doJob(house, 'cards.deliver-batch', batch);
    return ordered.result;
  });
  const taken = await timed(async () => {
    for (const batch of batches) await doJob(house, 'cards.fetch-acknowledgement', batch);
    return ordered.result;
  });
  await insistOnCount(pool, ordered.result);
  const floor = { name: 'reading the same rows alone', value: bare.perSecond };
  return [
    { figure: 'ordered, signed and stored', value: ordered.perSecond, unit: 'cards/s' },
    { figure: 'sent to the maker as files', value: sent.perSecond, unit: 'cards/s', peer: floor },
    { figure: 'acknowledged card by card and passed on', value: taken.perSecond, unit: 'cards/s', peer: floor },
  ];
}

async function order(house: House, numbers: readonly string[]): Promise<number> {
  let cards = 0;
  for (let first = 0; first < numbers.length; first += 2_000) {
    const done = await doDeed(house, 'cards.issue-cards', { registrations: numbers.slice(first, first + 2_000) });
    cards += done.cards;
  }
  return cards;
}

/** In boxes of five thousand, as many as the maker takes at once. */
async function proofedBatches(house: House, cards: number): Promise<string[]> {
  const batches: string[] = [];
  for (let left = cards; left > 0; left -= 5_000) {
    const { batch } = await doDeed(house, 'cards.make-batch', { territory: '05.081' });
    await doDeed(house, 'cards.check-proof', { batch, rejected: [] });
    await doDeed(house, 'cards.send-to-maker', { batch });
    batches.push(batch);
  }
  return batches;
}

async function doDeed({ actions, desk }: House, name: string, input: object): Promise<{ cards: number; batch: string }> {
  const action = actions.find((one) => one.name === name);
  if (!action) throw new Error(`there is no ${name}`);
  const done = await desk.do(action, input, { actor: systemActor('bench'), key: newId() });
  return expectDone(done, name) as { cards: number; batch: string };
}

async function doJob({ jobs, desk, clock }: House, name: string, batch: string): Promise<void> {
  const found = jobs.find((one) => one.name === name) as unknown as Job<{ batch: string }>;
  const log = { info: () => undefined, warn: (facts: object) => void process.stderr.write(`${JSON.stringify(facts)}\n`) };
  const context = { desk, clock, log, actor: systemActor('bench'), key: newId(), enqueue: async () => undefined };
  if (await found.handle(context, { batch })) throw new Error(`${name} ${batch}: not done`);
}

async function timed(work: () => Promise<number>): Promise<{ result: number; perSecond: number }> {
  const start = performance.now();
  const result = await work();
  return { result, perSecond: (result * 1_000) / (performance.now() - start) };
}

type Pool = BenchHouse['owner']['pool'];

async function readBare(pool: Pool, batches: readonly string[]): Promise<number> {
  let read = 0;
  for (const batch of batches) {
    const { rows } = await pool.query(
      'select c.* from cards.card c join cards.batch b on b.id = c.batch_id where b.number = $1 order by c.serial',
      [batch],
    );
    read += rows.length;
  }
  return read;
}

/** Every card that was ordered is made, or waits for another batch because the maker said so. */
async function insistOnCount(pool: Pool, ordered: number): Promise<void> {
  const { rows } = await pool.query<{ state: string; cards: number }>(
    'select state, count(*)::int as cards from cards.card group by state',
  );
  const told = rows
    .filter(({ state }) => state === 'made' || state === 'rejected_proof')
    .reduce((sum, { cards }) => sum + cards, 0);
  if (told !== ordered) throw new Error(`${ordered} cards were ordered, ${told} are made or waiting: ${JSON.stringify(rows)}`);
}
