import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, everyMember, schedule } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { membersOfCommission } from '../queries/members.ts';
import { conveneSitting } from './convene-sitting.ts';
import { freezeAgenda } from './freeze-agenda.ts';
import { openSitting } from './open-sitting.ts';
import { seatCommission } from './seat-commission.ts';

const COMMUNE = '05.081.03.07';

let house: TestHouse;
let secretary: Actor;
let province: Actor;
let everyone: string[];

beforeAll(async () => {
  house = await openTestHouse();
  secretary = await house.as('naima.secretary');
  province = await house.as('driss.province');
  everyone = await everyMember(house, COMMUNE);
});
afterAll(() => house.close());

const scheduled = async () => schedule(house, await checkRequests(house, aFamily()));

async function membersOf(territory: string) {
  return expectDone(await house.ask(secretary, membersOfCommission, { territory }), 'members-of-commission').members;
}

test('the commission sits when enough institutions are present, whoever wrote the minutes being of no institution', async () => {
  const sitting = await scheduled();
  const writes = (await membersOf(COMMUNE)).filter((member) => member.seat === 'secretary').map((member) => member.id);
  const input = { sitting, present: [...everyone, ...writes] };
  const otherInput = { sitting, present: everyone.slice(1) };
  const { output, lines } = await expectProperDeed(house, openSitting, { by: secretary, input, otherInput });
  expect(output).toMatchObject({ present: 5, needed: 3 });
  expect(lines).toMatchObject([{ subject: `sitting:${sitting}`, reason: '5/3' }]);
  await expectRefused(house, openSitting, { by: secretary, input, as: 'agenda-not-frozen' });
});

test('it sits on the day it was called for, and on no other', async () => {
  const files = await checkRequests(house, aFamily());
  const input = { territory: COMMUNE, heldOn: '2099-03-01' };
  const { sitting } = expectDone(await house.do(secretary, conveneSitting, input), 'convene-sitting');
  expectDone(await house.do(secretary, freezeAgenda, { sitting, applications: files }), 'freeze-agenda');
  await expectRefused(house, openSitting, { by: secretary, input: { sitting, present: everyone }, as: 'not-the-day' });
});

test('without a quorum it does not sit, however often one member is named', async () => {
  const sitting = await scheduled();
  const [one = '', other = ''] = everyone;
  const input = { sitting, present: [one, one, one, other] };
  await expectRefused(house, openSitting, { by: secretary, input, as: 'quorum-not-reached' });
  await expectRefused(house, openSitting, { by: aPost('commission-secretary', '05.091'), input, as: 'sitting-not-found' });
  await expectRefused(house, openSitting, { by: province, input, as: 'not-allowed' });
});

test('nobody sits who has no mandate on this commission, or none any more', async () => {
  const sitting = await scheduled();
  const elsewhere = await everyMember(house, '05.081.01.03');
  for (const stranger of [newId(), elsewhere[0] ?? ''])
    await expectRefused(house, openSitting, {
      by: secretary,
      input: { sitting, present: [...everyone, stranger] },
      as: 'member-unknown',
    });
  const ended = everyone[0] ?? '';
  await house.owner.pool.query(`update commissions.member set held_to = held_from - 1 where id = $1`, [ended]);
  await expectRefused(house, openSitting, { by: secretary, input: { sitting, present: everyone }, as: 'mandate-over' });
  await house.owner.pool.query(`update commissions.member set held_to = null where id = $1`, [ended]);
});

test('the province names the members of a commission, each for an institution', async () => {
  const commission = { kind: 'cpl' as const, territory: '05.091.03.03' };
  const by = aPost('provincial-officer', '05.091');
  const chair = { institution: 'interior' as const, seat: 'chair' as const, nameFr: 'Hassan Ziani', nameAr: 'حسن زياني' };
  const health = { institution: 'health' as const, seat: 'titular' as const, nameFr: 'Rajae Filali', nameAr: 'رجاء الفيلالي' };
  const input = { commission, members: [{ ...chair, login: 'omar.interior', cnie: 'ab123' }, health] };
  const otherInput = { commission, members: [health] };
  const { output, lines } = await expectProperDeed(house, seatCommission, { by, input, otherInput });
  expect(lines).toMatchObject([{ subject: expect.stringMatching(/^commission:/), territory: commission.territory }]);
  const asked = await house.ask(by, membersOfCommission, { territory: commission.territory });
  expect(expectDone(asked, 'members-of-commission').members).toMatchObject([
    { id: output.members[1], institution: 'health', seat: 'titular', hasAccount: false },
    { id: output.members[0], institution: 'interior', seat: 'chair', nameAr: 'حسن زياني', hasAccount: true },
  ]);
  const seat = (member: object) => ({ commission, members: [{ ...health, ...member }] });
  await expectRefused(house, seatCommission, { by, input: seat({}), as: 'seat-taken' });
  await expectRefused(house, seatCommission, {
    by,
    input: seat({ institution: 'finance', seat: 'chair' }),
    as: 'chair-elsewhere',
  });
  await expectRefused(house, seatCommission, {
    by,
    input: seat({ institution: 'finance', login: 'nobody.here' }),
    as: 'login-unknown',
  });
  expectDone(await house.do(by, seatCommission, seat({ seat: 'substitute' })), 'seat-commission');
});

test('no province names members of a commission that is not there or not its own, and no secretary names any', async () => {
  const members = [
    { institution: 'finance' as const, seat: 'substitute' as const, nameFr: 'Rajae Filali', nameAr: 'رجاء الفيلالي' },
  ];
  const input = { commission: { kind: 'cpl' as const, territory: '05.091.03.03' }, members };
  await expectRefused(house, seatCommission, { by: province, input, as: 'not-allowed' });
  const nowhere = { ...input, commission: { kind: 'cpp' as const, territory: '99.999' } };
  await expectRefused(house, seatCommission, { by: province, input: nowhere, as: 'commune-unknown' });
  await expectRefused(house, seatCommission, { by: secretary, input, as: 'not-allowed' });
});
