import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choices, Declaration, parseDeclaration } from '#modules/eligibility';
import { aHousehold } from '../../../eligibility/testing/a-household.ts';
import { population } from '../../testing/population/index.ts';
import { type AnswersOfDossier, decodeAnswers, encodeAnswers } from './index.ts';
import { listsOfLayout1 } from './layout.ts';

const contact = { phone: '+212612345678', email: 'aicha@example.ma', address: '12, rue 4, Hay Salam', wants_notices: true };
const answersOf = (declaration: Declaration): AnswersOfDossier => ({
  number: '202600000018',
  language: 'ar',
  declaration,
  contact,
});
const aFamily = answersOf(aHousehold());

test('what a dossier says is what its code says', () => {
  expect(decodeAnswers(encodeAnswers(aFamily))).toEqual({ answers: aFamily });
  const { contact: _contact, ...unreached } = aFamily;
  expect(decodeAnswers(encodeAnswers(unreached))).toEqual({ answers: unreached });
});

test('the declaration of every household of the test population survives', () => {
  const options = { households: 400, seed: 'codes', filedFrom: '2026-01-05', filedTo: '2026-11-20', errors: 'none' } as const;
  for (const { declaration } of population(options)) {
    const answers = answersOf(declaration);
    expect(decodeAnswers(encodeAnswers(answers))).toEqual({ answers });
  }
});

const orAbsent = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const oneOf = <T>(options: readonly T[]) => orAbsent(fc.constantFrom(...options));
const flags = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, orAbsent(fc.boolean())]));
const counts = (keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, orAbsent(fc.integer({ min: 0, max: 1_000_000 }))]));
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const isoDay = day.map((date) => date.toISOString().slice(0, 10));
const someText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'أبتثلمنوي ڭ'), minLength: 1, maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(..."abcZÉé -'"), minLength: 1, maxLength: 80 }),
);
const name = fc.record({ family: someText, given: someText });
const hectares = orAbsent(fc.oneof(fc.double({ min: 0, max: 1_000_000, noNaN: true }), fc.constantFrom(0.5, 1.25, 3)));

const person = fc.record({
  sex: fc.constantFrom('F', 'M'),
  birth_date: isoDay,
  names: fc.oneof(fc.record({ fr: name }), fc.record({ ar: name }), fc.record({ fr: name, ar: name })),
  cnie: orAbsent(fc.stringMatching(/^[A-Z]{1,2}\d{1,7}$/)),
  marital_status: oneOf(choices.marital_status),
  education: oneOf(choices.education),
  schooling: oneOf(choices.schooling),
  occupation: oneOf(choices.occupation),
  other_cover: oneOf([null, ...choices.other_cover]),
  ...flags(['literate', 'earns', 'disabled']),
});
const relation = fc.constantFrom(...choices.relation.filter((one) => one !== 'head'));
const declared = fc.record({
  members: fc.array(fc.record({ person, relation }), { minLength: 1, maxLength: 14 }),
  commune: fc.stringMatching(/^(0[1-9]|1[0-2])\.\d{3}\.\d{2}\.\d{1,2}$/),
  milieu: fc.constantFrom(...choices.milieu),
  nuclei: orAbsent(fc.integer({ min: 1, max: 60 })),
  no_other_cover_declared: orAbsent(fc.boolean()),
  dwelling: orAbsent(
    fc.record({
      kind: oneOf(choices.dwelling_kind),
      tenure: oneOf(choices.tenure),
      rooms: orAbsent(fc.integer({ min: 1, max: 1000 })),
      ...flags(['bath', 'kitchen', 'toilet', 'running_water', 'electricity', 'own_meter', 'garage']),
    }),
  ),
  equipment: orAbsent(
    fc.record(counts(['computers', 'dishes', 'landlines', 'mobile_phones', 'cars', 'motorcycles', 'tractors'])),
  ),
  assets: orAbsent(
    fc.record({
      ...flags(['second_home', 'business_premises', 'non_farm_land', 'licence_rent']),
      ...{ irrigated_ha: hectares, rainfed_ha: hectares },
      ...counts(['cows', 'sheep_goats', 'fruit_trees', 'poultry_house']),
    }),
  ),
  resources: orAbsent(fc.record({ ...counts(['income_year', 'transfers_year']), ...flags(['bank_loan']) })),
  spending_year: orAbsent(fc.record(counts(['butane', 'water_electricity', 'phone_internet']))),
});

test('whatever a declaration may say survives', () => {
  const valid = declared
    .map(({ members, ...household }) => {
      const numbered = members.map(({ person: one, relation: to }, index) => ({
        ...{ ref: index + 1, relation: index === 0 ? 'head' : to },
        ...one,
      }));
      const filedOn = { schema: 'ramed.declaration/1', filed_on: '2100-12-31' };
      return parseDeclaration(JSON.parse(JSON.stringify({ ...filedOn, ...household, members: numbered })));
    })
    .filter((parsed) => parsed.ok);
  fc.assert(
    fc.property(valid, (parsed) => {
      if (!parsed.ok) return;
      const answers = answersOf(parsed.declaration);
      expect(decodeAnswers(encodeAnswers(answers))).toEqual({ answers });
    }),
    { numRuns: 300 },
  );
});

test('the same answers always give the same bytes', () => {
  expect(encodeAnswers(answersOf(aHousehold()))).toEqual(encodeAnswers(aFamily));
});

test('what another version printed is known for what it is, and what is no answer too', () => {
  const later = encodeAnswers(aFamily);
  later[2] = 9;
  expect(decodeAnswers(later)).toEqual({ fault: 'other-version', version: 9 });
  for (const bytes of [[], [0x44], [0x44, 0x41, 1], [0xa6, 1, 2, 3]])
    expect(decodeAnswers(Uint8Array.from(bytes))).toEqual({ fault: 'not-answers' });
});

test('bytes from anywhere are read without a failure, and a code cut short or lengthened is none', () => {
  const whole = encodeAnswers(aFamily);
  for (let length = 0; length < whole.length; length += 1)
    expect(decodeAnswers(whole.subarray(0, length))).toEqual({ fault: 'not-answers' });
  expect(decodeAnswers(Uint8Array.from([...whole, 0]))).toEqual({ fault: 'not-answers' });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const read = decodeAnswers(Uint8Array.from([0x44, 0x41, 1, ...bytes]));
      expect('answers' in read || read.fault === 'not-answers').toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('answers that the layout cannot hold get no code', () => {
  expect(() => encodeAnswers({ ...aFamily, number: 'A' })).toThrow(RangeError);
  expect(() => encodeAnswers({ ...aFamily, contact: { fax: '0' } })).toThrow(RangeError);
});

test('the layout has every key and every choice of the declaration: who adds one adds a layout', () => {
  expect(listsOfLayout1).toEqual(choices);
  const { members, ...household } = aHousehold();
  const keysOf = (shape: object) => Object.keys(shape).sort();
  expect(keysOf({ ...household, members })).toEqual(keysOf(Declaration.shape));
});
