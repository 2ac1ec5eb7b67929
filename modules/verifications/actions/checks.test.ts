import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { deedNamed, fileOf, fileRequests, ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { checksOfRequest, silentPartners } from '../queries/checks-of-request.ts';
import { noteSilence } from './note-silence.ts';
import { recordAnswers } from './record-answers.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** A file whose checks are open and about which nobody has been asked yet. */
async function checking(): Promise<string> {
  const [file = ''] = await fileRequests(house, aFamily());
  const open = deedNamed(house, 'applications.open-checking');
  expectDone(await house.do(await house.as('hanane.azilal'), open, { applications: [file] }), 'open-checking');
  expectDone(await house.do(ownHand, open, { applications: [file] }), 'open-checking');
  return file;
}

const answered = () => ({
  id: newId(),
  items: 4,
  acknowledgement: 'CNSS-1',
  bodyDigest: '0'.repeat(64),
  sourceDate: '2026-11-22',
});
const uncovered = [1, 2, 3, 4].map((ref) => ({ ref, kind: 'cover' as const, periods: [] }));
const insured = { ref: 1, kind: 'cover' as const, periods: [{ scheme: 'cnss', role: 'insured' as const, from: '2019-01-01' }] };

async function checkOf(file: string) {
  return expectDone(await house.ask(ownHand, checksOfRequest, { application: file }), 'checks').checks[0];
}

test('an answer is kept beside the declaration, once', async () => {
  const file = await checking();
  const input = {
    partner: 'cnss' as const,
    envelope: answered(),
    requests: [{ request: file, answers: [insured, ...uncovered.slice(1)] }],
  };
  const otherInput = { ...input, requests: [] };
  const { output, lines } = await expectProperDeed(house, recordAnswers, { by: ownHand, input, otherInput });
  expect(output).toEqual({ requests: 1, differences: 1 });
  expect(lines).toMatchObject([{ book: '05.081', subject: `application:${file}`, reason: 'cnss' }]);
  expect(await checkOf(file)).toMatchObject({
    state: 'answered',
    differences: [{ ref: 1, field: 'cover', weight: 'to-settle' }],
  });
});

test('the first answer stands: told again in another envelope, it changes nothing', async () => {
  const file = await checking();
  const first = { partner: 'cnss' as const, envelope: answered(), requests: [{ request: file, answers: uncovered }] };
  expectDone(await house.do(ownHand, recordAnswers, first), 'record-answers');
  const kept = await checkOf(file);
  const second = { ...first, envelope: answered(), requests: [{ request: file, answers: [insured] }] };
  expectDone(await house.do(ownHand, recordAnswers, second), 'record-answers');
  expectDone(await house.do(ownHand, noteSilence, { partner: 'cnss', requests: [file] }), 'note-silence');
  expect(await checkOf(file)).toEqual(kept);
});

test('silence is noted with the partner’s name, and the file says since when it waits', async () => {
  const file = await checking();
  const envelope = { id: newId(), items: 4, failure: 'timed-out' as const };
  const input = { partner: 'cnops' as const, envelope, requests: [file] };
  const { lines } = await expectProperDeed(house, noteSilence, { by: ownHand, input, otherInput: { ...input, requests: [] } });
  expect(lines).toMatchObject([{ book: '05.081', subject: `application:${file}`, reason: 'cnops silent' }]);
  const { waiting } = expectDone(await house.ask(ownHand, silentPartners, { applications: [file] }), 'silent');
  expect(waiting).toMatchObject([{ application: file, partner: 'cnops' }]);
});

test('a file is scored only when all three have answered, in whatever order they do', async () => {
  const file = await checking();
  const identities = { ref: 1, kind: 'identity' as const, found: true as const, vitalStatus: 'alive' as const };
  const stated = aFamily().members[0];
  const alive = { ...identities, names: stated?.names ?? {}, birthDate: stated?.birth_date ?? '', sex: stated?.sex ?? 'F' };
  const conclude = deedNamed(house, 'applications.conclude-checks');
  for (const [partner, answers] of [
    ['cnops', uncovered],
    ['dgsn', [alive]],
    ['cnss', uncovered],
  ] as const) {
    expect((await fileOf(house, file)).state).toBe('checking');
    const input = { partner, envelope: answered(), requests: [{ request: file, answers: [...answers] }] };
    expectDone(await house.do(ownHand, recordAnswers, input), 'record-answers');
    await house.do(ownHand, conclude, { applications: [file] });
  }
  expect(await fileOf(house, file)).toMatchObject({ state: 'scored', proposal: 'poor' });
});

test('nobody of the staff answers in a partner’s place', async () => {
  const file = await checking();
  const by = await house.as('rachid.verification');
  await expectRefused(house, recordAnswers, {
    by,
    input: { partner: 'cnss', requests: [{ request: file, answers: [] }] },
    as: 'not-allowed',
  });
  await expectRefused(house, noteSilence, { by, input: { partner: 'cnss', requests: [file] }, as: 'not-allowed' });
});
