import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { detectListFormat, type ListFormat, type ListShape, listWriter, type RawRecord, readList, splitRow } from './index.ts';

const header = z.strictObject({ schema: z.literal('books/1'), of: z.string(), count: z.int() });
type Header = z.infer<typeof header>;
const alone: ListShape<Header> = {
  root: 'books',
  namespace: 'urn:books',
  header,
  record: { name: 'book', fields: ['title', 'year', 'place'] },
  columns: ['title', 'year'],
};
const together: ListShape<Header> = {
  ...alone,
  record: { name: 'book', fields: ['title', 'year'] },
  part: { name: 'chapter', fields: ['number', 'name'] },
  columns: ['title', 'number'],
};

type Told = Pick<RawRecord, 'texts' | 'parts'>;

function write(shape: ListShape<Header>, format: ListFormat, records: readonly Told[], count = records.length): string {
  const writer = listWriter(shape, format);
  const inside = records.map(({ texts, parts }) => (shape.part ? writer.record(texts, parts) : writer.record(texts)));
  return writer.header({ schema: 'books/1', of: 'a ; "b" & <c>', count }) + inside.join('') + writer.footer();
}

async function read(shape: ListShape<Header>, text: string, format: ListFormat, { pieces = 7, startAt = 1 } = {}) {
  const bytes = Buffer.from(text);
  const cut = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, at) => bytes.subarray(at * pieces, (at + 1) * pieces));
  const records: (Told & { readonly rule: string | undefined; readonly ordinal: number })[] = [];
  let last = '';
  let of = '';
  for await (const item of readList(Readable.from(cut), shape, { format, startAt })) {
    last = item.kind === 'fatal' ? item.fault.rule : item.kind;
    if (item.kind === 'opened') of = item.header.of;
    if (item.kind !== 'records') continue;
    for (const [at, { texts, parts, fault }] of item.records.entries())
      records.push({ texts: told(texts), parts: parts.map(told), rule: fault?.rule, ordinal: item.first + at });
  }
  return { of, records, last };
}

function told(texts: RawRecord['texts']): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''));
}

const text = fc.constantFrom('', 'a', 'العمراني', 'ⴰⵢⵜ', 'Aït ; "Ali"', '"', "N'Ait & <Sons>", '#x', ' y ');
const title = fc.constantFrom('first', 'second', 'third');
const book = fc.record({ texts: fc.record({ title, year: text, place: text }), parts: fc.constant([]) });
const chapters = fc.uniqueArray(title).chain((titles) =>
  fc.tuple(
    ...titles.map((one) =>
      fc.record({
        texts: fc.record({ title: fc.constant(one), year: text }),
        parts: fc.array(fc.record({ number: fc.constantFrom('1', '2'), name: text }), { minLength: 1, maxLength: 3 }),
      }),
    ),
  ),
);

test('what is written is read, in every format and in whatever pieces it comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(book, { maxLength: 4 }),
      chapters,
      fc.integer({ min: 1, max: 90 }),
      async (books, parted, pieces) => {
        for (const format of ['csv', 'xml', 'ndjson'] as const) {
          const found = await read(alone, write(alone, format, books), format, { pieces });
          expect(found.last).toBe('closed');
          expect(found.of).toBe('a ; "b" & <c>');
          expect(found.records.map(({ texts }) => texts)).toEqual(books.map(({ texts }) => told(texts)));
        }
        for (const format of ['csv', 'xml'] as const) {
          const { records } = await read(together, write(together, format, parted), format, { pieces });
          const expected = parted.map(({ texts, parts }) => ({ texts: told(texts), parts: parts.map(told) }));
          expect(records.map(({ texts, parts }) => ({ texts, parts }))).toEqual(expected);
          expect(records.every(({ rule }) => rule === undefined)).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('a reading goes on at its record, and a list that tells another number than its header was cut', async () => {
  const books = ['a', 'b', 'c'].map((one) => ({ texts: { title: one, year: '1' }, parts: [{ number: '1' }, { number: '2' }] }));
  for (const shape of [alone, together]) {
    for (const format of ['csv', 'xml'] as const) {
      const whole = await read(shape, write(shape, format, books), format, { pieces: 1 });
      const rest = await read(shape, write(shape, format, books), format, { startAt: 3 });
      expect(rest.records).toEqual(whole.records.slice(2));
      expect(rest).toMatchObject({ records: [{ ordinal: 3 }], last: 'closed' });
      expect((await read(shape, write(shape, format, books, 4), format)).last).toBe('count-differs');
    }
  }
});

test.each([
  ['a document type, which could declare entities', '<!DOCTYPE books [<!ENTITY a "b">]><books/>', 'xml', 'doctype'],
  ['an element that never ends', write(alone, 'xml', []).replace('</books>', '<book'), 'xml', 'xml-malformed'],
  ['text between elements', write(alone, 'xml', []).replace('</books>', 'x</books>'), 'xml', 'xml-malformed'],
  [
    'an element where none may be',
    write(alone, 'xml', []).replace('</books>', '<book><b/></book></books>'),
    'xml',
    'xml-malformed',
  ],
  ['another root', '<films xmlns="urn:books"/>', 'xml', 'header-invalid'],
  ['another namespace', '<books xmlns="urn:films"/>', 'xml', 'header-invalid'],
  ['a column nobody knows', '#schema;books/1\ntitle;year;size\n', 'csv', 'columns-wrong'],
  ['a column twice', '#schema;books/1\ntitle;year;year\n', 'csv', 'columns-wrong'],
  ['no column for the year', '#schema;books/1\ntitle;place\n', 'csv', 'columns-wrong'],
  ['nothing at all', '', 'csv', 'columns-wrong'],
  ['another schema', '#schema;films/1\ntitle;year\n', 'csv', 'header-invalid'],
  ['a header without its count', '{"schema":"books/1","of":"x"}\n', 'ndjson', 'header-invalid'],
] as const)('a list with %s cannot be read, and says why', async (_title, list, format, rule) => {
  expect((await read(alone, list, format)).last).toBe(rule);
});

test('a value of the header that is wrong is told with the line on which it stands', async () => {
  const lineOf = async (list: string) => {
    for await (const item of readList(Readable.from([Buffer.from(list)]), alone, { format: 'csv' }))
      if (item.kind === 'fatal') return [item.fault.place, item.fault.line];
    return undefined;
  };
  expect(await lineOf('#schema;books/1\n#count;many\n#of;x\ntitle;year\n')).toEqual(['count', 2]);
  expect(await lineOf('#schema;books/1\n#count;0\n#of;x\n#colour;red\ntitle;year\n')).toEqual(['colour', 4]);
  expect(await lineOf('#schema;books/1\n#of;x\ntitle;year\n'), 'what is not told stands nowhere').toEqual(['count', 1]);
});

test('a byte-order mark and quotes around the header, as spreadsheets write them, change nothing', async () => {
  const list = write(alone, 'csv', [{ texts: { title: 'a', year: '1' }, parts: [] }]).replace('#schema', '"#schema"');
  expect(await read(alone, `\ufeff${list}`, 'csv')).toMatchObject({ records: [{ texts: { title: 'a' } }], last: 'closed' });
  const starts = [list, `\ufeff${list}`, write(alone, 'xml', []), ' {"a":1}', 'title;year'];
  expect(starts.map((one) => detectListFormat(Buffer.from(one)))).toEqual(['csv', 'csv', 'xml', 'ndjson', undefined]);
});

test('a row whose cells, quotes or length are wrong costs itself only, and no letter of it is lost', async () => {
  const rows = ['a;1;x;y', `b;${'x'.repeat(9_000)};`, 'c;"1;x', 'd;"1"st;x', 'e;"1";x', ';;'];
  const list = write(alone, 'csv', []).replace('count;0', 'count;6').replaceAll('\r', '') + rows.join('\n');
  const { records, last } = await read(alone, list, 'csv', { pieces: 1_000 });
  expect(last).toBe('closed');
  expect(records.map(({ rule }) => rule)).toEqual([
    'cell-count',
    'line-too-long',
    'quotes-wrong',
    'quotes-wrong',
    undefined,
    undefined,
  ]);
  expect(records[2]?.texts).toEqual({ title: 'c', year: '"1', place: 'x' });
  const objects = `${write(alone, 'ndjson', [], 3)}{"title":\n{"title":"a","size":"b"}\n{"title":"a"}\n`;
  expect((await read(alone, objects, 'ndjson')).records.map(({ rule }) => rule)).toEqual([
    'json-malformed',
    'unknown-field',
    undefined,
  ]);
});

test('one wrong row makes its whole record wrong: nothing is taken without the parts that could not be read', async () => {
  const list = write(together, 'csv', [], 2).replaceAll('\r', '');
  const { records } = await read(together, `${list}a;1;1;x\na;1;2\na;1;3;z\nb;1;1;x\n`, 'csv');
  expect(records.map(({ rule, parts }) => [rule, parts.length])).toEqual([
    ['cell-count', 3],
    [undefined, 1],
  ]);
  const xml = write(together, 'xml', [{ texts: { title: 'a' }, parts: [{ number: '1' }] }]).replace('number=', 'size=');
  expect((await read(together, xml, 'xml')).records).toMatchObject([{ rule: 'unknown-field' }]);
});

test('the cells of a row are split as RFC 4180 says, or the rule is named that its quotes break', () => {
  expect(splitRow('a;"b;""c""";\r\n', ';')).toEqual(['a', 'b;"c"', '']);
  expect(splitRow('a;"b', ';')).toBe('quote-not-closed');
  expect(splitRow('a;b"c', ';')).toBe('quote-misplaced');
});
