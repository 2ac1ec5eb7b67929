import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aRuling, checkRequests, everyMember, fileOf, openRoom, schedule } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { declareConflict } from '../actions/declare-conflict.ts';
import { keepWrittenOpinion } from '../actions/keep-written-opinion.ts';
import { notePresence } from '../actions/note-presence.ts';
import { recordDecisions } from '../actions/record-decisions.ts';
import { sealSitting } from '../actions/seal-sitting.ts';
import { sittingInFull } from './sitting-in-full.ts';

let house: TestHouse;
let secretary: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  secretary = await house.as('naima.secretary');
});
afterAll(() => house.close());

async function seen(sitting: string, by = secretary) {
  const full = expectDone(await house.ask(by, sittingInFull, { sitting }), 'sitting-in-full');
  const { files = [], members = [] } = full;
  return { ...full, files, members };
}

test('a sitting is told whole: the room, the rules, each file with its score and its checks, and what was ruled', async () => {
  const files = await checkRequests(house, aFamily(), aFamily(), aFamily());
  const [first = '', second = ''] = files;
  const sitting = await schedule(house, files);
  await openRoom(house, sitting);
  const [member = ''] = await everyMember(house, '05.081.03.07');
  const left = [{ member, moved: 'left' as const, at: new Date().toISOString() }];
  expectDone(await house.do(secretary, notePresence, { sitting, moves: left }), 'note-presence');
  expectDone(await house.do(secretary, declareConflict, { sitting, application: second, member }), 'declare-conflict');
  const words = { institution: 'health' as const, outcome: 'poor' as const, words: 'A poor house.', receivedOn: '2026-01-02' };
  expectDone(await house.do(secretary, keepWrittenOpinion, { sitting, application: second, ...words }), 'keep-written-opinion');
  const ruling = { ...aRuling(first, 'vulnerable', 'resources-understated'), remark: 'Owns a mill.' };
  expectDone(await house.do(secretary, recordDecisions, { sitting, rulings: [ruling] }), 'record-decisions');

  const full = await seen(sitting);
  expect(full.sitting).toMatchObject({ id: sitting, kind: 'cpl', state: 'open', territory: '05.081.03.07' });
  expect(full.sitting?.commission.ar).not.toBe('');
  expect(full.quorum).toMatchObject({ needed: 3, present: 4, reached: true });
  expect(full.rules).toMatchObject({ batchSize: 10, readingSeconds: 20, chair: 'interior', overridesBeforeSecond: 5 });
  expect(full.counts).toEqual({ files: 3, decided: 1, againstScore: 1, awaitingSecond: 0 });
  expect(full.members.find((one) => one.id === member)).toMatchObject({ presence: 'left', hasSigned: false, hasAccount: true });
  expect(full.members.filter((one) => one.isYou)).toMatchObject([{ seat: 'secretary' }]);
  expect(full.files.map((file) => file.position)).toEqual([1, 2, 3]);
  expect(full.files[0]).toMatchObject({
    application: first,
    number: (await fileOf(house, first)).number,
    proposal: 'poor',
    formula: 'ramed-2008',
    ruling: { id: ruling.id, sequence: 1, outcome: 'vulnerable', againstScore: true, remark: 'Owns a mill.', needsSecond: false },
  });
  expect(full.files[0]?.conditions.length).toBeGreaterThan(0);
  expect(full.files[0]?.weights).toHaveLength(6);
  expect(full.files[0]?.checks).toMatchObject([
    { partner: 'cnops', state: 'answered' },
    { partner: 'cnss', state: 'answered' },
    { partner: 'dgsn', state: 'answered' },
  ]);
  expect(full.files[0]?.papers.needed).toBeGreaterThan(0);
  expect(full.files[1]).toMatchObject({ recused: [{ member, ground: 'declared' }], writtenOpinions: [words] });
  expect(full.files[1]?.ruling).toBeUndefined();
});

test('a file that comes back says what the sitting before said of it', async () => {
  const [file = ''] = await checkRequests(house, aFamily());
  const before = await schedule(house, [file]);
  await openRoom(house, before);
  const adjourned = { ...aRuling(file, 'adjourned', 'papers-awaited'), remark: 'The lease.' };
  expectDone(await house.do(secretary, recordDecisions, { sitting: before, rulings: [adjourned] }), 'record-decisions');
  expectDone(await house.do(secretary, sealSitting, { sitting: before }), 'seal-sitting');
  const { files } = await seen(await schedule(house, [file]));
  expect(files[0]?.before).toMatchObject({ kind: 'adjourned', reason: 'papers-awaited', words: 'The lease.' });
});

test('who looked at the files is noted, and nobody looks from another jurisdiction', async () => {
  const [file = ''] = await checkRequests(house, aFamily());
  const sitting = await schedule(house, [file]);
  await seen(sitting);
  const { rows } = await sql`
    select actor from audit.reading where subject = ${`application:${file}`} and question = 'commissions.sitting-in-full'`.execute(
    house.owner.kysely,
  );
  expect(rows).toEqual([{ actor: secretary.id }]);
  expect(await house.ask(aPost('commission-secretary', '05.091'), sittingInFull, { sitting })).toMatchObject({ output: {} });
  expect(await house.ask(secretary, sittingInFull, { sitting: newId() })).toMatchObject({ output: {} });
});
