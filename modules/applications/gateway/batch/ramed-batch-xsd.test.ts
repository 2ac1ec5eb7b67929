import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { choices } from '#modules/eligibility';
import { batchXsd } from './published-schema.ts';
import { declarationShape, type Shape } from './shape.ts';
import { aDeclaration, readAll, textOf } from './testing/batch-text.ts';

const validator = XsdValidator.fromDoc(XmlDocument.fromString(batchXsd()));
const complete = aDeclaration({
  dwelling: {
    kind: 'room',
    tenure: 'rented',
    rooms: 2,
    bath: false,
    kitchen: true,
    toilet: true,
    running_water: false,
    electricity: true,
    own_meter: true,
    garage: false,
  },
  equipment: { computers: 0, dishes: 1, landlines: 0, mobile_phones: 3, cars: 0, motorcycles: 1, tractors: 0 },
  assets: {
    second_home: false,
    business_premises: false,
    non_farm_land: true,
    licence_rent: false,
    irrigated_ha: 0.5,
    rainfed_ha: 2,
    cows: 1,
    sheep_goats: 12,
    fruit_trees: 30,
    poultry_house: 0,
  },
  resources: { income_year: 9000, transfers_year: 1200, bank_loan: false },
  spending_year: { butane: 480, water_electricity: 900, phone_internet: 600 },
});
const [head] = complete.members;
const answers = {
  marital_status: 'widowed',
  education: 'none',
  schooling: 'none',
  occupation: 'farmer',
  earns: true,
  disabled: false,
  other_cover: 'cnss',
} as const;
const sample = textOf(
  'xml',
  [{ reference: 'R-1', declaration: { ...complete, members: head === undefined ? [] : [{ ...head, ...answers }] } }],
  1,
);

function isValid(xml: string): boolean {
  try {
    using document = XmlDocument.fromString(xml);
    validator.validate(document);
    return true;
  } catch {
    return false;
  }
}

async function isReceived(xml: string): Promise<boolean> {
  return (await readAll(xml)).every((item) => item.kind !== 'refused' && item.kind !== 'fatal');
}

/** Every element of the sample that the declaration's table names. */
function namesOf(shape: Shape): readonly string[] {
  if (typeof shape === 'string' || shape.kind === 'constant') return [];
  if (shape.kind === 'list') return [shape.item, ...namesOf(shape.of)];
  return Object.entries(shape.fields).flatMap(([name, field]) =>
    typeof field === 'object' && field.kind === 'constant' ? [] : [name, ...namesOf(field)],
  );
}

const names = [...new Set(namesOf(declarationShape))];
const element = (name: string) => new RegExp(`<${name}>([\\s\\S]*?)</${name}>`);

const spoils: readonly (readonly [string, (xml: string, name: string) => string])[] = [
  ['left out', (xml, name) => xml.replace(element(name), '')],
  ['empty', (xml, name) => xml.replace(element(name), `<${name}/>`)],
  ['blank', (xml, name) => xml.replace(element(name), `<${name}>  </${name}>`)],
  ['given twice', (xml, name) => xml.replace(element(name), '$&$&')],
  ['of another kind', (xml, name) => xml.replace(element(name), `<${name}>-7.5e3</${name}>`)],
  ['with spaces around', (xml, name) => xml.replace(element(name), (_, inner: string) => `<${name}> ${inner} </${name}>`)],
  ['with an attribute', (xml, name) => xml.replace(`<${name}>`, `<${name} was="x">`)],
  ['beside a stranger', (xml, name) => xml.replace(`<${name}>`, `<stranger/><${name}>`)],
  ['over a stranger', (xml, name) => xml.replace(`</${name}>`, `<stranger/></${name}>`)],
  ['with text beside it', (xml, name) => xml.replace(`<${name}>`, `word<${name}>`)],
];

describe('the published XSD and the reader say the same', () => {
  it('a complete request is valid and received, and holds every element of the table', async () => {
    expect(isValid(sample)).toBe(true);
    expect(await isReceived(sample)).toBe(true);
    expect(names.filter((name) => !sample.includes(`<${name}>`))).toEqual([]);
  });

  it.each(spoils)('of an element %s', async (_, spoil) => {
    for (const name of names) {
      const spoilt = spoil(sample, name);
      if (spoilt.split('<member>').length > 2) continue; // Two heads: a rule between values, which no XSD knows.
      expect(`${name}: ${await isReceived(spoilt)}`).toBe(`${name}: ${isValid(spoilt)}`);
    }
  });

  it.each([
    ['reference="R-1"', ''],
    ['reference="R-1"', 'reference="R 1"'],
    ['kind="new"', ''],
    ['kind="new"', 'kind="old"'],
    ['kind="new"', 'kind="new" extra="1"'],
    ['sender="', 'sender=" '],
    ['created_on="2024-05-02"', 'created_on="2 May"'],
    ['created_on="2024-05-02"', ''],
    ['count="1"', 'count="-1"'],
    ['count="1"', ''],
    ['schema="ramed.batch/1"', 'schema="ramed.batch/2"'],
    ['urn:ramed:batch:1', 'urn:other'],
    ['0.5', '.5'],
    ['0.5', '+0.50'],
    ['<rooms>2<', '<rooms>+2<'],
    ['<rooms>2<', '<rooms>2.0<'],
    ['<rooms>2<', '<rooms>0<'],
    ['<garage>false<', '<garage>0<'],
    ['<garage>false<', '<garage>no<'],
    ['2024-04-21', '2023-02-29'],
    ['2024-04-21', '2024-04-21Z'],
    ['<other_cover>cnss<', '<other_cover>none<'],
    ['<family>', '<family>\u0007'],
    ['<family>', `<family>${'é'.repeat(80)}`],
    ['<commune>01', '<commune>13'],
  ])('of %s written %s', async (from, to) => {
    const spoilt = sample.replace(from, to);
    expect(spoilt).not.toBe(sample);
    expect(await isReceived(spoilt)).toBe(isValid(spoilt));
  });

  it('the lists of words are those of the declaration', () => {
    const listed = [
      ...batchXsd().matchAll(
        /<xs:simpleType name="(\w+)">(?:(?!<\/xs:simpleType>)[\s\S])*?<xs:enumeration[\s\S]*?<\/xs:simpleType>/g,
      ),
    ];
    const inXsd = Object.fromEntries(
      listed.map(([type, name]) => [name, [...type.matchAll(/enumeration value="(\w+)"/g)].map(([, word]) => word)]),
    );
    const pascal = (key: string) => key.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
    const inSchema = Object.entries(choices).map(([key, words]) => [
      pascal(key),
      key === 'other_cover' ? ['none', ...words] : [...words],
    ]);
    expect(inXsd).toEqual(Object.fromEntries(inSchema));
  });
});
