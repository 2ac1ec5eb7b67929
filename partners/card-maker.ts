import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { partnerTable } from './agreements.ts';
import { type Call, json, type Reply } from './http.ts';
import { boundedMemory } from './memory.ts';
import { type Business, parseJson } from './partner-server.ts';
import { toComplaint } from './protocol.ts';

export type CardMakerOptions = { readonly key: string; readonly now: () => number; readonly makingMs: number };

export type CardMakerCounters = { readonly batches: number; readonly cards: number };

const Tale = z.object({
  batch: z.string().max(20),
  tale: z.enum(['as-it-is', 'late', 'wrong-count', 'wrong-seal', 'other-batch', 'unreadable']),
});
type Tale = z.output<typeof Tale>['tale'];

type Taken = { readonly file: string; readonly serials: readonly string[]; readonly reference: string; readonly readyAt: number };
type Read = { readonly file: string; readonly serials: readonly string[]; readonly isWhole: boolean };

const batchesRemembered = 500;
const struckRemembered = 1_000_000;

type Shop = ReturnType<typeof openShop> & CardMakerOptions;

/** Takes batches of cards to make, makes them for a while, and says card by card what became of each. */
export function cardMaker(options: CardMakerOptions): Business<CardMakerCounters> {
  const shop: Shop = { ...options, ...openShop() };
  return {
    routes: {
      [`PUT ${partnerTable.maker.path}`]: (call) => take(shop, call),
      'GET /v1/acknowledgements': (call) => acknowledge(shop, call),
      'POST /v1/tales': (call) => tell(shop, call),
    },
    counters: () => ({ ...shop.counted }),
  };
}

function openShop() {
  return {
    batches: boundedMemory<Taken>(batchesRemembered),
    tales: boundedMemory<Tale>(batchesRemembered),
    answers: boundedMemory<string>(batchesRemembered),
    struck: boundedMemory<true>(struckRemembered),
    counted: { batches: 0, cards: 0 },
  };
}

async function take({ batches, counted, now, makingMs }: Shop, call: Call): Promise<Reply> {
  const batch = call.query.get('batch') ?? '';
  const read = await readBatchFile(call.chunks, batch);
  if (!read.isWhole) return json(422, { error: 'file-not-whole' });
  const before = batches.find(batch);
  if (before && before.file !== read.file) return json(409, { error: 'another-file-was-taken', file: before.file });
  const taken = before ?? { ...read, reference: `M${read.file.slice(0, 12)}`, readyAt: now() + makingMs };
  if (!before) {
    batches.keep(batch, taken);
    counted.batches++;
    counted.cards += read.serials.length;
  }
  return json(before ? 200 : 202, { reference: taken.reference, file: taken.file, cards: taken.serials.length });
}

async function acknowledge(shop: Shop, call: Call): Promise<Reply> {
  const batch = call.query.get('batch') ?? '';
  const taken = shop.batches.find(batch);
  if (!taken) return json(404, { error: 'unknown-batch' });
  const tale = shop.tales.find(batch) ?? 'as-it-is';
  const seconds = Math.ceil((taken.readyAt - shop.now()) / 1000);
  if (tale === 'late') return { ...json(202, { state: 'in-the-making' }), retryAfter: 86_400 };
  if (seconds > 0) return { ...json(202, { state: 'in-the-making' }), retryAfter: seconds };
  if (tale === 'unreadable') return { status: 200, type: 'text/html', body: '<html><body>Maintenance</body></html>' };
  const lines = shop.answers.find(batch) ?? outcomesOf(shop, taken.serials);
  shop.answers.keep(batch, lines);
  return { status: 200, type: 'text/csv; charset=utf-8', body: sealed(spoiltBy(tale, { batch, taken, lines }), tale, shop.key) };
}

/** What was made stays so, however often one asks. */
function outcomesOf({ struck }: Shop, serials: readonly string[]): string {
  return serials
    .map((serial) => {
      const magic = struck.find(serial) ? undefined : outcomeOf[serial.slice(-2)];
      if (magic) struck.keep(serial, true);
      return `${serial};${magic ?? 'made;'}\n`;
    })
    .join('');
}

async function tell({ tales }: Shop, call: Call): Promise<Reply> {
  const told = Tale.safeParse(parseJson(await call.readBody()));
  if (!told.success) return json(400, { error: 'not-as-in-the-manual', ...toComplaint(told.error) });
  tales.keep(told.data.batch, told.data.tale);
  return json(200, told.data);
}

const outcomeOf: Readonly<Record<string, string>> = { '97': 'fault;code-unreadable', '98': 'spoilt;printer' };

/** Reads the file as it comes, written by this manual and not by the agency's own code; holds nothing of it but the numbers of cards. */
async function readBatchFile(chunks: AsyncIterable<Buffer>, batch: string): Promise<Read> {
  const whole = createHash('sha256');
  const body = createHash('sha256');
  const serials: string[] = [];
  const seen = { rest: '', names: false, end: '' };
  const take = (line: string) => {
    if (line.startsWith('#end;')) seen.end = `${line.trim()}|#end;${serials.length};${body.digest('hex')}`;
    else body.update(line);
    if (line.trim() === `#batch;${batch}`) seen.names = true;
    if (line.startsWith('card;')) serials.push(line.split(';', 2)[1] ?? '');
  };
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    whole.update(chunk);
    const lines = (seen.rest + decoder.decode(chunk, { stream: true })).split('\n');
    seen.rest = lines.pop() ?? '';
    for (const line of lines) take(`${line}\n`);
  }
  const [said, found] = seen.end.split('|');
  return { file: whole.digest('hex'), serials, isWhole: seen.names && seen.rest === '' && said !== '' && said === found };
}

type Answer = { readonly batch: string; readonly taken: Taken; readonly lines: string };

function spoiltBy(tale: Tale, { batch, taken, lines }: Answer): string {
  const head = {
    schema: 'ramed.card-acknowledgement/1',
    batch: tale === 'other-batch' ? 'L00000000' : batch,
    reference: taken.reference,
    file: taken.file,
    count: taken.serials.length,
  };
  const kept = tale === 'wrong-count' ? lines.replace(/[^\n]*\n$/, '') : lines;
  const header = Object.entries(head).map(([name, value]) => `#${name};${value}\n`);
  return `${header.join('')}serial;outcome;reason\n${kept}`;
}

/** The seal is made with the key of the agreement over every byte before it. */
function sealed(text: string, tale: Tale, key: string): string {
  const seal = createHmac('sha256', tale === 'wrong-seal' ? `${key}?` : key).update(text);
  return `${text}#seal;${seal.digest('hex')}\n`;
}
