import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import {
  callHearing,
  contest,
  contestAdmitted,
  hear,
  hearingMembers,
  openHearing,
  PROVINCE,
  rulingOf,
} from '../../../surfaces/testing/appeals-road.ts';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, fileOf, ownHand, register } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { parseMinutes } from '../model/minutes.ts';
import { appealInFull } from '../queries/appeal-in-full.ts';
import { appealOfFile } from '../queries/appeals.ts';
import { hearing } from '../queries/hearing.ts';
import { correctOnAppeal } from './correct-on-appeal.ts';
import { decideAppeal } from './decide-appeal.ts';
import { declareConflict } from './declare-conflict.ts';
import { examineAppeal } from './examine-appeal.ts';
import { freezeAppeals } from './freeze-appeals.ts';
import { openSitting } from './open-sitting.ts';
import { sealSitting } from './seal-sitting.ts';
import { tellAppeal } from './tell-appeal.ts';
import { undoAppealDecision } from './undo-appeal-decision.ts';

let house: TestHouse;
let secretary: Actor;
let files: string[] = [];

beforeAll(async () => {
  house = await openTestHouse();
  files = await admit(house, ...Array.from({ length: 17 }, () => aFamily('not eligible')));
  secretary = await house.as('samira.appeals');
});
afterAll(() => house.close());

async function refused(): Promise<string> {
  const file = files.pop();
  if (!file) throw new Error('all refused files are used');
  return file;
}

async function appealOn(application: string) {
  const { appeal } = expectDone(await house.ask(ownHand, appealOfFile, { application }), 'appeal-of-file');
  if (!appeal) throw new Error(`nobody contests ${application}`);
  return appeal;
}

test('admitted appeals are put before a sitting, in the order given, and no other', async () => {
  const [one, other, waiting] = [await refused(), await refused(), await refused()];
  const appeals = [await contestAdmitted(house, one), await contestAdmitted(house, other)];
  const filed = await contest(house, waiting);
  const sitting = await callHearing(house);
  const input = { sitting, appeals };
  await expectRefused(house, freezeAppeals, { by: secretary, input: { sitting, appeals: [filed] }, as: 'appeal-not-ready' });
  await expectRefused(house, freezeAppeals, { by: secretary, input: { sitting, appeals: [newId()] }, as: 'appeal-not-ready' });
  const twice = { sitting, appeals: [...appeals, ...appeals] };
  await expectRefused(house, freezeAppeals, { by: secretary, input: twice, as: 'appeal-listed-twice' });
  const tooMany = { sitting, appeals: Array.from({ length: 101 }, () => newId()) };
  await expectRefused(house, freezeAppeals, { by: secretary, input: tooMany, as: 'agenda-too-long' });
  await expectRefused(house, freezeAppeals, { by: await house.as('naima.secretary'), input, as: 'not-allowed' });
  await expectRefused(house, freezeAppeals, { by: aPost('appeals-secretary', '05.091'), input, as: 'sitting-not-found' });
  const { lines } = await expectProperDeed(house, freezeAppeals, { by: secretary, input, otherInput: twice });
  expect(lines.map(({ subject }) => subject).sort()).toEqual(
    [`application:${one}`, `application:${other}`, `sitting:${sitting}`].sort(),
  );
  await expectRefused(house, freezeAppeals, { by: secretary, input, as: 'sitting-not-convened' });
  const asked = expectDone(await house.ask(secretary, hearing, { sitting }), 'hearing');
  expect(asked.hearing?.appeals.map(({ appeal }) => appeal)).toEqual(appeals);
});

test('a ruling gives each contested criterion its finding, is taken back while the sitting is open, and takes effect at the seal', async () => {
  const file = await refused();
  const appeal = await contestAdmitted(house, file);
  const sitting = await openHearing(house, [appeal]);
  const input = rulingOf(sitting, appeal, { outcome: 'reformed', category: 'vulnerable' });
  const bad = { by: secretary } as const;
  await expectRefused(house, decideAppeal, { ...bad, input: { ...input, findings: [] }, as: 'criterion-without-finding' });
  await expectRefused(house, decideAppeal, { ...bad, input: { ...input, category: undefined }, as: 'category-does-not-fit' });
  const against = [{ criterion: 'patrimony' as const, finding: 'not-shown' as const }];
  await expectRefused(house, decideAppeal, { ...bad, input: { ...input, findings: against }, as: 'finding-does-not-fit' });
  const sentBack = rulingOf(sitting, appeal, { outcome: 'sent_back' });
  await expectRefused(house, decideAppeal, { ...bad, input: sentBack, as: 'asks-needed' });
  await expectRefused(house, decideAppeal, { ...bad, input: { ...input, appeal: newId() }, as: 'appeal-not-on-agenda' });
  await expectRefused(house, decideAppeal, { ...bad, input: { ...input, sitting: newId() }, as: 'sitting-not-found' });
  await expectRefused(house, decideAppeal, { by: await house.as('naima.secretary'), input, as: 'not-allowed' });
  await expectRefused(house, sealSitting, { by: secretary, input: { sitting }, as: 'files-undecided' });
  const deed = { by: secretary, input, otherInput: sentBack };
  const { lines } = await expectProperDeed(house, decideAppeal, deed);
  expect(lines).toMatchObject([{ subject: `application:${file}` }]);
  expect(await house.do(secretary, decideAppeal, input)).toMatchObject({ output: { decision: input.id } });
  await expectRefused(house, decideAppeal, { ...bad, input: { ...input, id: newId() }, as: 'appeal-decided' });
  expect((await fileOf(house, file)).state).toBe('closed');
  const undone = { sitting, decision: input.id };
  await expectProperDeed(house, undoAppealDecision, { by: secretary, input: undone, otherInput: { sitting, decision: newId() } });
  await expectRefused(house, undoAppealDecision, { by: secretary, input: undone, as: 'not-withdrawable' });
  const gone = { ...undone, sitting: newId() };
  await expectRefused(house, undoAppealDecision, { by: secretary, input: gone, as: 'sitting-not-found' });
  await expectRefused(house, undoAppealDecision, { by: await house.as('driss.province'), input: undone, as: 'not-allowed' });
  const again = { ...input, id: newId() };
  expectDone(await house.do(secretary, decideAppeal, again), 'decide-appeal');
  expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  await expectRefused(house, decideAppeal, { ...bad, input: { ...input, id: newId() }, as: 'sitting-not-open' });
  const late = { sitting, decision: again.id };
  await expectRefused(house, undoAppealDecision, { by: secretary, input: late, as: 'sitting-not-open' });
  expect(await fileOf(house, file)).toMatchObject({ state: 'validated', outcome: 'vulnerable', closed_for: null });
  expect(await appealOn(file)).toMatchObject({ state: 'reformed', answer: { outcome: 'reformed', category: 'vulnerable' } });
});

test('a ruling has its moment within the sitting, whatever a device says, and an identifier that has served says nothing else', async () => {
  const [one, other] = [await contestAdmitted(house, await refused()), await contestAdmitted(house, await refused())];
  const sitting = await openHearing(house, [one, other]);
  const input = { ...rulingOf(sitting, one, { outcome: 'upheld' }), ruledAt: '2019-01-01T10:00:00Z' };
  expectDone(await house.do(secretary, decideAppeal, input), 'decide-appeal');
  const { rows } = await sql<{ ok: boolean }>`select r.ruled_at = s.opened_at as ok from commissions.appeal_decision r
    join commissions.sitting s on s.id = r.sitting_id where r.id = ${input.id}`.execute(house.owner.kysely);
  expect(rows).toEqual([{ ok: true }]);
  const forOther = { ...input, appeal: other };
  await expectRefused(house, decideAppeal, { by: secretary, input: forOther, as: 'appeal-decided' });
  const otherwise = { ...rulingOf(sitting, one, { outcome: 'reformed', category: 'poor' }), id: input.id };
  await expectRefused(house, decideAppeal, { by: secretary, input: otherwise, as: 'appeal-decided' });
  expectDone(await house.do(secretary, undoAppealDecision, { sitting, decision: input.id }), 'undo-appeal-decision');
  await expectRefused(house, decideAppeal, { by: secretary, input, as: 'appeal-decided' });
});

test('a member who is near a family is out of its appeal and of no other, and does not count for its quorum', async () => {
  const [file, elsewhere] = [await refused(), await refused()];
  const appeals = [await contestAdmitted(house, file), await contestAdmitted(house, elsewhere)];
  const sitting = await openHearing(house, appeals);
  const [appeal = '', other = ''] = appeals;
  const members = (await hearingMembers(house)).slice(0, 3);
  const out = (application: string, member: string | undefined) => ({ sitting, application, member: member ?? '' });
  await expectRefused(house, declareConflict, { by: secretary, input: out(files[0] ?? '', members[0]), as: 'not-on-agenda' });
  await expectRefused(house, declareConflict, {
    by: await house.as('naima.secretary'),
    input: out(file, members[0]),
    as: 'not-allowed',
  });
  for (const member of members) expectDone(await house.do(secretary, declareConflict, out(file, member)), 'declare-conflict');
  const input = rulingOf(sitting, appeal, { outcome: 'upheld' });
  await expectRefused(house, decideAppeal, { by: secretary, input, as: 'quorum-lost' });
  const asked = expectDone(await house.ask(secretary, hearing, { sitting }), 'hearing');
  expect(asked.hearing?.appeals).toMatchObject([
    { hasQuorum: false, recused: [{}, {}, {}] },
    { hasQuorum: true, recused: [] },
  ]);
  const ruled = rulingOf(sitting, other, { outcome: 'upheld' });
  expectDone(await house.do(secretary, decideAppeal, ruled), 'decide-appeal');
  await expectRefused(house, declareConflict, { by: secretary, input: out(elsewhere, members[0]), as: 'already-decided' });
});

test('whoever recorded or validated the first decision is refused by the deed itself', async () => {
  const file = await refused();
  const appeal = await contestAdmitted(house, file);
  const sitting = await openHearing(house, [appeal]);
  const input = rulingOf(sitting, appeal, { outcome: 'upheld' });
  for (const login of ['training.secretary', 'training.province']) {
    const { id } = await house.as(login);
    const moved = { ...aPost('appeals-secretary', PROVINCE), id };
    await expectRefused(house, decideAppeal, { by: moved, input, as: 'decided-first' });
  }
  expectDone(await house.do(secretary, decideAppeal, input), 'decide-appeal');
  expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  expect(await fileOf(house, file)).toMatchObject({ state: 'closed', closed_for: 'refused' });
  expect(await appealOn(file)).toMatchObject({ state: 'upheld', outcome: 'upheld' });
});

test('a family registered meanwhile is not sent back; what it owes is waived when it is found poor', async () => {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  const appeal = await contestAdmitted(house, file);
  const sitting = await openHearing(house, [appeal]);
  const back = rulingOf(sitting, appeal, { outcome: 'sent_back', asks: 'Look again.' });
  await expectRefused(house, decideAppeal, { by: secretary, input: back, as: 'cannot-go-back' });
  const input = rulingOf(sitting, appeal, { outcome: 'reformed', category: 'poor' });
  expectDone(await house.do(secretary, decideAppeal, input), 'decide-appeal');
  expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  expect(await fileOf(house, file)).toMatchObject({ state: 'registered', outcome: 'poor' });
});

test('a family that filed anew meanwhile is told apart: its refused request does not come back beside the new one', async () => {
  const file = await refused();
  const appeal = await contestAdmitted(house, file);
  const sitting = await openHearing(house, [appeal]);
  const ruled = rulingOf(sitting, appeal, { outcome: 'reformed', category: 'poor' });
  expectDone(await house.do(secretary, decideAppeal, ruled), 'decide-appeal');
  await sql`update applications.application set state = 'filed', closed_for = null where id = ${file}`.execute(
    house.owner.kysely,
  );
  await expectRefused(house, sealSitting, { by: secretary, input: { sitting }, as: 'request-open-elsewhere' });
  expectDone(await house.do(secretary, undoAppealDecision, { sitting, decision: ruled.id }), 'undo-appeal-decision');
  const again = { ...ruled, id: newId() };
  await expectRefused(house, decideAppeal, { by: secretary, input: again, as: 'request-open-elsewhere' });
  await sql`update applications.application set state = 'closed', closed_for = 'refused' where id = ${file}`.execute(
    house.owner.kysely,
  );
});

test('what a family shows to be otherwise is corrected beside what was decided upon, and decides nothing', async () => {
  const file = await refused();
  const appeal = await contest(house, file);
  const changes = [{ place: 'assets.second_home', from: true, to: false }];
  const input = { appeal, changes, reason: 'Deed of sale of March.' };
  const by = secretary;
  await expectRefused(house, correctOnAppeal, { by, input, as: 'appeal-not-in-instruction' });
  expectDone(await house.do(by, examineAppeal, { appeal, passage: 'admit', reason: 'Recours complet.' }), 'examine-appeal');
  await expectRefused(house, correctOnAppeal, { by, input: { ...input, appeal: newId() }, as: 'appeal-not-found' });
  await expectRefused(house, correctOnAppeal, { by: await house.as('driss.province'), input, as: 'not-allowed' });
  const { id } = await house.as('training.province');
  const moved = { ...aPost('appeals-secretary', PROVINCE), id };
  await expectRefused(house, correctOnAppeal, { by: moved, input, as: 'decided-first' });
  const wrong = { ...input, changes: [{ place: 'assets.second_home', from: false, to: true }] };
  const twice = { ...input, changes: [{ place: 'assets.second_home', from: null, to: false }] };
  await expectRefused(house, correctOnAppeal, { by, input: twice, as: 'changed-meanwhile' });
  const broken = { ...input, changes: [{ place: 'assets.colour', to: 'blue' }] };
  await expectRefused(house, correctOnAppeal, { by, input: broken, as: 'broken-answers' });
  const filed = await fileOf(house, file);
  const { output } = await expectProperDeed(house, correctOnAppeal, { by, input, otherInput: wrong });
  expect(output.version).toBe(2);
  expect(await fileOf(house, file)).toMatchObject({ state: 'closed', outcome: 'refused', proposal: filed.proposal });
  const { found } = expectDone(await house.ask(by, appealInFull, { appeal }), 'appeal-in-full');
  expect(found?.changed).toEqual([{ place: 'assets.second_home', before: true, now: false }]);
  expect([found?.before?.version, found?.now?.version]).toEqual([1, 2]);
  const living = (seen: typeof found) => [seen?.before, seen?.now].map((one) => one?.conditions.map(({ value }) => value));
  const [before, after] = living(found);
  expect(before).not.toEqual(after);
});

test('the letter is handed over once, when there is an answer', async () => {
  const file = await refused();
  const appeal = await contestAdmitted(house, file);
  const counter = aPost('counter-agent', PROVINCE);
  const input = { appeal, by: 'handed' } as const;
  await expectRefused(house, tellAppeal, { by: counter, input, as: 'appeal-not-ruled' });
  await hear(house, appeal, { outcome: 'upheld' });
  await expectRefused(house, tellAppeal, { by: counter, input: { ...input, appeal: newId() }, as: 'appeal-not-found' });
  await expectRefused(house, tellAppeal, { by: secretary, input, as: 'not-allowed' });
  const otherInput = { ...input, by: 'posted' } as const;
  const { lines } = await expectProperDeed(house, tellAppeal, { by: counter, input, otherInput });
  expect(lines).toMatchObject([{ subject: `application:${file}` }]);
  await expectRefused(house, tellAppeal, { by: counter, input, as: 'already-told' });
  expect(await appealOn(file)).toMatchObject({ state: 'notified', outcome: 'upheld' });
});

test('the minutes of a hearing name the head of a family as those of the local sitting do', async () => {
  const file = await refused();
  await hear(house, await contestAdmitted(house, file), { outcome: 'upheld' });
  const { number } = await fileOf(house, file);
  const { rows } = await house.owner.pool.query(
    'select minutes from commissions.sitting where minutes like $1 order by sealed_at',
    [`%${number}%`],
  );
  const heads = rows.map(({ minutes }) => parseMinutes(minutes).decisions.find((line) => line.file === number)?.head);
  expect(heads).toHaveLength(2);
  expect(heads[1]).toEqual(heads[0]);
  expect(heads[1]?.fr).toMatch(/^[A-Z ]+ [A-Z][a-z]/);
});

test('an adjourned appeal waits among the admitted and comes before another sitting', async () => {
  const file = await refused();
  const appeal = await contestAdmitted(house, file);
  await hear(house, appeal, { outcome: 'adjourned', asks: 'The deed of sale.' });
  expect(await appealOn(file)).toMatchObject({ state: 'admitted', outcome: null, asked: { asks: 'The deed of sale.' } });
  await hear(house, appeal, { outcome: 'upheld' });
  expect(await appealOn(file)).toMatchObject({ state: 'upheld', answer: { outcome: 'upheld' } });
  expect(await appealOn(file)).not.toHaveProperty('asked');
});

test('a sitting of the provincial commission opens by its own quorum, on its own members', async () => {
  const appeal = await contestAdmitted(house, await refused());
  const sitting = await callHearing(house);
  expectDone(await house.do(secretary, freezeAppeals, { sitting, appeals: [appeal] }), 'freeze-appeals');
  const present = (await hearingMembers(house)).slice(0, 2);
  await expectRefused(house, openSitting, { by: secretary, input: { sitting, present }, as: 'quorum-not-reached' });
});

test('whoever sat first does not sit again, and without enough others nobody rules', async () => {
  const file = await refused();
  const appeal = await contestAdmitted(house, file);
  const sitting = await openHearing(house, [appeal]);
  const input = rulingOf(sitting, appeal, { outcome: 'upheld' });
  // Three of the five are, it turns out, those who sat when the request was refused.
  await sql`
    with first as (
      select m.name_fr, m.name_ar, row_number() over (order by m.id) as n from commissions.presence p
      join commissions.member m on m.id = p.member_id join commissions.decision d on d.sitting_id = p.sitting_id
      where d.application_id = ${file}
    )
    update commissions.member m set name_fr = first.name_fr, name_ar = first.name_ar from first
    where m.id = (${await hearingMembers(house)}::uuid[])[first.n] and first.n <= 3`.execute(house.owner.kysely);
  await expectRefused(house, decideAppeal, { by: secretary, input, as: 'quorum-lost' });
  const asked = expectDone(await house.ask(secretary, hearing, { sitting }), 'hearing');
  expect(asked.hearing?.appeals).toMatchObject([{ hasQuorum: false, recused: [{}, {}, {}] }]);
  expect(asked.hearing?.members.filter(({ isHere }) => isHere)).toHaveLength(5);
});
