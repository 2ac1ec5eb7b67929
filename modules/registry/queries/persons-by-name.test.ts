import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, linesOf } from '../../../surfaces/testing/deeds.ts';
import { ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { readNames } from '../actions/read-names.ts';
import { recordHouseholds } from '../actions/record-households.ts';
import type { PersonName } from '../model/names.ts';
import { personsByName } from './persons-by-name.ts';

const azilal = aPost('counter-agent', '05.081.01.03');
const agadir = aPost('counter-agent', '09.001.01.01');
const province = aPost('provincial-officer', '05.081');

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await state('05.081.01.03', named('Fatima Zahra', 'Ben Haddou', 'فاطمة الزهراء', 'بن حدو'), '1984-05-02', 'IC1234');
  await state('05.081.01.03', named('Mohamed', 'El Alaoui', 'محمد', 'العلوي'), '1971-01-01');
  await state('05.081.03.07', { fr: { given: 'Mohammed', family: 'Alaoui' } }, '1990-12-31');
  await state('09.001.01.01', named('Mohamed', 'Alaoui', 'محمد', 'العلوي'), '1971-01-01');
  await readAll();
});
afterAll(() => house.close());

function named(given: string, family: string, givenAr: string, familyAr: string): PersonName {
  return { fr: { given, family }, ar: { given: givenAr, family: familyAr } };
}

async function state(territory: string, names: PersonName, birthDate: string, cnie?: string): Promise<void> {
  const member = { ref: 1, relation: 'head', birthDate, maritalStatus: 'single', schooling: 'none' } as const;
  const whole = { ...member, earns: true, disabled: false, sex: 'F' as const, names, cnie };
  const statement = { requestId: newId(), territory, statedOn: '2022-10-03', members: [whole] };
  await house.owner.kysely
    .transaction()
    .execute((tx) => recordHouseholds({ tx, now: house.house.clock.now() }, [statement], { dependent: 21, studying: 26 }));
}

async function readAll(): Promise<void> {
  for (;;) if (expectDone(await house.do(ownHand, readNames, {}), 'read-names').ended) return;
}

async function found(name: string, { by = azilal, ...more }: { by?: typeof azilal; bornFrom?: string; bornTo?: string } = {}) {
  const { persons } = expectDone(await house.ask(by, personsByName, { name, ...more }), 'persons-by-name');
  return persons.map(
    ({ names, birthDate, likeness }) => `${names.fr?.given} ${names.fr?.family} ${birthDate.slice(0, 4)} ${likeness}`,
  );
}

describe('a person is found', () => {
  test.each([
    ['as the name is written', 'Fatima Zahra Ben Haddou', 'written'],
    ['in capitals, the family name first', 'BEN HADDOU FATIMA ZAHRA', 'written'],
    ['in Arabic', 'فاطمة الزهراء بن حدو', 'written'],
    ['in another office’s spelling', 'Fatima-Ezzahra Benhadou', 'sound'],
    ['in the other script’s spelling without its signs', 'فاطمه بنحدو', 'sound'],
    ['by one of the names', 'benhaddou', 'written'],
    ['with a letter left out', 'Fatima Zahra Benaddou', 'slip'],
    ['with two letters swapped', 'Faitma Zahra Bendahou', 'slip'],
    ['with one name quite another', 'Fatima Zahra Oubella', 'slip'],
  ])('%s', async (_how, name, likeness) => {
    expect(await found(name)).toEqual([`Fatima Zahra Ben Haddou 1984 ${likeness}`]);
  });

  test('the closest first, and those born in the years that are asked for', async () => {
    expect(await found('Mohamed El Alaoui', { by: province })).toEqual([
      'Mohamed El Alaoui 1971 written',
      'Mohammed Alaoui 1990 sound',
    ]);
    const nineties = { bornFrom: '1990-01-01', bornTo: '1999-12-31' };
    expect(await found('Mohamed El Alaoui', { by: province, ...nineties })).toEqual(['Mohammed Alaoui 1990 sound']);
  });

  test('with card, territory and the requests that state the person', async () => {
    const { persons, more } = expectDone(await house.ask(azilal, personsByName, { name: 'فاطمة بن حدو' }), 'persons');
    expect(persons[0]).toMatchObject({ cnie: 'IC1234', territory: '05.081.01.03', sex: 'F', requests: [expect.any(String)] });
    expect(more).toBe(false);
  });

  test('once, though stated twice under one card and two spellings; by either of them', async () => {
    await state('05.081.01.03', named('Itto', 'Azoulay', 'إيطو', 'أزولاي'), '1960-07-01', 'IC9');
    await state('05.081.01.03', named('Ito', 'Bouzoulay', 'إيطو', 'بوزولاي'), '1960-07-01', 'IC9');
    expect(await found('Itto Azoulay')).toHaveLength(1);
    expect(await found('Ito Bouzoulay')).toEqual(['Ito Bouzoulay 1960 written']);
    const { persons } = expectDone(await house.ask(azilal, personsByName, { name: 'Bouzoulay' }), 'persons');
    expect(persons[0]?.requests).toHaveLength(2);
  });
});

describe('nobody is found', () => {
  test('outside the jurisdiction', async () => {
    expect(await found('Fatima Zahra Ben Haddou', { by: agadir })).toEqual([]);
    expect(await found('Mohamed Alaoui', { by: agadir })).toEqual(['Mohamed Alaoui 1971 written']);
  });

  test('under a name without letters, or one that nobody bears', async () => {
    expect(await found('12 – 34')).toEqual([]);
    expect(await found('Wxyz')).toEqual([]);
    expect(await found("'; drop table registry.person; --")).toEqual([]);
  });

  test('by who has no such permission', async () => {
    const answer = await house.ask(aPost('finance-officer', ''), personsByName, { name: 'Fatima' });
    expect(answer).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } });
  });
});

test('there are more than are shown, and that is said', async () => {
  for (let n = 0; n < 4; n += 1) await state('05.081.01.03', named('Hiba', 'Ouchrif', 'هبة', 'أوشريف'), `200${n}-01-01`);
  const asked = { name: 'Hiba Ouchrif', most: 3 };
  const { persons, more } = expectDone(await house.ask(azilal, personsByName, asked), 'persons');
  expect([persons.length, more]).toEqual([3, true]);
});

test('names stated before these rules are read at night, in as many turns as it takes, and only once', async () => {
  await sql`delete from registry.name_key`.execute(house.owner.kysely);
  await sql`update registry.name_reading set ended = false, read_to = '00000000-0000-0000-0000-000000000000'`.execute(
    house.owner.kysely,
  );
  expect(await found('Fatima Zahra Ben Haddou')).toEqual([]);
  const key = newId();
  expect(expectDone(await house.do(ownHand, readNames, {}, key), 'read-names')).toEqual({ ended: false });
  expect(await linesOf(house, key)).toHaveLength(1);
  await readAll();
  expect(await found('Fatima Zahra Ben Haddou')).toHaveLength(1);
  const refused = await house.do(azilal, readNames, {});
  expect(refused).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } });
});
