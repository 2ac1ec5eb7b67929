import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { addDays, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { membersOfCommission } from '../queries/members.ts';
import { endMandate } from './end-mandate.ts';
import { seatMember } from './seat-member.ts';

// A commission of another province, where nobody sits yet, and one of the cast's own.
const EMPTY = { kind: 'cpl', territory: '05.091.01.01' } as const;
const OURS = { kind: 'cpl', territory: '05.081.03.07' } as const;

let house: TestHouse;
let province: Actor;
const neighbour = aPost('provincial-officer', '05.091');

beforeAll(async () => {
  house = await openTestHouse();
  province = await house.as('driss.province');
});
afterAll(() => house.close());

const inDays = (days: number) => toIsoDate(addDays(today(house.house.clock), days));
const named = (nameFr: string, nameAr: string) => ({ nameFr, nameAr });
const mounir = named('Mounir Alami', 'منير العلمي');

async function seat(mandate: Parameters<typeof inputOf>[0]): Promise<string> {
  return expectDone(await house.do(neighbour, seatMember, inputOf(mandate)), 'seat-member').member;
}

function inputOf(mandate: {
  institution: 'interior' | 'health' | 'finance' | 'entraide_nationale' | 'local_authority';
  seat: 'chair' | 'titular' | 'substitute' | 'secretary';
  nameFr: string;
  nameAr: string;
  from?: string;
  cnie?: string;
}) {
  return { commission: EMPTY, ...mandate };
}

async function seatedOn(on: string): Promise<string[]> {
  const { members } = expectDone(await house.ask(neighbour, membersOfCommission, { ...EMPTY, on }), 'members');
  return members.map((member) => member.nameFr);
}

describe('naming a member', () => {
  test('a province names who sits for an institution, with an account or without', async () => {
    const input = inputOf({ institution: 'interior', seat: 'chair', ...mounir, cnie: 'ib1234' });
    const otherInput = inputOf({ institution: 'interior', seat: 'chair', ...named('Ali Rami', 'علي رامي') });
    const { output, lines } = await expectProperDeed(house, seatMember, { by: neighbour, input, otherInput });
    expect(output.from).toBe(inDays(0));
    expect(lines).toMatchObject([{ territory: EMPTY.territory }]);
    expect(await seatedOn(inDays(0))).toContain('Mounir Alami');
  });

  test('a commission has one chair, of the institution that chairs, and each institution one titular member', async () => {
    await seat({ institution: 'health', seat: 'titular', ...named('Rita Sabir', 'ريتا صابر') });
    const second = inputOf({ institution: 'health', seat: 'titular', ...named('Hind Sabri', 'هند صبري') });
    await expectRefused(house, seatMember, { by: neighbour, input: second, as: 'seat-taken' });
    const chair = inputOf({ institution: 'finance', seat: 'chair', ...named('Adil Hajji', 'عادل حجي') });
    await expectRefused(house, seatMember, { by: neighbour, input: chair, as: 'chair-elsewhere' });
    const ahead = { ...second, from: inDays(30) };
    await expectRefused(house, seatMember, { by: neighbour, input: ahead, as: 'seat-taken' });
  });

  test('nobody sits twice on one commission, by card or by name', async () => {
    const card = { cnie: 'IB7777' };
    await seat({ institution: 'finance', seat: 'titular', ...named('Karima Fakir', 'كريمة فاكر'), ...card });
    const elsewhere = inputOf({
      institution: 'entraide_nationale',
      seat: 'titular',
      ...named('K. Fakir', 'ك. فاكر'),
      cnie: 'ib7777',
    });
    await expectRefused(house, seatMember, { by: neighbour, input: elsewhere, as: 'seated-already' });
    const again = inputOf({ institution: 'finance', seat: 'substitute', ...named('Karima Fakir', 'كريمة فاكر') });
    await expectRefused(house, seatMember, { by: neighbour, input: again, as: 'seated-already' });
  });

  test('an account is of somebody who holds the post of a member there, and nobody names oneself', async () => {
    const input = { commission: OURS, institution: 'health' as const, seat: 'substitute' as const, ...mounir };
    await expectRefused(house, seatMember, { by: province, input: { ...input, login: 'nobody.here' }, as: 'not-of-commission' });
    await expectRefused(house, seatMember, {
      by: province,
      input: { ...input, login: 'hanane.azilal' },
      as: 'not-of-commission',
    });
    const member = await house.as('leila.health');
    const self = { ...province, id: member.id };
    await expectRefused(house, seatMember, { by: self, input: { ...input, login: 'leila.health' }, as: 'not-for-oneself' });
    await expectRefused(house, seatMember, { by: province, input: { ...input, login: 'leila.health' }, as: 'seated-already' });
  });

  test('only the province names, in its own jurisdiction, for a commission that exists, from today on', async () => {
    const input = inputOf({ institution: 'entraide_nationale', seat: 'titular', ...named('Samia Lamrani', 'سامية لمراني') });
    await expectRefused(house, seatMember, { by: province, input, as: 'not-allowed' });
    await expectRefused(house, seatMember, { by: await house.as('naima.secretary'), input, as: 'not-allowed' });
    const nowhere = { ...input, commission: { kind: 'cpp' as const, territory: EMPTY.territory } };
    await expectRefused(house, seatMember, { by: neighbour, input: nowhere, as: 'commune-unknown' });
    await expectRefused(house, seatMember, { by: neighbour, input: { ...input, from: inDays(-1) }, as: 'day-past' });
  });

  test('two provinces’ officers who name at once do not seat two titular members', async () => {
    const chosen = (nameFr: string, nameAr: string) =>
      inputOf({ institution: 'local_authority', seat: 'titular', ...named(nameFr, nameAr) });
    const outcomes = await Promise.all([
      house.do(neighbour, seatMember, chosen('Omar Zaki', 'عمر زكي')),
      house.do(neighbour, seatMember, chosen('Anas Zaki', 'أنس زكي')),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });
});

test('whoever names sees who signs with which account, who comes later, and which institutions nobody represents', async () => {
  const empty = { kind: 'cpl', territory: '05.091.03.03' } as const;
  const input = { commission: empty, institution: 'health' as const, seat: 'titular' as const, ...mounir, from: inDays(5) };
  expectDone(await house.do(neighbour, seatMember, input), 'seat-member');
  const now = expectDone(await house.ask(neighbour, membersOfCommission, { ...empty, later: true }), 'members');
  expect(now.members).toMatchObject([{ nameFr: 'Mounir Alami', from: inDays(5), hasAccount: false }]);
  expect(now.vacant).toEqual(['interior', 'health', 'finance', 'entraide_nationale', 'local_authority']);
  const then = expectDone(await house.ask(neighbour, membersOfCommission, { ...empty, on: inDays(5) }), 'members');
  expect(then.vacant).not.toContain('health');
  const ours = expectDone(await house.ask(province, membersOfCommission, OURS), 'members');
  expect(ours.vacant).toEqual([]);
  expect(ours.members.map(({ login }) => login)).toContain('leila.health');
});

describe('ending a mandate', () => {
  test('it ends on its last day, and the seat is free the day after', async () => {
    const member = await seat({ institution: 'entraide_nationale', seat: 'titular', ...named('Nora Idali', 'نورة إدعلي') });
    const input = { member, on: inDays(3) };
    const { lines } = await expectProperDeed(house, endMandate, { by: neighbour, input, otherInput: { member, on: inDays(4) } });
    expect(lines).toMatchObject([{ territory: EMPTY.territory }]);
    expect(await seatedOn(inDays(3))).toContain('Nora Idali');
    expect(await seatedOn(inDays(4))).not.toContain('Nora Idali');
    const next = {
      institution: 'entraide_nationale' as const,
      seat: 'titular' as const,
      ...named('Laila Tahiri', 'ليلى الطاهري'),
    };
    await expectRefused(house, seatMember, { by: neighbour, input: inputOf({ ...next, from: inDays(3) }), as: 'seat-taken' });
    await seat({ ...next, from: inDays(4) });
    await expectRefused(house, endMandate, { by: neighbour, input, as: 'mandate-over' });
  });

  test('one that has not begun never does', async () => {
    const member = await seat({
      institution: 'interior',
      seat: 'substitute',
      ...named('Said Baha', 'سعيد باها'),
      from: inDays(10),
    });
    expectDone(await house.do(neighbour, endMandate, { member, on: inDays(2) }), 'end-mandate');
    expect(await seatedOn(inDays(10))).not.toContain('Said Baha');
  });

  test('not in the past, not by another province, not of somebody who does not sit', async () => {
    const member = await seat({ institution: 'interior', seat: 'substitute', ...named('Aziz Baha', 'عزيز باها') });
    await expectRefused(house, endMandate, { by: neighbour, input: { member, on: inDays(-1) }, as: 'day-past' });
    await expectRefused(house, endMandate, { by: province, input: { member, on: inDays(1) }, as: 'member-unknown' });
    await expectRefused(house, endMandate, { by: neighbour, input: { member: newId(), on: inDays(1) }, as: 'member-unknown' });
    const secretary = await house.as('naima.secretary');
    await expectRefused(house, endMandate, { by: secretary, input: { member, on: inDays(1) }, as: 'not-allowed' });
  });
});
