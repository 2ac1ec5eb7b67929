import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, fileOf, ownHand, settleUntil } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { noteSilence } from '../actions/note-silence.ts';
import { checksOfRequest, silentPartners } from '../queries/checks-of-request.ts';
import { personsToCheck } from '../queries/persons-to-check.ts';

let house: TestHouse;
beforeAll(async () => {
  process.env.RAMED_PARTNER_CNSS_TIMEOUT_MS = '400';
  house = await openTestHouse();
});
beforeEach(() => house.partners.cnss?.control.switch({ mode: 'up' }));
afterAll(() => house.close());

/** Two poor, one vulnerable, one the CNSS insures, one whose card is another person's. */
const manyKinds = (): Declaration[] => [
  aFamily('poor'),
  aFamily('poor'),
  aFamily('vulnerable'),
  aFamily('poor', { magic: '81' }),
  aFamily('poor', { magic: '91' }),
];

async function statesOf(files: readonly string[]): Promise<string[]> {
  return (await Promise.all(files.map((file) => fileOf(house, file)))).map((file) =>
    `${file.state} ${file.proposal ?? ''}`.trim(),
  );
}

const checked = ['scored poor', 'scored poor', 'scored vulnerable', 'discordant', 'discordant'];
const waiting = checked.map(() => 'checking');

async function waitersOf(files: readonly string[]) {
  return expectDone(await house.ask(ownHand, silentPartners, { applications: [...files] }), 'silent').waiting;
}

const counted = () => house.partners.cnss?.control.read().counters as unknown as Record<string, number>;

describe('while the CNSS does not answer', () => {
  test.each([
    ['is down', { mode: 'down' as const }],
    ['answers after we stopped waiting', { mode: 'slow' as const, latency_ms: 900 }],
    ['answers with a web page', { mode: 'nonsense' as const }],
    ['breaks off in the middle', { mode: 'half' as const }],
    ['says it is out of service', { mode: 'error' as const }],
  ])(
    'because it %s, files say whom they wait for and go on by themselves, and nobody is asked about twice',
    async (_title, fault) => {
      const families = manyKinds();
      const before = counted();
      house.partners.cnss?.control.switch(fault);
      const files = await checkRequests(house, ...families);
      expect(await statesOf(files)).toEqual(waiting);
      const waiters = await waitersOf(files);
      expect(waiters.map((one) => one.partner)).toEqual(files.map(() => 'cnss'));
      house.partners.cnss?.control.switch({ mode: 'up' });
      await settleUntil(house, async () => (await waitersOf(files)).length === 0);
      await house.settle();
      expect(await statesOf(files)).toEqual(checked);
      const after = counted();
      expect(after.subjects_asked_again).toBe(before.subjects_asked_again);
      expect((after.subjects_asked ?? 0) - (before.subjects_asked ?? 0)).toBe(
        families.reduce((sum, family) => sum + family.members.length, 0),
      );
    },
  );

  test('“since” is when it was first asked, however often it is asked again', async () => {
    house.partners.cnss?.control.switch({ mode: 'down' });
    const files = await checkRequests(house, aFamily());
    const [first] = await waitersOf(files);
    await settleUntil(house, async () => (counted().requests ?? 0) > 0);
    expect(await waitersOf(files)).toEqual([first]);
  });

  test('undisturbed, the same families come to the same', async () => {
    expect(await statesOf(await checkRequests(house, ...manyKinds()))).toEqual(checked);
  });
});

describe('what a partner answers', () => {
  test.each([
    ['81', 'cnss', 'cover'],
    ['83', 'cnops', 'cover'],
    ['91', 'dgsn', 'names'],
    ['92', 'dgsn', 'card'],
    ['93', 'dgsn', 'birth_date'],
    ['94', 'dgsn', 'vital_status'],
  ])(
    'a card ending in %s: the answer of %s stands beside the declaration and someone must look at the %s',
    async (magic, partner, field) => {
      const [file = ''] = await checkRequests(house, aFamily('poor', { magic }));
      expect((await fileOf(house, file)).state).toBe('discordant');
      const { checks } = expectDone(await house.ask(ownHand, checksOfRequest, { application: file }), 'checks');
      const differences = checks.flatMap((check) =>
        check.differences.map((difference) => ({ by: check.partner, ...difference })),
      );
      expect(differences).toContainEqual(expect.objectContaining({ by: partner, ref: 1, field, weight: 'to-settle' }));
    },
  );

  test.each([
    ['90', 'another spelling of the same name'],
    ['82', 'a cover that ended before the request'],
  ])('a card ending in %s: %s stops nobody', async (magic) => {
    const [file = ''] = await checkRequests(house, { ...aFamily('poor', { magic }), filed_on: '2026-11-02' });
    expect((await fileOf(house, file)).state).toBe('scored');
  });

  test('an answer that cannot be read for one person leaves that family waiting, and the others are scored', async () => {
    const files = await checkRequests(house, aFamily('poor', { magic: '73' }), aFamily('poor'));
    expect(await statesOf(files)).toEqual(['checking', 'scored poor']);
  });

  test('an answer that nobody could use is logged with its acknowledgement, and the next one is a new question', async () => {
    const [file = ''] = await checkRequests(house, aFamily('poor', { magic: '74' }));
    const { rows } = await house.owner.pool.query(
      `select e.partner, e.state, e.acknowledgement is not null as acknowledged
       from verifications.check c join exchange.envelope e on e.id = c.envelope_id where c.request_id = $1 order by e.partner`,
      [file],
    );
    expect(rows).toEqual(['cnops', 'cnss', 'dgsn'].map((partner) => ({ partner, state: 'acknowledged', acknowledged: true })));
  });

  test('a partner that falls silent after a bad answer is not asked the old question again', async () => {
    const [file = ''] = await checkRequests(house, aFamily('poor', { magic: '74' }));
    const bad = await envelopeOf(file);
    const silence = {
      partner: 'cnss' as const,
      envelope: { id: newId(), items: 4, failure: 'timed-out' as const },
      requests: [file],
    };
    expectDone(await house.do(ownHand, noteSilence, silence), 'note-silence');
    expect(await envelopeOf(file)).toBe(bad);
  });
});

async function envelopeOf(file: string): Promise<string> {
  const asked = await house.ask(ownHand, personsToCheck, { partner: 'cnss', requests: [file] });
  return expectDone(asked, 'persons-to-check').requests[0]?.after ?? '';
}
