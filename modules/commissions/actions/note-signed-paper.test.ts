import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lawAt } from '#law';
import { CAST_PASSWORD } from '#modules/staff';
import { today } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import {
  aRuling,
  aScan,
  checkRequests,
  deedNamed,
  everyMember,
  fileOf,
  ownHand,
  schedule,
} from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { signedPaper } from '../queries/signed-paper.ts';
import { sittingInFull } from '../queries/sitting-in-full.ts';
import { sittingsCalendar } from '../queries/sittings-calendar.ts';
import { noteSignedPaper } from './note-signed-paper.ts';
import { openSitting } from './open-sitting.ts';
import { recordDecisions } from './record-decisions.ts';
import { sealSitting } from './seal-sitting.ts';
import { validateRehearsed, validateSittings } from './validate-sittings.ts';

let house: TestHouse;
let secretary: Actor;
let province: Actor;
beforeAll(async () => {
  house = await openTestHouse();
  secretary = await house.as('naima.secretary');
  province = await house.as('driss.province');
});
afterAll(() => house.close());

/** A sitting to which everyone came but one. */
async function open() {
  const files = await checkRequests(house, aFamily('poor'));
  const sitting = await schedule(house, files);
  const [absent = '', ...present] = await everyMember(house, (await fileOf(house, files[0] ?? '')).territory);
  expectDone(await house.do(secretary, openSitting, { sitting, present }), 'open-sitting');
  return { sitting, files, absent };
}

/** The login of a member who has an account. */
async function loginOf(member: string): Promise<string> {
  const { rows } = await house.owner.pool.query(
    'select a.login from commissions.member m join staff.agent a on a.id = m.agent_id where m.id = $1',
    [member],
  );
  return rows[0]?.login ?? '';
}

async function sealed() {
  const { sitting, files, absent } = await open();
  const rulings = files.map((file) => aRuling(file));
  expectDone(await house.do(secretary, recordDecisions, { sitting, rulings }), 'record-decisions');
  const { minutesDigest: digest } = expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  const { members = [] } = await whole(sitting);
  const sat = members.filter((one) => one.presence !== 'absent');
  return { sitting, digest, absent, members: sat.map(({ id }) => id) };
}

const whole = async (sitting: string) => expectDone(await house.ask(secretary, sittingInFull, { sitting }), 'sitting-in-full');

async function listed(sitting: string, by = secretary) {
  const { sittings } = expectDone(await house.ask(by, sittingsCalendar, { states: ['sealed'] }), 'sittings-calendar');
  return sittings.find((one) => one.id === sitting);
}

const signing = () => deedNamed(house, 'commissions.sign-minutes');

describe('minutes signed on paper', () => {
  test('are kept with their digest and who signed, count with the signatures by code, and are opened by who may read', async () => {
    const { sitting, digest, members } = await sealed();
    const [one = '', other = ''] = members;
    const page = aScan();
    const input = { sitting, digest: digest.slice(0, 8), members: [one, other], page };
    const otherInput = { ...input, members: [one] };
    const { output, lines } = await expectProperDeed(house, noteSignedPaper, { by: secretary, input, otherInput });
    expect(output).toMatchObject({ page: page.page, signed: 2 });
    expect(lines.map(({ subject }) => subject).sort()).toEqual([`page:${page.page}`, `sitting:${sitting}`]);
    expect(lines).toContainEqual(expect.objectContaining({ before_digest: digest, reason: 'signed on paper: 2' }));
    expect(await listed(sitting)).toMatchObject({ signatures: 2, neededSignatures: 3 });
    const told = await whole(sitting);
    expect(told.signedPapers).toEqual([{ page: page.page, at: new Date(output.at).toISOString() }]);
    const signed = (told.members ?? []).filter(({ hasSigned }) => hasSigned);
    expect(signed.map(({ id, signed: how }) => [id, how?.way]).sort()).toEqual([one, other].sort().map((id) => [id, 'paper']));
    const code = { sitting, digest, login: await loginOf(members[2] ?? ''), code: CAST_PASSWORD };
    expectDone(await house.do(secretary, signing(), code), 'sign-minutes');
    expect(await listed(sitting)).toMatchObject({ signatures: 3 });
    for (const reader of [province, await house.as('omar.interior'), await house.as('fatima.auditor')]) {
      const asked = expectDone(await house.ask(reader, signedPaper, { sitting, page: page.page }), 'signed-paper');
      expect(asked.paper).toMatchObject({ checksum: page.checksum, mediaType: 'image/jpeg' });
    }
    const foreign = aPost('provincial-officer', '05.091');
    expect(await house.ask(foreign, signedPaper, { sitting, page: page.page })).toMatchObject({ ok: true, output: {} });
    expect(await house.ask(await house.as('hanane.azilal'), signedPaper, { sitting, page: page.page })).toMatchObject({
      ok: false,
    });
  });

  test('tell whoever signed that it is done, by whatever way', async () => {
    const { sitting, digest, members } = await sealed();
    const [one = '', other = ''] = members;
    const reader = async (member: string) => house.as(await loginOf(member));
    expect(await listed(sitting, await reader(one))).toMatchObject({ youSigned: false });
    expectDone(await house.do(secretary, noteSignedPaper, { sitting, digest, members: [one], page: aScan() }), 'paper');
    expect(await listed(sitting, await reader(one))).toMatchObject({ youSigned: true });
    expect(await listed(sitting, await reader(other))).toMatchObject({ youSigned: false });
    const code = { sitting, digest, login: await loginOf(one), code: CAST_PASSWORD };
    await expectRefused(house, signing(), { by: secretary, input: code, as: 'already-signed' });
  });

  test('are refused when of other minutes, of nobody who sat, signed before, unscanned, sent twice, or by whoever holds no sitting', async () => {
    const { sitting, digest, members, absent } = await sealed();
    const [one = '', other = ''] = members;
    const input = { sitting, digest, members: [one], page: aScan() };
    const refused = (change: object, as: string, by = secretary) =>
      expectRefused(house, noteSignedPaper, { by, input: { ...input, ...change }, as });
    const elsewhere = await sealed();
    await refused({ digest: elsewhere.digest }, 'paper-differs');
    await refused({ digest: elsewhere.digest.slice(0, 8) }, 'paper-differs');
    await refused({ members: [absent] }, 'not-sat');
    await refused({ members: [one, newId()] }, 'not-sat');
    await refused({ page: aScan({ scan: 'to-be-scanned' }) }, 'scan-unchecked');
    await refused({ sitting: newId() }, 'sitting-not-found');
    await refused({ sitting: (await open()).sitting }, 'sitting-not-sealed');
    await refused({}, 'sitting-not-found', aPost('commission-secretary', '05.091'));
    await refused({}, 'not-allowed', await house.as('omar.interior'));
    await refused({}, 'not-allowed', await house.as('samira.appeals'));
    await refused({ page: { ...aScan(), sheets: 99 } }, 'too-many-pages');
    expectDone(await house.do(secretary, noteSignedPaper, input), 'note-signed-paper');
    await refused({ page: aScan() }, 'already-signed');
    await refused({ members: [other, one], page: aScan() }, 'already-signed');
    await refused({ members: [other] }, 'paper-kept');
    await refused({ members: [other], page: { ...input.page, page: newId() } }, 'paper-kept');
  });

  test('two that are kept at once do not have a member sign twice', async () => {
    const { sitting, digest, members } = await sealed();
    const kept = [aScan(), aScan()].map((page) => house.do(secretary, noteSignedPaper, { sitting, digest, members, page }));
    const said = (await Promise.all(kept)).map((outcome) => (outcome.ok ? 'done' : outcome.refusal.refused));
    expect(said.sort()).toEqual(['already-signed', 'done']);
    expect((await whole(sitting)).signedPapers).toHaveLength(1);
  });

  test('prove nothing of another text: should the minutes be written anew, every signature falls and each can be given again', async () => {
    const { sitting, digest, members } = await sealed();
    expectDone(await house.do(secretary, noteSignedPaper, { sitting, digest, members, page: aScan() }), 'note-signed-paper');
    const anew = 'e'.repeat(64);
    await house.owner.pool.query('update commissions.sitting set minutes_digest = $1 where id = $2', [anew, sitting]);
    expect(await listed(sitting)).toMatchObject({ signatures: 0 });
    const told = await whole(sitting);
    expect(told.signedPapers).toEqual([]);
    expect((told.members ?? []).some(({ hasSigned }) => hasSigned)).toBe(false);
    await expectRefused(house, validateSittings, { by: province, input: { sittings: [sitting] }, as: 'minutes-unsigned' });
    const again = { sitting, digest: anew, members, page: aScan() };
    expectDone(await house.do(secretary, noteSignedPaper, again), 'note-signed-paper');
    expect(await listed(sitting)).toMatchObject({ signatures: members.length });
  });
});

describe('the province validates', () => {
  test('minutes that as many institutions have signed as the law of their day says, by code or on paper, and no others', async () => {
    const { sitting, digest, members } = await sealed();
    const needed = lawAt(today(house.house.clock).toString()).commissions.minutesSignatures.value;
    const input = { sittings: [sitting] };
    await expectRefused(house, validateSittings, { by: province, input, as: 'minutes-unsigned' });
    const few = members.slice(0, needed - 1);
    expectDone(await house.do(secretary, noteSignedPaper, { sitting, digest, members: few, page: aScan() }), 'paper');
    await expectRefused(house, validateSittings, { by: province, input, as: 'minutes-unsigned' });
    const last = { sitting, digest, login: await loginOf(members[needed - 1] ?? ''), code: CAST_PASSWORD };
    expectDone(await house.do(secretary, signing(), last), 'sign-minutes');
    expectDone(await house.do(province, validateSittings, input), 'validate-sittings');
  });

  test('what the secretary alone has signed counts for no institution', async () => {
    const { sitting, digest, members } = await sealed();
    const { members: all = [] } = await whole(sitting);
    const written = all.find(({ seat }) => seat === 'secretary')?.id ?? '';
    const signed = [...members.slice(0, 2), written];
    expectDone(await house.do(secretary, noteSignedPaper, { sitting, digest, members: signed, page: aScan() }), 'paper');
    expect(await listed(sitting)).toMatchObject({ signatures: 2 });
    await expectRefused(house, validateSittings, { by: province, input: { sittings: [sitting] }, as: 'minutes-unsigned' });
  });

  test('unsigned minutes go on only where the cast rehearses by itself, and by no post', async () => {
    const { sitting } = await sealed();
    const input = { sittings: [sitting] };
    await expectRefused(house, validateRehearsed, { by: ownHand, input, as: 'sitting-not-found' });
    await expectRefused(house, validateRehearsed, { by: province, input, as: 'not-allowed' });
  });
});
