import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchWriter, readBatch, writeBatch } from './index.ts';
import { arbitraryRequest } from './testing/arbitrary-request.ts';
import { aRequest, collect, formats, meta, readAll, textOf, verdicts } from './testing/batch-text.ts';

const five = ['R-1', 'R-2', 'R-3', 'R-4', 'R-5'].map((reference) => aRequest(reference));

describe.each(formats)('a batch in %s', (format) => {
  it('gives back every request as it was written, whatever the script of the names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryRequest(), { maxLength: 5 }),
        fc.integer({ min: 1, max: 5000 }),
        async (records, piece) => {
          const items = await readAll(textOf(format, records, records.length), { piece });
          const read = items.flatMap((item) =>
            item.kind === 'record' ? [{ reference: item.reference, declaration: item.declaration }] : [],
          );
          expect(read).toEqual(records);
          expect(items.at(-1)).toEqual({ kind: 'closed', records: records.length });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says who sent it before anything else', async () => {
    const [first] = await readAll(textOf(format, [], 0));
    expect(first).toEqual({ kind: 'opened', header: { schema: 'ramed.batch/1', ...meta, count: 0 } });
  });

  it('reads the same wherever its bytes are cut, line numbers and offsets too', async () => {
    const broken = textOf(format, five.slice(0, 3)).replace('R-2', 'R 2').replaceAll('1980-03-26', '1980-13-26');
    const whole = await readAll(broken);
    for (const piece of [1, 2, 3, 7, 64]) expect(await readAll(broken, { piece })).toEqual(whole);
    const bytes = Buffer.from(broken);
    for (let at = 0; at < bytes.length; at += 1) {
      expect(verdicts(await collect(readBatch(inTwo(bytes, at), { format })))).toEqual(verdicts(whole));
    }
  });

  it('goes on from any request with the same tail', async () => {
    const text = textOf(format, five).replace('R-3', 'R 3');
    const [opened, ...rest] = await readAll(text);
    for (let startAt = 1; startAt <= 7; startAt += 1) {
      expect(await readAll(text, { startAt })).toEqual([opened, ...rest.slice(Math.min(startAt, 6) - 1)]);
    }
  });

  it('gives each request the line and the byte where it begins', async () => {
    const text = textOf(format, five);
    for (const item of await readAll(text)) {
      if (item.kind !== 'record') continue;
      const before = Buffer.from(text).subarray(0, item.byteOffset).toString();
      expect(before.split('\n').length).toBe(item.line);
      expect(Buffer.from(text).subarray(item.byteOffset).toString().slice(0, 40)).toContain(item.reference);
    }
  });

  it('gives one household one digest, in whatever format it came', async () => {
    const digests = await Promise.all(
      formats.map(async (other) =>
        (await readAll(textOf(other, five))).flatMap((item) => (item.kind === 'record' ? [item.digest] : [])),
      ),
    );
    expect(new Set(digests.flat()).size).toBe(1);
    expect(digests[0]?.[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells by its own count that a tail is missing', async () => {
    expect(verdicts(await readAll(textOf(format, five, 6))).at(-1)).toMatch(/fatal count-differs$/);
  });

  it('reads no further than its items are taken, and lets the source go', async () => {
    let asked = 0;
    let released = false;
    const many = Array.from({ length: 200 }, (_, index) => aRequest(`R-${index}`));
    async function* source() {
      try {
        for await (const piece of writeBatch(many, meta, batchWriter(format))) {
          asked += 1;
          yield Buffer.from(piece);
        }
      } finally {
        released = true;
      }
    }
    for await (const item of readBatch(source(), { format })) if (item.kind === 'record') break;
    expect(asked).toBeLessThan(20);
    expect(released).toBe(true);
  });
});

async function* inTwo(bytes: Buffer, at: number): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, at);
  yield bytes.subarray(at);
}
