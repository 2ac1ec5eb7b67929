import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registrationsOfRequests } from '#modules/entitlements';
import { stoppedClock } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import { type Actor, scopeOf } from '#platform/permissions';
import { tellList } from '../../../surfaces/testing/cover-lists.ts';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { deedNamed, ownHand, register } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { advanceSweep } from '../actions/advance-sweep.ts';
import { answerCase } from '../actions/answer-case.ts';
import { confirmCase } from '../actions/confirm-case.ts';
import { dismissCase } from '../actions/dismiss-case.ts';
import { examineCase } from '../actions/examine-case.ts';
import { settleCase } from '../actions/settle-case.ts';
import { settleUncontested } from '../actions/settle-uncontested.ts';
import { sweepRegister } from '../actions/sweep-register.ts';
import { undoSettlement } from '../actions/undo-settlement.ts';
import { type Deed, deeds, Naive, type Organism } from '../testing/naive-case.ts';

// Whatever three bodies tell of one person and whatever is done of it, in random sequences over the days: there is one case of it, it stands as a
// model says that knows nothing of lists, evidence and events, and the member's part in its family's rights has ended exactly when the model says.

const RUNS = Number(process.env.RAMED_PROPERTY_RUNS ?? 12);
/** Rights last three years, and no sequence is about what comes after them. */
const MOST_DAYS = 1_000;
const FIRST = Date.parse('2026-12-07T09:00:00Z');
const COVERED_FROM = '2025-09-01';

const clock = stoppedClock(new Date(FIRST).toISOString());
let house: TestHouse;
let officer: Actor;
let second: Actor;
let days = 0;
type Family = { readonly file: string; readonly number: string; readonly told: ReturnType<typeof aFamily>['members'][number] };
const families: Family[] = [];

beforeAll(async () => {
  house = await openTestHouse({ clock });
  officer = await house.as('salma.anam');
  second = aPost('registration-officer', '');
  const declared = Array.from({ length: RUNS }, (_, place) => bornApart(aFamily('poor'), place));
  const files = await register(house, ...declared);
  const { registrations } = expectDone(
    await house.ask(ownHand, registrationsOfRequests, { applications: files }),
    'registrations',
  );
  const cards = await house.owner.pool.query<{ request_id: string; card: string }>(
    'select request_id, card from coverage.ramed_member where card is not null',
  );
  for (const { request_id: file, card } of cards.rows) {
    const told = declared.find(({ members }) => members[0]?.cnie === card)?.members[0];
    const number = registrations.find(({ request_id }) => request_id === file)?.number;
    if (told && number) families.push({ file, number, told });
  }
}, 900_000);
afterAll(() => house.close());

/** Heads of one name are several persons: their birthdays differ, and no day is another's month. */
function bornApart(family: ReturnType<typeof aFamily>, place: number): ReturnType<typeof aFamily> {
  const members = family.members.map((member, at) => (at === 0 ? { ...member, birth_date: `${1950 + place}-02-20` } : member));
  return { ...family, members } as typeof family;
}

const day = (shift = 0) => new Date(FIRST + (days + shift) * 86_400_000).toISOString().slice(0, 10);

async function tell({ file, told }: Family, by: Organism, says: 'covered' | 'never' | 'ended'): Promise<void> {
  const names = { family: 'AIT BOUZID', given: 'ITTO', sex: told.sex, birth_date: told.birth_date };
  const who = by === 'names' ? names : { card: told.cnie ?? '' };
  const line = { member: file.slice(-12), from: says === 'ended' ? day() : COVERED_FROM };
  const said =
    says === 'covered' ? { ...line, ...who, held_as: 'insured', change: 'covered' } : { ...line, change: 'not_covered' };
  const meta = { organism: `body-${by}`, scheme: 'students' as const, kind: 'changes' as const, stands_on: day() };
  const list = await tellList(house, [said], meta);
  expect(list, JSON.stringify(list.refusals)).toMatchObject({ state: 'applied', accepted: 1 });
}

async function sweep(): Promise<void> {
  const { sweep: id } = expectDone(await house.do(officer, sweepRegister, {}), 'sweep-register');
  for (let step = ''; step !== 'ended'; )
    step = expectDone(await house.do(ownHand, advanceSweep, { sweep: id, cards: 5, names: 3 }), 'advance-sweep').step;
}

/** Rights are told anew: stopped and given back within the day, they are what they were. */
async function tellRights({ number: registration }: Family): Promise<void> {
  const stop = { registration, reason: 'papers-doubted', note: 'asked' };
  expectDone(await house.do(officer, deedNamed(house, 'entitlements.suspend-right'), stop), 'suspend-right');
  await house.settle();
  clock.moveTo(new Date(Date.parse(clock.now().toString()) + 1_000).toISOString());
  expectDone(await house.do(officer, deedNamed(house, 'entitlements.end-suspension'), { registration, note: 'seen' }), 'end');
}

const familyOf = (file: string): Actor => ({
  id: `citizen:${file}`,
  permissions: new Set(['coverage:answer-cases'] as const),
  scopes: [scopeOf('05.081')],
});

type Found = { id: string; state: string; answer: string | null };
async function casesOf(file: string): Promise<Found[]> {
  const { rows } = await house.owner.pool.query<Found>(
    'select id, state, answer from coverage.cover_case where request_id = $1',
    [file],
  );
  return rows;
}

async function endedOn(number: string): Promise<string | undefined> {
  const { rows } = await house.owner.pool.query<{ to_day: string }>(
    `select to_day::text from entitlements.beneficiary where registration_number = $1 and known_to is null and ends_by = 'double-cover'`,
    [number],
  );
  expect(rows.length).toBeLessThan(2);
  return rows[0]?.to_day;
}

/** Does a deed of an officer, the family or the night; whether it was done. */
async function act(deed: Deed, { file }: Family, id: string): Promise<boolean> {
  switch (deed.does) {
    case 'examine':
      return (await house.do(officer, examineCase, { case: id })).ok;
    case 'answer':
      return (await house.do(familyOf(file), answerCase, { application: file, case: id, answer: deed.says, words: 'so' })).ok;
    case 'confirm':
      return (await house.do(officer, confirmCase, { case: id, from: day(), reason: 'insurer-confirmed' })).ok;
    case 'dismiss':
      return (await house.do(officer, dismissCase, { case: id, reason: 'papers' })).ok;
    case 'settle': {
      const by = deed.hand === 1 ? officer : second;
      return (await house.do(by, settleCase, { case: id, stands: deed.stands, from: day(), words: 'looked at' })).ok;
    }
    case 'undo':
      return (await house.do(officer, undoSettlement, { case: id, words: 'an error' })).ok;
    default:
      throw new Error(`${deed.does} is no deed of a case`);
  }
}

async function does(deed: Deed, family: Family, naive: Naive): Promise<void> {
  if (deed.does === 'tell') {
    if (!naive.tell(deed.by, deed.says)) return;
    await tell(family, deed.by, deed.says);
  } else if (deed.does === 'sweep') await sweep();
  else if (deed.does === 'rights') await tellRights(family);
  else if (deed.does === 'night') {
    naive.night();
    expectDone(await house.do(ownHand, settleUncontested, {}), 'settle-uncontested');
  } else {
    const [found] = await casesOf(family.file);
    if (found) expect(await act(deed, family, found.id), JSON.stringify(deed)).toBe(naive.does(deed));
  }
  await house.settle();
}

async function holds(sequence: readonly Deed[]): Promise<void> {
  const family = families.pop();
  if (family === undefined || days > MOST_DAYS) return;
  const naive = new Naive();
  const done: string[] = [];
  for (const deed of sequence) {
    days += deed.wait;
    clock.moveTo(new Date(FIRST + days * 86_400_000).toISOString());
    naive.day = day();
    await does(deed, family, naive);
    done.push(JSON.stringify(deed));
    const found = (await casesOf(family.file)).map(({ state, answer }) => ({ state, answer }));
    expect(found, done.join('\n')).toEqual(naive.found ? [{ state: naive.found.state, answer: naive.found.answer }] : []);
    expect(await endedOn(family.number), done.join('\n')).toBe(naive.endedOn);
  }
}

test('one overlap is one case that stands as a model says, and ends its member’s part exactly when it is settled so', async () => {
  const sequences = fc.asyncProperty(fc.array(deeds, { minLength: 3, maxLength: 9 }), holds);
  await fc.assert(sequences, { numRuns: RUNS, endOnFailure: true });
}, 1_800_000);
