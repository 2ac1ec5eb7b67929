import { describe, expect, it } from 'vitest';
import type { BatchFormat } from './index.ts';
import { batchWriter, readBatch } from './index.ts';
import { aRequest, formats, meta, readAll, textOf, verdicts } from './testing/batch-text.ts';

const tenMegabytes = 'x'.repeat(10 * 1024 * 1024);
const three = ['R-1', 'R-2', 'R-3'].map((reference) => aRequest(reference));

/** Where a value of the second request can be made enormous, by format. */
const swollen: Readonly<Record<BatchFormat, (text: string) => string>> = {
  xml: (text) => text.replace('reference="R-2"', `reference="R-2" note="${tenMegabytes}"`),
  ndjson: (text) => text.replace(/(?<="R-2"[\s\S]*?)"milieu":"urban"/, `"milieu":"${tenMegabytes}"`),
  csv: (text) => text.replace(/(?<=R-2[\s\S]*?)urban/, tenMegabytes),
};

describe.each(formats)('a very large %s', (format) => {
  it('a request of ten megabytes is refused without being held, and the next is received', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const text = swollen[format](textOf(format, three));
    const items = await readAll(text);
    expect(verdicts(items).map((verdict) => verdict.split(' ').at(-1))).toEqual(['received', 'record-too-large', 'received']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024);
  });

  it('thirty megabytes of requests pass through a heap that does not grow with them', async () => {
    const early = await heapAfter(format, 2 * 1024 * 1024);
    const late = await heapAfter(format, 30 * 1024 * 1024);
    expect(late - early).toBeLessThan(25 * 1024 * 1024);
  }, 60_000);
});

it.each(['xml', 'ndjson'] as const)('the largest %s request is as large however its bytes arrive', async (format) => {
  const text = textOf(format, three);
  const longest = Math.max(...lengths(await readAll(text)));
  for (const piece of [10, 1000, 1_000_000]) {
    const exact = await readAll(text, { piece, limits: { recordBytes: longest } });
    expect(exact.filter((item) => item.kind === 'record')).toHaveLength(3);
    const short = await readAll(text, { piece, limits: { recordBytes: longest - 40 } });
    expect(verdicts(short).filter((verdict) => verdict.endsWith('record-too-large')).length).toBeGreaterThan(0);
  }
});

/** Bytes of each record: the way to the next one. */
function lengths(items: Awaited<ReturnType<typeof readAll>>): readonly number[] {
  const offsets = items.flatMap((item) => (item.kind === 'record' ? [item.byteOffset] : []));
  return offsets.slice(1).map((offset, index) => offset - (offsets[index] ?? 0));
}

/** The largest heap seen while so many bytes pass, all of them passed over but the last: what is held is what the reader holds. */
async function heapAfter(format: BatchFormat, total: number): Promise<number> {
  let largest = 0;
  for await (const item of readBatch(requests(format, total), { format, startAt: 1_000_000 })) {
    if (item.kind === 'fatal') throw new Error(item.refusal.refused);
    largest = Math.max(largest, process.memoryUsage().heapUsed);
  }
  return largest;
}

async function* requests(format: BatchFormat, total: number): AsyncGenerator<Buffer> {
  const writer = batchWriter(format, { members: 9 });
  yield Buffer.from(writer.header(meta));
  const block = Buffer.from(writer.record(aRequest('R-1')).repeat(40));
  for (let sent = 0; sent < total; sent += block.length) yield block;
  yield Buffer.from(writer.footer());
}
