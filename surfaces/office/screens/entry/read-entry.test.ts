import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { withoutPerson, withPerson, withPersonLikeLast } from './copy-person.ts';
import { keyOfOption, optionOfKey } from './option-keys.ts';
import { nothingTyped, readEntry, splitDate, type Typed } from './read-entry.ts';

const today = toDate('2026-11-27');
const faultsOf = (texts: Typed['texts'], people = 1) => readEntry({ people, texts }, today).faults;
const faultAt = (texts: Typed['texts'], step: string, key: string) =>
  faultsOf(texts).find((fault) => fault.step === step && fault.key === key)?.fault;

test.each(['31031985', '31 3 1985', '31/3/1985', '31-03-1985', ' 31.3.1985 '])('%s is the last day of March 1985', (typed) => {
  const { answers } = readEntry({ people: 1, texts: { birth: { birth_date: typed } } }, today);
  expect(answers.members[0]).toMatchObject({ birth_date: '1985-03-31' });
});

test.each([
  ['30021985', 'no-date'],
  ['3131985', 'no-date'],
  ['01012030', 'date-ahead'],
  ['01011850', 'date-too-old'],
  ['', 'missing'],
])('%s is told as %s', (typed, fault) => {
  expect(faultAt({ birth: { birth_date: typed } }, 'birth', 'birth_date')).toBe(fault);
});

test('a fault in one field hides no other, and keeps no right answer out', () => {
  const { answers, faults } = readEntry({ people: 1, texts: { birth: { birth_date: '99', sex: 'F', cnie: '12' } } }, today);
  expect(answers.members[0]).toMatchObject({ sex: 'F' });
  expect(faults.filter(({ step }) => step === 'birth').map(({ key }) => key)).toEqual(['birth_date', 'cnie']);
});

test('a name with one half alone, and one in the wrong letters, are told where they are', () => {
  expect(faultAt({ name: { 'names.fr.given': 'Hassan' } }, 'name', 'names.fr.family')).toBe('half-a-name');
  expect(faultAt({ name: { 'names.ar.given': 'Hassan' } }, 'name', 'names.ar.given')).toBe('not-arabic');
});

test('a child is not asked of work, a family of the country of its land', () => {
  const texts = { province: { province: '05.081' }, 'identity/2': { birth_date: '01012020' } };
  const steps = (commune: string) => readEntry({ people: 2, texts: { ...texts, commune: { commune } } }, today).steps;
  const child = steps('05.081.01.01').find(({ name }) => name === 'situation/2');
  expect(child?.fields.map(({ key }) => key)).toEqual(['schooling', 'disabled']);
  expect(steps('05.081.01.01').some(({ name }) => name === 'farm')).toBe(false);
  expect(steps('05.081.03.01').some(({ name }) => name === 'farm')).toBe(true);
});

test('whatever is typed is read without an end to it, and only fields that are asked are told', () => {
  const anything = fc.dictionary(fc.constantFrom('birth_date', 'sex', 'cnie', 'names.fr.given', 'relation'), fc.string());
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), anything, anything, (people, birth, other) => {
      const { steps, faults } = readEntry({ people, texts: { birth, name: other, 'identity/2': other } }, today);
      const asked = new Set(steps.flatMap(({ name, fields }) => fields.map(({ key }) => `${name} ${key}`)));
      return faults.every(({ step, key }) => asked.has(`${step} ${key}`));
    }),
  );
});

describe('the people of a family', () => {
  const two: Typed = {
    people: 2,
    texts: {
      name: { 'names.fr.family': 'Oubella', 'names.fr.given': 'Hassan' },
      'identity/2': {
        relation: 'child',
        'names.fr.given': 'Salma',
        'names.fr.family': 'Oubella',
        birth_date: '01012012',
        sex: 'F',
      },
      'situation/2': { schooling: 'public', disabled: 'no' },
    },
  };

  test('a person like the one before has its relation, family name and situation, and nothing that is a person’s own', () => {
    const { typed, copied } = withPersonLikeLast(two);
    expect(typed.people).toBe(3);
    expect(typed.texts['identity/3']).toEqual({ relation: 'child', 'names.fr.family': 'Oubella' });
    expect(typed.texts['situation/3']).toEqual({ schooling: 'public', disabled: 'no' });
    expect(copied).toContain('identity/3 relation');
  });

  test('after the head nothing is copied: a wife has her own name; after her comes a child with the name of the head', () => {
    const head = { 'names.fr.family': 'Oubella', 'names.fr.given': 'Hassan' };
    expect(withPersonLikeLast({ people: 1, texts: { name: head } })).toMatchObject({ typed: { people: 2 }, copied: [] });
    const wife = { relation: 'spouse', 'names.fr.family': 'Ghali' };
    const { typed } = withPersonLikeLast({
      people: 2,
      texts: { name: head, 'identity/2': wife, 'situation/2': { occupation: 'none' } },
    });
    expect(typed.texts['identity/3']).toEqual({ 'names.fr.family': 'Oubella' });
    expect(typed.texts['situation/3']).toBeUndefined();
  });

  test('who is removed leaves, and those after move up', () => {
    const three = withPersonLikeLast(two).typed;
    const left = withoutPerson(three, 2);
    expect(left.people).toBe(2);
    expect(left.texts['identity/2']).toEqual(three.texts['identity/3']);
    expect(left.texts['identity/3']).toBeUndefined();
    expect(withPerson(left).people).toBe(3);
  });

  test('everybody of the form is listed in the order of the paper, all about one person together', () => {
    const { steps } = readEntry({ ...nothingTyped, people: 3 }, today);
    const people = steps.map(({ name }) => name).filter((name) => name.includes('/'));
    expect(people).toEqual(['identity/2', 'situation/2', 'identity/3', 'situation/3']);
  });
});

test('the key of each option chooses it, also on a board whose digits are shifted', () => {
  expect([0, 8, 9, 10].map(keyOfOption)).toEqual(['1', '9', '0', 'a']);
  expect(optionOfKey({ key: '&', code: 'Digit1' })).toBe(0);
  expect(optionOfKey({ key: 'A', code: 'KeyQ' })).toBe(10);
  expect(optionOfKey({ key: 'Enter', code: 'Enter' })).toBeUndefined();
  expect(splitDate('')).toEqual([]);
});
