import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBeneficiaries, personsByName } from '#modules/registry';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, fileOf, fileRequests } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { oneFile } from '../queries/one-file.ts';
import { replayOfAssessment } from '../queries/replay-assessment.ts';
import { versionsOfRequest } from '../queries/versions-of-request.ts';
import { correctRequest } from './correct-request.ts';
import { openChecking } from './open-checking.ts';

const azilal = aPost('counter-agent', '05.081');
const officer = aPost('verification-officer', '05.081');
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function declared(application: string) {
  const { file } = expectDone(await house.ask(azilal, oneFile, { application }), 'one-file');
  if (!file) throw new Error('no such file');
  return file.declaration;
}

async function versions(application: string) {
  return expectDone(await house.ask(azilal, versionsOfRequest, { application }), 'versions').versions;
}

/** The file as if a partner's answer had differed. */
async function setAside(application: string) {
  await sql`update applications.application set state = 'discordant' where id = ${application}`.execute(house.owner.kysely);
}

const rooms = (from: unknown, to: unknown) => ({ place: 'dwelling.rooms', from: from as number, to: to as number });
const reason = 'The paper says otherwise';

describe('a correction', () => {
  test('is a new version with its reason; the one before is kept, and the journal holds both digests', async () => {
    const [application = ''] = await fileRequests(house, aFamily('vulnerable'));
    const before = await declared(application);
    const changes = [rooms(before.dwelling?.rooms, 9)];
    const { output, lines } = await expectProperDeed(house, correctRequest, {
      by: azilal,
      input: { application, changes, reason },
      otherInput: { application, changes, reason: 'Another reason' },
    });
    expect(output).toMatchObject({ application, version: 2 });
    expect(await declared(application)).toEqual({ ...before, dwelling: { ...before.dwelling, rooms: 9 } });
    expect(lines).toMatchObject([{ subject: `application:${application}`, reason, after_digest: output.digest }]);
    expect(await versions(application)).toMatchObject([
      { version: 1, reason: null, digest: lines[0]?.before_digest, changes: [] },
      { version: 2, reason, digest: output.digest, by: azilal.id, post: azilal.post, changes },
    ]);
  });

  test('of different answers by two agents at once succeeds for both', async () => {
    const [application = ''] = await fileRequests(house, aFamily('vulnerable'));
    const { dwelling, resources } = await declared(application);
    const income = { place: 'resources.income_year', from: resources?.income_year as number, to: 1_234 };
    const both = await Promise.all([
      house.do(azilal, correctRequest, { application, changes: [rooms(dwelling?.rooms, 8)], reason }),
      house.do(officer, correctRequest, { application, changes: [income], reason }),
    ]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await declared(application)).toMatchObject({ dwelling: { rooms: 8 }, resources: { income_year: 1_234 } });
    expect((await versions(application)).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  test('of an answer that somebody changed meanwhile is refused with both values, who and when, and nothing is lost', async () => {
    const [application = ''] = await fileRequests(house, aFamily('vulnerable'));
    const { dwelling } = await declared(application);
    const base = dwelling?.rooms;
    expectDone(
      await house.do(officer, correctRequest, { application, changes: [rooms(base, 5)], reason: 'Seen there' }),
      'first',
    );
    const input = { application, changes: [rooms(base, 6)], reason };
    await expectRefused(house, correctRequest, { by: azilal, input, as: 'changed-meanwhile' });
    const refused = await house.do(azilal, correctRequest, input);
    if (refused.ok) throw new Error('refused a moment before');
    expect(JSON.parse(String(refused.refusal.facts?.conflicts))).toEqual([
      { place: 'dwelling.rooms', base, theirs: 5, yours: 6, by: officer.id, at: expect.any(String), reason: 'Seen there' },
    ]);
    expect(expectDone(await house.do(azilal, correctRequest, { ...input, changes: [rooms(5, 6)] }), 'again').version).toBe(3);
    const same = expectDone(await house.do(officer, correctRequest, { ...input, changes: [rooms(base, 6)] }), 'same');
    expect(same.version).toBe(3);
  });

  test('of a name is what the register states from then on, of the same persons, and what it stated is kept', async () => {
    const [application = ''] = await fileRequests(house, aFamily('vulnerable'));
    expectDone(await house.do(azilal, openChecking, { applications: [application] }), 'open-checking');
    await setAside(application);
    const stated = () => house.owner.kysely.transaction().execute((tx) => listBeneficiaries(tx, [application]));
    const [before, { members }] = [await stated(), await declared(application)];
    const place = 'members[0].names.fr.family';
    const changes = [{ place, from: members[0]?.names.fr?.family as string, to: 'Oukhrouf' }];
    expectDone(await house.do(officer, correctRequest, { application, changes, reason }), 'correct');
    const after = await stated();
    expect(after[0]?.names.fr?.family).toBe('Oukhrouf');
    expect(after.map(({ personId }) => personId)).toEqual(before.map(({ personId }) => personId));
    const { persons } = expectDone(await house.ask(azilal, personsByName, { name: 'Oukhrouf' }), 'persons');
    expect(persons[0]?.requests).toContain(application);
    const { rows } = await sql`select from registry.household where request_id = ${application}`.execute(house.owner.kysely);
    expect(rows).toHaveLength(2);
  });

  test('of the card of the head frees the one that was typed wrong', async () => {
    const family = aFamily();
    const [application = ''] = await fileRequests(house, family);
    const [wrong = ''] = [family.members[0]?.cnie];
    const changes = [{ place: 'members[0].cnie', from: wrong, to: 'IC99887' }];
    expectDone(await house.do(azilal, correctRequest, { application, changes, reason }), 'correct');
    const [other = ''] = await fileRequests(house, family);
    expect(await fileOf(house, other)).toMatchObject({ state: 'filed' });
    const back = [{ place: 'members[0].cnie', from: 'IC99887', to: wrong }];
    await expectRefused(house, correctRequest, { by: azilal, input: { application, changes: back, reason }, as: 'open-request' });
  });
});

describe('a correction is refused', () => {
  test('when an answer breaks a rule of requests, or is asked of nobody', async () => {
    const [application = ''] = await fileRequests(house, aFamily());
    const refusedFor = async (place: string, from: unknown, to: unknown) => {
      const input = { application, changes: [{ place, from: from as string, to: to as string }], reason };
      await expectRefused(house, correctRequest, { by: azilal, input, as: 'broken-answers' });
      return house.do(azilal, correctRequest, input);
    };
    const { members, commune } = await declared(application);
    expect(await refusedFor('members[0].birth_date', members[0]?.birth_date, '2020-01-01')).toMatchObject({
      refusal: { place: 'members[0].birth_date', facts: { rule: 'head-under-age' } },
    });
    expect(await refusedFor('dwelling.colour', undefined, 'blue')).toMatchObject({ refusal: { facts: { rule: 'unknown-key' } } });
    expect(await refusedFor('commune', commune, '05.081.01.03')).toMatchObject({ refusal: { place: 'commune' } });
  });

  test('once the checks are open, elsewhere than in the jurisdiction, and to who may not', async () => {
    const [application = ''] = await fileRequests(house, aFamily());
    const changes = [{ place: 'dwelling.rooms', to: 2 }];
    const input = { application, changes, reason };
    await expectRefused(house, correctRequest, { by: aPost('counter-agent', '05.091'), input, as: 'file-not-found' });
    await expectRefused(house, correctRequest, { by: azilal, input: { ...input, application: newId() }, as: 'file-not-found' });
    await expectRefused(house, correctRequest, { by: aPost('auditor', ''), input, as: 'not-allowed' });
    expectDone(await house.do(azilal, openChecking, { applications: [application] }), 'open-checking');
    await expectRefused(house, correctRequest, { by: azilal, input, as: 'not-correctable' });
  });
});

test('a score is made again from the version that was scored, whatever was corrected since', async () => {
  const [application = ''] = await checkRequests(house, aFamily('vulnerable'));
  await setAside(application);
  const { dwelling } = await declared(application);
  expectDone(await house.do(officer, correctRequest, { application, changes: [rooms(dwelling?.rooms, 12)], reason }), 'correct');
  const { replay } = expectDone(await house.ask(azilal, replayOfAssessment, { application }), 'replay');
  expect(replay?.verdict).toBe('same');
});
