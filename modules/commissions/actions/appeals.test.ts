import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lawAt } from '#law';
import { today } from '#platform/clock';
import { sql } from '#platform/database';
import { addDays, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type Actor, publicActor, scopeOf } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, checkRequests, fileOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { appealOfFile, appealsByState } from '../queries/appeals.ts';
import { examineAppeal } from './examine-appeal.ts';
import { fileAppeal } from './file-appeal.ts';
import { takeAppeal } from './take-appeal.ts';

let house: TestHouse;
let province: Actor;
let appeals: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  province = await house.as('training.province');
  appeals = await house.as('samira.appeals');
});
afterAll(() => house.close());

/** A family that has shown a right to its file, let into the commune of that file alone. */
async function familyOf(application: string): Promise<Actor> {
  const { territory } = await fileOf(house, application);
  return { id: `citizen:${application}`, permissions: new Set(['commissions:appeal']), scopes: [scopeOf(territory)] };
}

async function refusedFile(): Promise<string> {
  const [file = ''] = await admit(house, aFamily('not eligible'));
  return file;
}

const contest = (application: string) => ({
  application,
  criteria: ['patrimony' as const],
  words: 'The tractor is not ours.',
  language: 'fr' as const,
});

async function appealed(application: string) {
  const { appeal } = expectDone(
    await house.ask(await familyReader(application), appealOfFile, { application }),
    'appeal-of-file',
  );
  return appeal;
}

async function familyReader(application: string): Promise<Actor> {
  return { ...(await familyOf(application)), permissions: new Set(['applications:read']) };
}

test('a refusal is contested once, with its number, its criteria and the last day by the law', async () => {
  const file = await refusedFile();
  const by = await familyOf(file);
  const input = contest(file);
  const { output, lines } = await expectProperDeed(house, fileAppeal, { by, input, otherInput: { ...input, words: 'Else.' } });
  const day = today(house.house.clock);
  const lastDay = toIsoDate(addDays(day, lawAt(toIsoDate(day)).commissions.appealDays.value));
  expect(output).toMatchObject({ lastDay, isLate: false, number: expect.stringMatching(/^\d{4}7\d{7}$/) });
  expect(lines).toMatchObject([{ subject: `application:${file}` }]);
  expect(await appealed(file)).toMatchObject({ state: 'filed', criteria: ['patrimony'], number: output.number });
  await expectRefused(house, fileAppeal, { by, input, as: 'already-appealed' });
});

test('an appeal after the last day is recorded, and says that it is late', async () => {
  const file = await refusedFile();
  await movedBack(file, 40);
  const { output } = await expectProperDeed(house, fileAppeal, {
    by: await familyOf(file),
    input: contest(file),
    otherInput: { ...contest(file), words: '' },
  });
  expect(output.isLate).toBe(true);
  expect(await appealed(file)).toMatchObject({ isLate: true, state: 'filed' });
});

async function movedBack(file: string, days: number): Promise<void> {
  await sql`
    update commissions.sitting s set validated_at = validated_at - make_interval(days => ${days})
    from commissions.decision d where d.sitting_id = s.id and d.application_id = ${file}`.execute(house.owner.kysely);
}

test('there is nothing to contest before a decision, nor in one that gave everything', async () => {
  const [waiting = ''] = await checkRequests(house, aFamily());
  const [poor = ''] = await admit(house, aFamily('poor'));
  for (const file of [waiting, poor]) {
    await expectRefused(house, fileAppeal, { by: await familyOf(file), input: contest(file), as: 'nothing-to-appeal' });
  }
});

test('"something else" needs words', async () => {
  const file = await refusedFile();
  const input = { ...contest(file), criteria: ['other' as const], words: ' ' };
  await expectRefused(house, fileAppeal, { by: await familyOf(file), input, as: 'nothing-said' });
});

test('nobody contests for a family that has not shown its right, and no agent does in its place', async () => {
  const file = await refusedFile();
  await expectRefused(house, fileAppeal, { by: publicActor, input: contest(file), as: 'not-allowed' });
  await expectRefused(house, fileAppeal, { by: province, input: contest(file), as: 'not-allowed' });
  const stranger = { ...(await familyOf(file)), scopes: [scopeOf('05.091')] };
  await expectRefused(house, fileAppeal, { by: stranger, input: contest(file), as: 'nothing-to-appeal' });
});

test('the province sees what waits and says, once, whether it will be heard', async () => {
  const file = await refusedFile();
  expectDone(await house.do(await familyOf(file), fileAppeal, contest(file)), 'file-appeal');
  const { appeals: waiting } = expectDone(await house.ask(appeals, appealsByState, {}), 'appeals-by-state');
  const found = waiting.find((one) => one.application === file);
  expect(found?.request).toBe((await fileOf(house, file)).number);
  const appeal = found?.id ?? '';
  const input = { appeal, passage: 'admit', reason: 'Recours complet.' } as const;
  const otherInput = { ...input, passage: 'turn-down' } as const;
  const { output, lines } = await expectProperDeed(house, examineAppeal, { by: appeals, input, otherInput });
  expect(output.state).toBe('admitted');
  expect(lines).toMatchObject([{ subject: `application:${file}` }]);
  expect(await appealed(file)).toMatchObject({ state: 'admitted', reason: 'Recours complet.' });
  await expectRefused(house, examineAppeal, { by: appeals, input, as: 'already-examined' });
});

test('no other province and no secretary examines it', async () => {
  const file = await refusedFile();
  const { appeal } = expectDone(await house.do(await familyOf(file), fileAppeal, contest(file)), 'file-appeal');
  const input = { appeal, passage: 'turn-down', reason: 'Hors délai.' } as const;
  await expectRefused(house, examineAppeal, { by: aPost('provincial-officer', '05.091'), input, as: 'appeal-not-found' });
  await expectRefused(house, examineAppeal, { by: appeals, input: { ...input, appeal: newId() }, as: 'appeal-not-found' });
  await expectRefused(house, examineAppeal, { by: await house.as('naima.secretary'), input, as: 'not-allowed' });
  expectDone(await house.do(appeals, examineAppeal, input), 'examine-appeal');
  expect(await appealed(file)).toMatchObject({ state: 'not_admissible', reason: 'Hors délai.' });
});

test('whoever validated the first decision does not say whether the appeal is heard', async () => {
  const file = await refusedFile();
  const { appeal } = expectDone(await house.do(await familyOf(file), fileAppeal, contest(file)), 'file-appeal');
  const input = { appeal, passage: 'admit', reason: 'Recours complet.' } as const;
  await expectRefused(house, examineAppeal, { by: province, input, as: 'decided-first' });
});

test('a counter writes down what a family says, and it counts from the day the family came', async () => {
  const counter = aPost('counter-agent', '05.081');
  const file = await refusedFile();
  await movedBack(file, 34);
  const broughtOn = toIsoDate(addDays(today(house.house.clock), -6));
  const input = { ...contest(file), broughtOn };
  const { output, lines } = await expectProperDeed(house, takeAppeal, { by: counter, input, otherInput: contest(file) });
  expect(output.isLate).toBe(false);
  expect(lines).toMatchObject([{ subject: `application:${file}` }]);
  expect(await appealed(file)).toMatchObject({ state: 'filed', channel: 'counter' });
  await expectRefused(house, takeAppeal, { by: counter, input, as: 'already-appealed' });
});

test('a counter writes nothing down where there is nothing to contest, nothing said, or nobody of its own', async () => {
  const counter = aPost('counter-agent', '05.081');
  const file = await refusedFile();
  const nothing = { ...contest(file), criteria: ['other' as const], words: '' };
  await expectRefused(house, takeAppeal, { by: counter, input: nothing, as: 'nothing-said' });
  const away = aPost('counter-agent', '05.091');
  await expectRefused(house, takeAppeal, { by: away, input: contest(file), as: 'nothing-to-appeal' });
  await expectRefused(house, takeAppeal, { by: appeals, input: contest(file), as: 'not-allowed' });
});

test('the file goes up as the first commission saw it, under a digest of its own', async () => {
  const file = await refusedFile();
  const { appeal } = expectDone(await house.do(await familyOf(file), fileAppeal, contest(file)), 'file-appeal');
  const { rows } = await sql<{ file: string; file_digest: string }>`
    select file, file_digest from commissions.appeal where id = ${appeal}`.execute(house.owner.kysely);
  const sealed = rows[0]?.file ?? '';
  expect(createHash('sha256').update(sealed).digest('hex')).toBe(rows[0]?.file_digest);
  const { number, declaration } = await fileOf(house, file);
  expect(JSON.parse(sealed)).toMatchObject({
    ...{ schema: 'ramed.appeal-file/1', number, declaration, version: 1 },
    decision: { outcome: 'refused', reason: 'as-scored', minutes_digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    assessed: { formula: 'ramed-2008', result_digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});
