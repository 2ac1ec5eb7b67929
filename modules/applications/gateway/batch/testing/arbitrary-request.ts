import fc from 'fast-check';
import { choices, type Declaration, parseDeclaration } from '#modules/eligibility';
import type { BatchRecord } from '../batch.ts';

/** Requests a household could write, each optional answer sometimes left out; names in three scripts with quotes and signs of every format. */
export function arbitraryRequest(): fc.Arbitrary<BatchRecord> {
  return fc.record({
    reference: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,20}$/),
    declaration: fc.oneof(
      { weight: 3, arbitrary: arbitraryDeclaration(1, 4) },
      { weight: 1, arbitrary: arbitraryDeclaration(5, 9) },
    ),
  });
}

function arbitraryDeclaration(fewest: number, most: number): fc.Arbitrary<Declaration> {
  const answers = { nuclei: count(1, 4), no_other_cover_declared: fc.boolean(), ...groups };
  return fc
    .record(
      {
        schema: fc.constant('ramed.declaration/1'),
        filed_on: day('2012-03-13', '2026-01-01'),
        commune: fc.constantFrom('01.511.01.01', '08.401.01.03'),
        milieu: fc.constantFrom(...choices.milieu),
        members: fc.array(member, { minLength: fewest, maxLength: most }),
        ...answers,
      },
      { requiredKeys: ['schema', 'filed_on', 'commune', 'milieu', 'members'] },
    )
    .map((values) => asDeclaration({ ...values, members: values.members.map(numbered) }));
}

function asDeclaration(values: unknown): Declaration {
  const parsed = parseDeclaration(values);
  if (!parsed.ok) throw new TypeError(`an arbitrary declaration is none: ${JSON.stringify(parsed.issues)}`);
  return parsed.declaration;
}

function numbered(values: object, index: number): object {
  return { ...values, ref: index + 1, relation: index === 0 ? 'head' : 'child' };
}

const nameText = fc
  .array(
    fc.constantFrom('Aït', 'O’Hara', '"Bou"', 'بنعلي', 'عبد‌الله', 'ⴰⵢⵜ', '<b>&amp;', ';', ',', '#1', ']]>', "d'Or", '𐤀', 'é'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(' '));
const name = fc.record({ family: nameText, given: nameText });

const member = fc.record(
  {
    sex: fc.constantFrom(...choices.sex),
    birth_date: day('1930-01-01', '2012-03-13'),
    names: fc.oneof(fc.record({ fr: name }), fc.record({ ar: name }), fc.record({ fr: name, ar: name })),
    cnie: fc.stringMatching(/^[A-Z]{1,2}[0-9]{1,7}$/),
    marital_status: fc.constantFrom(...choices.marital_status),
    education: fc.constantFrom(...choices.education),
    literate: fc.boolean(),
    schooling: fc.constantFrom(...choices.schooling),
    occupation: fc.constantFrom(...choices.occupation),
    earns: fc.boolean(),
    other_cover: fc.option(fc.constantFrom(...choices.other_cover)),
    disabled: fc.boolean(),
  },
  { requiredKeys: ['sex', 'birth_date', 'names'] },
);

const groups = {
  dwelling: someOf({
    kind: fc.constantFrom(...choices.dwelling_kind),
    tenure: fc.constantFrom(...choices.tenure),
    rooms: count(1, 9),
    bath: fc.boolean(),
    own_meter: fc.boolean(),
  }),
  equipment: someOf({ computers: count(0, 3), mobile_phones: count(0, 9), tractors: count(0, 1) }),
  assets: someOf({ second_home: fc.boolean(), irrigated_ha: hectares(), rainfed_ha: hectares(), cows: count(0, 40) }),
  resources: someOf({ income_year: count(0, 60_000), bank_loan: fc.boolean() }),
  spending_year: someOf({ butane: count(0, 2000), phone_internet: count(0, 5000) }),
};

/** At least one answer: in CSV a group without any is a group left out. */
function someOf(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  return fc.record(fields, { requiredKeys: [] }).filter((values) => Object.keys(values).length > 0);
}

function count(least: number, most: number): fc.Arbitrary<number> {
  return fc.integer({ min: least, max: most });
}

function hectares(): fc.Arbitrary<number> {
  return count(0, 2000).map((tenths) => tenths / 10);
}

function day(first: string, last: string): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date(first), max: new Date(last), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}
