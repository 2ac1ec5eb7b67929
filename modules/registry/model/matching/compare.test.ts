import { describe, expect, test } from 'vitest';
import { blockKeysOf, blockRules, pairsUnder } from './block-keys.ts';
import { birthLevel, comparePersons } from './compare.ts';
import { kinOf, type SearchedPerson, toComparedPersons } from './compared-person.ts';
import { fields, levelsOf, toLevels, toPattern } from './levels.ts';
import { nameLevel, toHeardName } from './name-level.ts';

const compared = toComparedPersons(100);

function aPerson(changes: Partial<SearchedPerson> = {}) {
  return compared({
    person: 'p',
    household: 'h',
    cnie: null,
    givenFr: 'Fatima Zahra',
    familyFr: 'Ben Haddou',
    givenAr: 'فاطمة الزهراء',
    familyAr: 'بن حدو',
    sex: 'F',
    birthDate: '1984-05-02',
    territory: '05.081.01.03',
    kin: ['BRHM 1980', 'MHMD 2010'],
    ...changes,
  });
}

function levelsInWords(one: SearchedPerson | ReturnType<typeof aPerson>, other: ReturnType<typeof aPerson>) {
  const levels = comparePersons(one as ReturnType<typeof aPerson>, other);
  return Object.fromEntries(fields.map((field, at) => [field, levelsOf[field][levels[at] ?? 0]]));
}

describe('names', () => {
  test.each([
    ['El Alaoui', 'Alaoui', 'sound'],
    ['Benhaddou', 'Ben Hadou', 'sound'],
    ['Oulad Lahcen', 'Ould Lahsen', 'sound'],
    ['Aït Ali', 'Ayt Ali', 'sound'],
    ['Moulay Driss', 'Driss', 'same'],
    ['Lalla Aicha', 'Aïcha', 'same'],
    ['Chakib', 'Shakib', 'sound'],
    ['Ouardia', 'Wardia', 'sound'],
    ['Boujemaa', 'Bujema', 'sound'],
    ['Qaddour', 'Kadour', 'sound'],
    ['Djilali', 'Jilali', 'sound'],
    ['Zahra Fatima', 'Fatima Zahra', 'sound'],
    ['Fatima Zahra', 'Fatima', 'near'],
    ['Bent Ali', 'Bnt Ali', 'sound'],
    ['Abderrahman', 'Abderahmen', 'sound'],
    ['Mustapha', 'Mutapha', 'near'],
    ['Said', 'Omar', 'different'],
  ])('%s and %s in Latin letters: %s', (one, other, level) => {
    expect(nameLevel(toHeardName(one, null), toHeardName(other, null))).toBe(level);
    expect(nameLevel(toHeardName(other, null), toHeardName(one, null))).toBe(level);
  });

  test.each([
    ['أحمد', 'احمد', 'same'],
    ['فاطمة', 'فاطمه', 'sound'],
    ['العلوي', 'علوي', 'sound'],
    ['بنت علي', 'علي', 'different'],
    ['هدى', 'هدي', 'sound'],
  ])('%s and %s in Arabic: %s', (one, other, level) => {
    expect(nameLevel(toHeardName(null, one), toHeardName(null, other))).toBe(level);
  });

  test('written in one script here and in the other there, they can still be heard alike', () => {
    expect(nameLevel(toHeardName('Fatima', null), toHeardName(null, 'فاطمة'))).toBe('sound');
    expect(nameLevel(toHeardName('Fatima', null), toHeardName(null, null))).toBe('missing');
  });

  test('scripts that disagree are told from names that differ', () => {
    expect(nameLevel(toHeardName('Fatima', 'فاطمة'), toHeardName('Khadija', 'فاطمة'))).toBe('one-script');
    expect(nameLevel(toHeardName('Benhadou', 'بن حدو'), toHeardName('Ben Haddou', 'بن حدو'))).toBe('sound');
  });
});

test.each([
  ['1984-05-02', '1984-05-02', 'same'],
  ['1960-01-01', '1960-01-01', 'presumed'],
  ['1984-05-02', '1984-02-05', 'swapped'],
  ['1984-05-02', '1984-05-12', 'slip'],
  ['1984-05-02', '1983-05-02', 'slip'],
  ['1984-05-02', '1984-01-01', 'year'],
  ['1984-05-02', '1984-11-23', 'same-year'],
  ['1960-01-01', '1961-01-01', 'different'],
  ['1984-05-02', '1990-07-12', 'different'],
])('born on %s and on %s: %s', (one, other, level) => {
  expect(birthLevel(one, other)).toBe(level);
  expect(birthLevel(other, one)).toBe(level);
});

describe('two persons', () => {
  test('agree with themselves in all that is stated', () => {
    expect(levelsInWords(aPerson(), aPerson())).toEqual({
      given: 'same',
      family: 'same',
      birth: 'same',
      sex: 'same',
      place: 'commune',
      kin: 'several',
      card: 'missing',
    });
  });

  test('whose given and family names were exchanged come near', () => {
    const exchanged = aPerson({ givenFr: 'Benhaddou', familyFr: 'Fatima Zahra', givenAr: null, familyAr: null });
    expect(levelsInWords(aPerson(), exchanged)).toMatchObject({ given: 'near', family: 'near' });
  });

  test('who moved, have other kin and another card', () => {
    const elsewhere = { territory: '05.170.01.01', kin: ['BRHM 1980'], cnie: 'IC123457' };
    expect(levelsInWords(aPerson({ cnie: 'IC123456' }), aPerson(elsewhere))).toMatchObject({
      place: 'region',
      kin: 'one',
      card: 'slip',
    });
    const stranger = aPerson({ territory: '09.001.01.01', kin: [], cnie: 'ZZ1' });
    expect(levelsInWords(aPerson({ cnie: 'IC123456' }), stranger)).toMatchObject({
      place: 'different',
      kin: 'missing',
      card: 'different',
    });
  });

  test('levels go into a pattern and come out of it', () => {
    const levels = comparePersons(aPerson(), aPerson({ birthDate: '1984-02-05', sex: 'M', kin: [] }));
    expect(toLevels(toPattern(levels))).toEqual(levels);
  });
});

describe('blocks', () => {
  const keysBy = (person: ReturnType<typeof aPerson>, name: string) =>
    blockKeysOf(
      person,
      blockRules.filter((rule) => rule.name === name),
    );

  test.each<[Partial<SearchedPerson>, string | undefined]>([
    [{ familyFr: 'Benhadou', birthDate: '1984-02-05' }, 'both-names-and-year'],
    [{ familyFr: 'Idrissi', familyAr: 'الإدريسي', birthDate: '1984-02-05' }, 'given-name-and-birth-date'],
    [{ givenFr: 'Itto', givenAr: 'إيطو' }, 'family-name-and-birth-date'],
    [{ birthDate: '1979-05-02' }, 'both-names-and-commune'],
    [{ givenFr: 'Itto', givenAr: 'إيطو', familyFr: 'Idrissi', familyAr: 'الإدريسي' }, 'birth-date-and-commune'],
    [{ birthDate: '1979-05-02', territory: '09.001.01.01' }, 'given-name-and-kin'],
    [{ givenFr: 'Itto', givenAr: 'إيطو', birthDate: '1979-05-02' }, undefined],
  ])('with %o somebody is first met by %s', (changes, met) => {
    const [one, other] = [aPerson(), aPerson(changes)];
    expect(blockRules.find(({ name }) => keysBy(one, name).some((key) => keysBy(other, name).includes(key)))?.name).toBe(met);
  });

  test('two persons are compared under one of their keys alone, never a crowded one, and not within a household', () => {
    const blocked = (household: string, changes: Partial<SearchedPerson> = {}) => {
      const person = aPerson(changes);
      return { household, keys: blockKeysOf(person) };
    };
    const [one, other, beside] = [blocked('h1'), blocked('h2', { kin: ['MHMD 2010', 'BRHM 1980'] }), blocked('h1')];
    const met = (isCrowded: (key: number) => boolean) =>
      one.keys.filter((key) => [...pairsUnder(key, [one, other, beside], isCrowded)].length > 0);
    expect(met(() => false)).toEqual(one.keys.slice(0, 1));
    expect([...pairsUnder(one.keys[0] ?? 0, [one, other, beside], () => false)]).toEqual([
      [one, other],
      [other, beside],
    ]);
    expect(met((key) => one.keys.indexOf(key) < 5)).toEqual([one.keys[5]]);
  });
});

test('kin are known by the sound of the given name and the year of birth', () => {
  expect(kinOf({ givenFr: 'Brahim', givenAr: null, birthDate: '1980-03-04' })).toBe(
    kinOf({ givenFr: 'Ibrahim', givenAr: 'إبراهيم', birthDate: '1980-01-01' }),
  );
});
