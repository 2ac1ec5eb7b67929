import { expect, test } from 'vitest';
import { judgeRecord, type RecordFacts } from './judge-record.ts';
import type { StatedFamily } from './registration-list.ts';

const head = { ref: 1, card: 'IC1000', birth_date: '1980-05-01', sex: 'F' as const, family_fr: 'El Amrani', given_fr: 'Fatima' };
const child = { ref: 2, birth_date: '2012-01-09', sex: 'M' as const, family_ar: 'العمراني', given_ar: 'ياسين' };
const stated: StatedFamily = { request: '202600000117', operation: 'N', category: 'poor', persons: [head, child] };
const facts: RecordFacts = {
  standing: 'validated',
  category: 'poor',
  members: [
    {
      ...{ ref: 1, personId: 'a', cnie: 'IC1000', sex: 'F', birthDate: '1980-05-01' },
      names: { fr: { family: 'Elamrani', given: 'Fatima' }, ar: { family: 'العمراني', given: 'فاطمة' } },
    },
    {
      ...{ ref: 2, personId: 'b', cnie: undefined, sex: 'M', birthDate: '2012-01-09' },
      names: { fr: undefined, ar: { family: 'العمراني', given: 'ياسين' } },
    },
  ],
  otherBearers: new Map(),
  toldBirths: new Map(),
  control: 'clear',
  operation: 'N',
};
const judge = (record: Partial<StatedFamily>, over: Partial<RecordFacts> = {}) =>
  judgeRecord({ ...stated, ...record }, { ...facts, ...over });

test('a record that says what the file says is registered once the insurers have cleared it; another spelling is no error', () => {
  expect(judge({})).toEqual({ result: 'to-register' });
  expect(judge({}, { control: 'waiting' })).toEqual({ result: 'waiting' });
  expect(judge({}, { standing: 'registered' })).toEqual({ result: 'registered' });
});

test.each([
  ['of which another scheme covers somebody', { control: 'overlap' }],
  ['that is held already', { standing: 'held' }],
] as const)('a family %s is held as a double registration', (_title, over) => {
  expect(judge({}, over)).toEqual({ result: 'held', code: 'double-registration', place: '' });
});

const other = { personId: 'c', birthDate: '1980-05-01' };
test.each<[string, Partial<StatedFamily>, Partial<RecordFacts>, string, string]>([
  ['no file stands validated under the number', {}, { standing: undefined }, 'file-not-sent', 'request'],
  ['the operation is not that of the request', { operation: 'R' }, {}, 'wrong-operation', 'operation'],
  ['a request of its kind is not registered', {}, { operation: undefined }, 'wrong-operation', 'operation'],
  ['another category was decided', { category: 'vulnerable' }, {}, 'contribution-waiver', 'category'],
  ['somebody is missing', { persons: [head] }, {}, 'data-error', 'persons'],
  ['somebody is named twice', { persons: [head, head] }, {}, 'data-error', 'persons'],
  ['somebody is not of the family', { persons: [head, { ...child, ref: 3 }] }, {}, 'data-error', 'persons[1].ref'],
  [
    'a birth date differs',
    { persons: [{ ...head, birth_date: '1980-01-05' }, child] },
    {},
    'data-error',
    'persons[0].birth_date',
  ],
  ['the sex differs', { persons: [head, { ...child, sex: 'F' }] }, {}, 'data-error', 'persons[1].sex'],
  ['a name is another one', { persons: [{ ...head, given_fr: 'Khadija' }, child] }, {}, 'data-error', 'persons[0].names'],
  ['nobody is named', { persons: [head, { ...child, given_ar: undefined }] }, {}, 'data-error', 'persons[1].names'],
  [
    'the card is not the file’s',
    { persons: [{ ...head, card: 'IC2000' }, child] },
    {},
    'national-card-conflict',
    'persons[0].card',
  ],
  ['the card is left out', { persons: [{ ...head, card: undefined }, child] }, {}, 'national-card-conflict', 'persons[0].card'],
  [
    'the card is somebody else’s',
    { persons: [{ ...head, card: 'IC2000' }, child] },
    { otherBearers: new Map([['IC2000', [other]]]) },
    'national-card-of-another',
    'persons[0].card',
  ],
  [
    'another request states the card of somebody born on another day',
    {},
    { otherBearers: new Map([['IC1000', [{ personId: 'a', birthDate: '1990-05-01' }]]]) },
    'national-card-of-another',
    'persons[0].card',
  ],
  [
    'insurers tell another birth date under the card',
    {},
    { toldBirths: new Map([['IC1000', new Set(['1979-05-01'])]]) },
    'national-card-conflict',
    'persons[0].birth_date',
  ],
])('when %s the record is rejected with its code and place', (_title, record, over, code, place) => {
  expect(judge(record, over)).toEqual({ result: 'rejected', code, place });
});

test('the same person in another request, and the same birth date at an insurer, are no fault', () => {
  const same = { otherBearers: new Map([['IC1000', [{ personId: 'a', birthDate: '1980-05-01' }]]]) };
  expect(judge({}, { ...same, toldBirths: new Map([['IC1000', new Set(['1980-05-01', '1979-05-01'])]]) })).toEqual({
    result: 'to-register',
  });
});
