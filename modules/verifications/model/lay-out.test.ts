import { expect, test } from 'vitest';
import type { Difference } from './checks.ts';
import { layOut } from './lay-out.ts';

const difference = (over: Partial<Difference>): Difference => ({
  ref: 1,
  field: 'names',
  weight: 'to-settle',
  declared: 'a',
  answered: 'b',
  ...over,
});
const declared = { fr: { family: 'Amrani', given: 'Itto' }, ar: { family: 'عمراني', given: 'إيطو' } };
const held = { fr: { family: 'ZERWALI', given: 'Itto' } };
const answer = {
  ref: 1,
  kind: 'identity',
  found: true,
  names: held,
  birthDate: '1984-01-01',
  sex: 'F',
  vitalStatus: 'alive',
} as const;

test('names are laid out script by script, and a script that one side lacks is apart whole', () => {
  const { lines } = layOut(difference({}), declared, answer);
  expect(lines.map(({ script }) => script)).toEqual(['fr', 'ar']);
  expect(lines[0]?.declared.at(-1)).toEqual({ text: 'i Itto', apart: false });
  expect(lines[1]).toMatchObject({ declared: [{ text: 'عمراني إيطو', apart: true }], answered: [] });
});

test('names corrected since the register answered are shown in the words of then', () => {
  const { lines } = layOut(difference({ declared: 'Amrani Itto', answered: 'Amrani Ito' }), undefined, answer);
  expect(lines).toMatchObject([{ script: null, declared: [{ apart: false }, { text: 't', apart: true }, { apart: false }] }]);
});

test('a day is marked where it parts, a word is apart whole', () => {
  const day = layOut(difference({ field: 'birth_date', declared: '1984-03-12', answered: '1983-03-12' }), declared, answer);
  expect(day.lines[0]?.declared[1]).toEqual({ text: '4', apart: true });
  const word = layOut(difference({ field: 'vital_status', declared: 'alive', answered: 'deceased' }), declared, answer);
  expect(word.lines).toEqual([
    { script: null, declared: [{ text: 'alive', apart: true }], answered: [{ text: 'deceased', apart: true }] },
  ]);
});

test('a cover comes with its period', () => {
  const period = { scheme: 'cnss', role: 'insured', from: '2019-01-01' } as const;
  const found = difference({ field: 'cover', declared: 'none', answered: 'cnss, insured, 2019-01-01 – …' });
  expect(layOut(found, declared, { ref: 1, kind: 'cover', periods: [period] }).cover).toEqual(period);
});
