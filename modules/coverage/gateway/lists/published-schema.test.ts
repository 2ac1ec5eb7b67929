import { Readable } from 'node:stream';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import type { LineTexts } from '../../model/cover-list.ts';
import { coverListXsd, listWriter, readList } from './index.ts';

const validator = XsdValidator.fromDoc(XmlDocument.fromString(coverListXsd()));

const header = { organism: 'universities', scheme: 'students', kind: 'full', reference: 'L-1', stands_on: '2026-11-01' } as const;

function write(format: 'xml' | 'csv' | 'ndjson', lines: readonly LineTexts[], kind: 'full' | 'changes'): string {
  const writer = listWriter(format);
  return (
    writer.header({ ...header, kind, count: lines.length }) + lines.map((line) => writer.line(line)).join('') + writer.footer()
  );
}

function isValid(text: string): boolean {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return true;
  } catch {
    return false;
  } finally {
    document.dispose();
  }
}

async function read(text: string, format: 'xml' | 'csv' | 'ndjson', pieces = 7) {
  const bytes = Buffer.from(text);
  const cut = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, at) => bytes.subarray(at * pieces, (at + 1) * pieces));
  const found = { covers: [] as unknown[], refused: [] as unknown[], last: '' };
  for await (const item of readList(Readable.from(cut), { format })) {
    found.last = item.kind === 'fatal' ? item.fault.rule : item.kind;
    if (item.kind !== 'lines') continue;
    found.covers.push(...item.covers.map(({ line: _line, ...cover }) => cover));
    found.refused.push(...item.refused.map(({ line: _line, ...refused }) => refused));
  }
  return found;
}

const day = fc.constantFrom('2020-01-01', '2024-02-29', '2026-12-31', '2025-02-29', '1066-10-14', '');
const texts: fc.Arbitrary<LineTexts> = fc.record({
  member: fc.constantFrom('A1', 'NULL', '12/34-5', 'é', 'a b'),
  card: fc.constantFrom('AB1234', '', 'ab1234', 'ABC123'),
  birth_date: day,
  held_as: fc.constantFrom('insured', 'dependant', 'guest'),
  from: day,
  to: day,
  change: fc.constantFrom('', 'covered', 'not_covered', 'gone'),
  family: fc.constantFrom('', 'EL ALAMI', "O'Bé", '"'),
  given: fc.constantFrom('', 'Fatima-Zahra', ' x'),
  sex: fc.constantFrom('', 'F', 'X'),
});

test('the three formats say the same of every line; a line that the schema refuses is refused by the reader', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom('full' as const, 'changes' as const), async (line, kind) => {
      const xml = write('xml', [line], kind);
      const fromXml = await read(xml, 'xml');
      expect(await read(write('csv', [line], kind), 'csv')).toEqual(fromXml);
      expect(await read(write('ndjson', [line], kind), 'ndjson', 64)).toEqual(fromXml);
      expect(fromXml.last).toBe('closed');
      if (!isValid(xml)) expect(fromXml.refused).toHaveLength(1);
      if (fromXml.covers.length > 0) expect(isValid(xml)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a line that the format refuses still says whom it speaks of, when that can be read', async () => {
  const csv = `${write('csv', [], 'full').replace('count;0', 'count;3')}A1;;;insured;2020-01-01\nA2;"AB1;;insured;2020-01-01;;;;;\nA3;;;insured;2020-01-01;;;;;\n`;
  const found = await read(csv, 'csv', 1_000);
  expect(found).toMatchObject({ last: 'closed', covers: [{ member: 'A3', ordinal: 3 }] });
  expect(found.refused).toMatchObject([
    { member: 'A1', rule: 'cell-count' },
    { member: 'A2', rule: 'quotes-wrong' },
  ]);
});
