import { describe, expect, test } from 'vitest';
import { type Cnie, declarationJsonSchema, parseAnonymousDeclaration, parseDeclaration } from '../index.ts';
import { aHousehold } from '../testing/a-household.ts';

describe('a declaration', () => {
  test('with every key filled in is accepted', () => {
    expect(parseDeclaration(aHousehold())).toMatchObject({ ok: true });
  });

  test('may leave every optional answer out', () => {
    const { schema, filed_on, commune, milieu } = aHousehold();
    const members = [
      { ref: 1, relation: 'head', sex: 'F', birth_date: '1980-01-01', names: { ar: { family: 'مثال', given: 'عائشة' } } },
    ];
    expect(parseDeclaration({ schema, filed_on, commune, milieu, members })).toMatchObject({ ok: true });
  });

  test('keeps card numbers in capitals without spaces and names composed', () => {
    const members = [
      { ...aHousehold().members[0], cnie: ' be 123 456', names: { fr: { family: 'Ame\u0301ziane ', given: 'Itto' } } },
    ];
    const parsed = parseDeclaration({ ...aHousehold(), members });
    expect(parsed.ok && parsed.declaration.members[0]).toMatchObject({
      cnie: 'BE123456' as Cnie,
      names: { fr: { family: 'Améziane', given: 'Itto' } },
    });
  });

  test.each<[string, (draft: Draft) => void, string, string]>([
    ['of another schema', (d) => Object.assign(d, { schema: 'ramed.declaration/2' }), 'schema', 'choice'],
    ['without a date of deposit', (d) => delete d.filed_on, 'filed_on', 'required'],
    ['without a milieu', (d) => delete d.milieu, 'milieu', 'required'],
    ['filed on a day that does not exist', (d) => Object.assign(d, { filed_on: '2023-02-29' }), 'filed_on', 'format'],
    ['filed on a day without leading zeros', (d) => Object.assign(d, { filed_on: '2023-2-9' }), 'filed_on', 'format'],
    ['filed before 1900', (d) => Object.assign(d, { filed_on: '1899-12-31' }), 'filed_on', 'date-range'],
    ['of a region that does not exist', (d) => Object.assign(d, { commune: '13.001.01.01' }), 'commune', 'format'],
    ['with a key that nobody knows', (d) => Object.assign(d, { colour: 'blue' }), 'colour', 'unknown-key'],
    ['with an unknown key of a member', (d) => Object.assign(d.members[1] ?? {}, { age: 3 }), 'members[1].age', 'unknown-key'],
    ['with an unknown key of the dwelling', (d) => Object.assign(d.dwelling, { pool: true }), 'dwelling.pool', 'unknown-key'],
    ['without members', (d) => d.members.splice(0), 'members', 'minimum'],
    [
      'with a head who is not the first',
      (d) => Object.assign(d.members[0] ?? {}, { relation: 'child' }),
      'members[0].relation',
      'one-head',
    ],
    ['with two heads', (d) => Object.assign(d.members[1] ?? {}, { relation: 'head' }), 'members[1].relation', 'one-head'],
    ['whose members are not numbered in order', (d) => Object.assign(d.members[1] ?? {}, { ref: 3 }), 'members[1].ref', 'order'],
    [
      'of a child born after the deposit',
      (d) => Object.assign(d.members[1] ?? {}, { birth_date: '2024-06-02' }),
      'members[1].birth_date',
      'date-range',
    ],
    ['with a name in no script', (d) => Object.assign(d.members[0] ?? {}, { names: {} }), 'members[0].names', 'one-script'],
    ['with an empty name', (d) => rename(d, ' '), 'members[0].names.fr.given', 'minimum'],
    [
      'with a name that turns the writing round',
      (d) => rename(d, 'Aicha\u202E'),
      'members[0].names.fr.given',
      'invisible-character',
    ],
    ['with a name too long', (d) => rename(d, 'a'.repeat(81)), 'members[0].names.fr.given', 'maximum'],
    [
      'with a card number of three letters',
      (d) => Object.assign(d.members[0] ?? {}, { cnie: 'ABC1' }),
      'members[0].cnie',
      'format',
    ],
    ['with no room', (d) => Object.assign(d.dwelling, { rooms: 0 }), 'dwelling.rooms', 'minimum'],
    ['with half a car', (d) => Object.assign(d.equipment, { cars: 0.5 }), 'equipment.cars', 'type'],
    ['with fewer than no cows', (d) => Object.assign(d.assets, { cows: -1 }), 'assets.cows', 'minimum'],
    ['with centimes', (d) => Object.assign(d.resources, { income_year: 10.5 }), 'resources.income_year', 'type'],
    [
      'with an amount written as text',
      (d) => Object.assign(d.resources, { income_year: '100' }),
      'resources.income_year',
      'type',
    ],
    ['with an answer that is null', (d) => Object.assign(d.dwelling, { bath: null }), 'dwelling.bath', 'type'],
    [
      'with an occupation that the list does not have',
      (d) => Object.assign(d.members[0] ?? {}, { occupation: 'king' }),
      'members[0].occupation',
      'choice',
    ],
  ])('%s is refused at its place', (_, spoil, path, rule) => {
    const draft = structuredClone(aHousehold()) as unknown as Draft;
    spoil(draft);
    const parsed = parseDeclaration(draft);
    expect(parsed.ok ? [] : parsed.issues.map((issue) => ({ path: issue.path, rule: issue.rule }))).toContainEqual({
      path,
      rule,
    });
  });

  test.each([[null], [[]], ['text'], [7], [undefined]])('%j is not one', (input) => {
    expect(parseDeclaration(input)).toMatchObject({ ok: false, issues: [{ path: '' }] });
  });

  test('lists everything that is wrong, not the first thing only', () => {
    const parsed = parseDeclaration({ ...aHousehold(), milieu: 'sea', nuclei: 0, colour: 1 });
    expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path).sort()).toEqual(['colour', 'milieu', 'nuclei']);
  });

  test('need not name anyone when it is anonymous', () => {
    const members = aHousehold().members.map(({ names: _, sex: __, ...member }) => member);
    expect(parseDeclaration({ ...aHousehold(), members })).toMatchObject({ ok: false });
    expect(parseAnonymousDeclaration({ ...aHousehold(), members })).toMatchObject({ ok: true });
  });

  test('has a JSON Schema that refuses unknown keys too', () => {
    expect(declarationJsonSchema()).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['schema', 'filed_on', 'commune', 'milieu', 'members'],
    });
  });
});

type Draft = Record<string, unknown> & {
  members: Record<string, unknown>[];
  dwelling: object;
  equipment: object;
  assets: object;
  resources: object;
};

function rename(draft: Draft, given: string): void {
  Object.assign(draft.members[0] ?? {}, { names: { fr: { family: 'EXEMPLE', given } } });
}
