import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import type { CardLine } from '../queries/batch-sheet.ts';
import { writeBatchFile } from './batch-file.ts';
import { cardBatchXsd } from './published-schema.ts';

const names = fc.record(
  { fr: fc.record({ given: aName(), family: aName() }), ar: fc.record({ given: aName(), family: aName() }) },
  { requiredKeys: [] },
);
const member = fc.record({ names, birthYear: fc.integer({ min: 1900, max: 2026 }) });

/** What a register may hold: signs that mean something in a file, and a line end that somebody pasted. */
function aName() {
  return fc.string({ unit: fc.constantFrom('a', 'é', 'م', ';', '"', '<', '&', ' ', '\n'), minLength: 1, maxLength: 8 });
}

function cardsOf(members: readonly CardLine['members'][]): CardLine[] {
  return members.map((some, place) => ({
    ...{ serial: String(5_000_000_000 + place), registration: `R${place}`, territory: '05.081', state: 'with_maker' },
    ...{ validFrom: '2026-11-29', validTo: '2029-11-28', code: 'RMD1:ABC', members: some },
  }));
}

async function written(cards: readonly CardLine[], format: 'csv' | 'xml'): Promise<string> {
  async function* pages() {
    yield cards.slice(0, 1);
    yield cards.slice(1);
  }
  return (await Array.fromAsync(writeBatchFile('L00000013', pages(), format))).join('');
}

test('whatever the names hold, CSV has one line a card and a person, and its last line vouches for the rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(member, { maxLength: 3 }), { maxLength: 4 }), async (families) => {
      const text = await written(cardsOf(families), 'csv');
      const lines = text.split('\n').slice(0, -1);
      expect(lines.filter((line) => line.startsWith('card;'))).toHaveLength(families.length);
      expect(lines.filter((line) => line.startsWith('person;'))).toHaveLength(families.flat().length);
      expect(lines).toHaveLength(3 + families.length + families.flat().length);
      const end = lines.at(-1) ?? '';
      const digest = createHash('sha256')
        .update(text.slice(0, text.lastIndexOf('#end;')))
        .digest('hex');
      expect(end).toBe(`#end;${families.length};${digest}`);
    }),
  );
});

test('whatever the names hold, XML is valid against the published schema', async () => {
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(cardBatchXsd()));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(member, { maxLength: 3 }), { maxLength: 4 }), async (families) => {
      const document = XmlDocument.fromString(await written(cardsOf(families), 'xml'));
      expect(() => validator.validate(document)).not.toThrow();
      document.dispose();
    }),
  );
  const short = XmlDocument.fromString((await written(cardsOf([[]]), 'xml')).replace('serial="5000000000"', 'serial="5"'));
  expect(() => validator.validate(short)).toThrow();
});
