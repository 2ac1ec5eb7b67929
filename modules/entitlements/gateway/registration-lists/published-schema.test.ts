import { Readable } from 'node:stream';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import type { FamilyTexts, PersonTexts } from '../../model/registration-list.ts';
import { recordCodes, recordResults } from '../../model/rejection.ts';
import { acknowledgementWriter, readRegistrationList, registrationListWriter, registrationListXsd } from './index.ts';

const validator = XsdValidator.fromDoc(XmlDocument.fromString(registrationListXsd()));
const header = { province: '05.081', reference: 'L-1', from: '2026-10-01', to: '2026-10-31' } as const;

type Family = { readonly family: FamilyTexts; readonly persons: readonly PersonTexts[] };

function write(format: 'xml' | 'csv', families: readonly Family[], count = families.length): string {
  const writer = registrationListWriter(format);
  const inside = families.map(({ family, persons }) => writer.family(family, persons)).join('');
  return writer.header({ ...header, count }) + inside + writer.footer();
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

async function read(text: string, format: 'xml' | 'csv', { pieces = 7, startAt = 1 } = {}) {
  const bytes = Buffer.from(text);
  const cut = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, at) => bytes.subarray(at * pieces, (at + 1) * pieces));
  const found = { records: [] as unknown[], unreadable: [] as unknown[], last: '' };
  for await (const item of readRegistrationList(Readable.from(cut), { format, startAt })) {
    found.last = item.kind === 'fatal' ? item.fault.rule : item.kind;
    if (item.kind !== 'families') continue;
    found.records.push(...item.records.map(({ line: _line, ...record }) => record));
    found.unreadable.push(...item.unreadable.map(({ line: _line, ...record }) => record));
  }
  return found;
}

const name = fc.constantFrom('El Amrani', 'العمراني', 'Aït ; "Ali"', "N'Ait & <Sons>", '');
const person: fc.Arbitrary<PersonTexts> = fc.record({
  ref: fc.constantFrom('1', '2', '99', '0', 'x', ''),
  card: fc.constantFrom('AB1234', '', 'ab1234'),
  birth_date: fc.constantFrom('1980-02-29', '2001-01-01', '2001-02-30', ''),
  sex: fc.constantFrom('F', 'M', 'X'),
  family_fr: name,
  given_fr: name,
  family_ar: name,
  given_ar: name,
});
const family: fc.Arbitrary<Family> = fc.record({
  family: fc.record({
    request: fc.constantFrom('202600000117', '202600000125', '12', ''),
    operation: fc.constantFrom('N', 'ED', 'n', ''),
    category: fc.constantFrom('poor', 'vulnerable', 'rich'),
  }),
  persons: fc.array(person, { minLength: 1, maxLength: 4 }),
});

test('both formats say the same of every family, and what the schema allows is read, what it refuses is refused', async () => {
  await fc.assert(
    fc.asyncProperty(family, async (one) => {
      const fromXml = await read(write('xml', [one]), 'xml');
      expect(await read(write('csv', [one]), 'csv')).toEqual(fromXml);
      expect(fromXml.last).toBe('closed');
      expect(fromXml.records.length).toBe(isValid(write('xml', [one])) ? 1 : 0);
      expect(fromXml.records.length + fromXml.unreadable.length).toBe(1);
    }),
    { numRuns: 300 },
  );
});

test('a family of which a row cannot be read is refused whole, and its letters are not cut', async () => {
  const good = { request: '202600000117', operation: 'N', category: 'poor' };
  const persons = ['1', '2'].map((ref) => ({ ref, birth_date: '1980-01-01', sex: 'F', family_fr: 'Benali' }));
  const text = write('csv', [{ family: good, persons }]);
  expect((await read(text, 'csv')).records).toHaveLength(1);
  expect((await read(text.replace('Benali', '"Benali'), 'csv')).unreadable).toMatchObject([
    { request: '202600000117', rule: 'quotes-wrong' },
  ]);
});

test('an acknowledgement is as its schema says, for every result and code, and says the same as CSV', () => {
  const record = { ordinal: 1, line: 3, request: '202600000117', registration: null, code: null, place: '' } as const;
  const told = { list: 'l', reference: 'L-1', province: '05.081', state: 'ended' };
  const records = [
    ...recordResults.map((result) => ({ ...record, result })),
    ...recordCodes.map((code) => ({ ...record, result: 'rejected' as const, code, place: 'persons[0].card' })),
    { ...record, request: null, result: 'unreadable' as const, code: 'missing' },
  ];
  const [xml, csv] = (['xml', 'csv'] as const).map((format) => {
    const writer = acknowledgementWriter(format);
    return writer.header(told) + records.map((one) => writer.record(one)).join('') + writer.footer();
  });
  expect(isValid(xml ?? '')).toBe(true);
  expect(csv?.split('\r\n').filter((row) => /^\d/.test(row))).toHaveLength(records.length);
});
