import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toDate } from '#platform/dates';
import { foreseenEnd } from './beneficiary.ts';
import { agedBy } from './corrected-birth.ts';
import {
  correctedFields,
  correctedWords,
  differencesBetween,
  faultOfCorrection,
  faultOfWriting,
  isStillSo,
  laidOver,
  outdatesCard,
  StatedCorrection,
} from './correction.ts';
import type { MemberDays } from './life-event.ts';
import type { MemberWords } from './stated-change.ts';

const ages = { dependent: 21, studying: 26 };
const salma: MemberWords = {
  names: { fr: { family: 'Amrani', given: 'Salma' } },
  sex: 'F',
  birthDate: '2004-02-20',
  cnie: 'IC40127',
};
const said = (more: Parameters<typeof StatedCorrection.parse>[0]) => StatedCorrection.parse(more);
const corrected = (more: Parameters<typeof StatedCorrection.parse>[0]) => ({
  was: salma,
  now: correctedWords(salma, said(more)),
});

test('what is not said stays as it is, and what is said is cleaned of what nobody typed on purpose', () => {
  expect(correctedWords(salma, said({}))).toEqual(salma);
  const now = correctedWords(salma, said({ names: { fr: { given: ' Sal\u200Bima  ' } }, birthDate: '2005-02-20' }));
  expect(now).toEqual({ ...salma, names: { fr: { family: 'Amrani', given: 'Salima' } }, birthDate: '2005-02-20' });
  expect(differencesBetween(salma, now)).toEqual(['names.fr.given', 'birthDate']);
});

test('a correction laid over words that changed otherwise changes its own answers alone, and laid back gives them as they were', () => {
  const word = fc.constantFrom('Salma', 'Salima', 'Soukaina');
  const words = fc
    .record({ given: word, family: word, sex: fc.constantFrom('F' as const, 'M' as const), day: fc.integer({ min: 1, max: 4 }) })
    .map(({ given, family, sex, day }): MemberWords => ({ names: { fr: { given, family } }, sex, birthDate: `2004-02-0${day}` }));
  fc.assert(
    fc.property(words, words, words, (was, now, today) => {
      const own = differencesBetween(was, now);
      const after = laidOver(today, { was, now });
      for (const field of correctedFields.filter((one) => !own.includes(one)))
        expect(differencesBetween(today, after)).not.toContain(field);
      expect(differencesBetween(after, now).filter((field) => own.includes(field))).toEqual([]);
      if (isStillSo(today, { was, now })) expect(laidOver(after, { was: now, now: was })).toEqual(today);
    }),
  );
});

test('a name in the letters of the other script, half a name and what is no card are told by their place', () => {
  const faultAt = (more: Parameters<typeof StatedCorrection.parse>[0]) => {
    const fault = faultOfWriting({ said: said(more), words: correctedWords(salma, said(more)) });
    return fault && [fault.refused, fault.place];
  };
  expect(faultAt({ names: { fr: { given: 'سلمى' } } })).toEqual(['wrong-script', 'correction.names.fr.given']);
  expect(faultAt({ names: { ar: { given: 'Salma', family: 'العمراني' } } })).toEqual([
    'wrong-script',
    'correction.names.ar.given',
  ]);
  expect(faultAt({ names: { ar: { given: 'سلمى' } } })).toEqual(['half-name', 'correction.names.ar.family']);
  expect(faultAt({ cnie: '12345' })).toEqual(['card-unwritable', 'correction.cnie']);
  expect(faultAt({ names: { ar: { given: 'سلمى', family: 'العمراني' } }, cnie: 'IC40128' })).toBeUndefined();
});

test('words that are known already, a day to come, a parent of four years and somebody else of the family are no correction', () => {
  const member = { ...salma, cnie: salma.cnie, personId: '1', entitledBy: 'spouse' as const };
  const sister = { ...member, personId: '2', names: { fr: { family: 'Amrani', given: 'Sara' } }, cnie: 'IC50000' };
  const part = { entitled_by: 'spouse' as const, from_day: '2026-01-01', to_day: null, ends_by: null };
  const periods = ['1', '2'].map((person_id) => ({ ...part, person_id }));
  const family = { stated: [member, sister], periods, today: '2026-11-20' };
  const faultOf = (more: Parameters<typeof StatedCorrection.parse>[0]) =>
    faultOfCorrection(member, corrected(more), family)?.refused;
  expect(faultOf({ names: { fr: { given: 'Salma' } }, sex: 'F' })).toBe('correction-same');
  expect(faultOf({ birthDate: '2026-11-21' })).toBe('born-to-come');
  expect(faultOf({ birthDate: '2022-11-21' })).toBe('age-unlikely');
  expect(faultOf({ birthDate: '1890-01-01' })).toBe('age-unlikely');
  expect(faultOf({ cnie: 'IC50000' })).toBe('correction-in-family');
  expect(faultOf({ birthDate: '2003-02-20' })).toBeUndefined();
});

test('the card is made anew for what stands on it: a name, a year of birth; not for a sex, a card, a day of the same year', () => {
  const isOutdated = (more: Parameters<typeof StatedCorrection.parse>[0]) =>
    outdatesCard({ kind: 'correction', stated: { corrected: corrected(more) } });
  expect([isOutdated({ names: { fr: { given: 'Salima' } } }), isOutdated({ birthDate: '2005-02-20' })]).toEqual([true, true]);
  expect([isOutdated({ sex: 'M' }), isOutdated({ cnie: 'IC1' }), isOutdated({ birthDate: '2004-02-21' })]).toEqual([
    false,
    false,
    false,
  ]);
});

const child: MemberDays = {
  ...{ id: '1', entitled_by: 'dependent-child', from_day: '2024-01-01' },
  ...foreseen('dependent-child', '2004-02-20'),
};
function foreseen(entitledBy: 'dependent-child' | 'studying-child', birthDate: string) {
  const end = foreseenEnd({ entitledBy, birthDate }, ages);
  if (!end) throw new Error('no end');
  return end;
}
const after = (last: string | null) => addDays(toDate(last ?? ''), 1).toString();
const studies: MemberDays = {
  ...{ id: '2', entitled_by: 'studying-child', from_day: after(child.to_day) },
  ...foreseen('studying-child', '2004-02-20'),
};

test('a child born otherwise has its part to the age of the right day, and its studies go on from there without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1996, max: 2012 }), (year) => {
      const birth = `${year}-02-20`;
      const aged = agedBy([studies, child], birth, ages);
      const [dependent, studying] = [foreseen('dependent-child', birth), foreseen('studying-child', birth)];
      const last = aged.at(-1);
      if (studying.to_day < child.from_day) {
        expect(aged).toEqual([]);
        return;
      }
      expect(last).toMatchObject(studying);
      expect(aged[0]?.from_day).toBe(child.from_day);
      if (aged.length === 2) expect([aged[0]?.to_day, last?.from_day]).toEqual([dependent.to_day, after(dependent.to_day)]);
    }),
  );
});

test('what ended otherwise than by age still does, unless the age came first, and a disability is not run over', () => {
  const divorced: MemberDays = { ...child, to_day: '2025-06-01', ends_by: 'marriage' };
  expect(agedBy([divorced], '2006-02-20', ages)).toEqual([divorced]);
  expect(agedBy([divorced], '2002-02-20', ages)).toMatchObject([{ to_day: '2024-02-19', ends_by: 'child-age' }]);
  const disabled: MemberDays = { id: '3', entitled_by: 'disabled-child', from_day: '2025-03-01', to_day: null, ends_by: null };
  const before: MemberDays = { ...child, to_day: '2025-02-28', ends_by: 'child-age' };
  expect(agedBy([before, disabled], '2010-02-20', ages)).toEqual([before, disabled]);
  const wife: MemberDays = { id: '4', entitled_by: 'spouse', from_day: '2024-01-01', to_day: null, ends_by: null };
  expect(agedBy([wife], '1990-01-01', ages)).toEqual([wife]);
});
