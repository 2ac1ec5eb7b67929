import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestDecisions, type Outcome, type ReasonCode } from '#modules/commissions';
import { today } from '#platform/clock';
import { addDays, toIsoDate } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aRuling, checkRequests, fileOf, openRoom, schedule, signOnPaper } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { agendaProposal } from '../queries/agenda-proposal.ts';
import { enquiries } from '../queries/enquiries.ts';
import { answerEnquiry } from './answer-enquiry.ts';
import { conveneSitting } from './convene-sitting.ts';
import { recordDecisions } from './record-decisions.ts';
import { returnFiles } from './return-files.ts';
import { sealSitting } from './seal-sitting.ts';
import { validateSittings } from './validate-sittings.ts';

let house: TestHouse;
let secretary: Actor;
let province: Actor;
let agent: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  secretary = await house.as('naima.secretary');
  province = await house.as('driss.province');
  agent = await house.as('mustapha.field');
});
afterAll(() => house.close());

const inDays = (days: number) => toIsoDate(addDays(today(house.house.clock), days));
const question = 'كم غرفة في البيت؟ ومن يسكنه؟';

async function sitOn(file: string, outcome: Outcome, reason: ReasonCode): Promise<string> {
  const sitting = await schedule(house, [file]);
  await openRoom(house, sitting);
  const enquiry = { question, points: ['dwelling' as const, 'persons' as const], dueOn: inDays(5) };
  const ruling = { ...aRuling(file, outcome, reason), ...(outcome === 'enquiry' ? { enquiry } : {}) };
  expectDone(await house.do(secretary, recordDecisions, { sitting, rulings: [ruling] }), 'record-decisions');
  expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  await signOnPaper(house, sitting);
  return sitting;
}

async function firstOnNextAgenda() {
  const { territory } = await fileOf(house, file);
  const { sitting } = expectDone(await house.do(secretary, conveneSitting, { territory, heldOn: inDays(9) }), 'convene-sitting');
  const { files } = expectDone(await house.ask(secretary, agendaProposal, { sitting }), 'agenda-proposal');
  return files[0];
}

const latest = () => house.owner.kysely.transaction().execute((tx) => latestDecisions(tx, [file]));

let file = '';

test('a file that is adjourned, enquired into and given back comes first each time, and is released once', async () => {
  const [older = '', ours = ''] = await checkRequests(house, aFamily(), aFamily());
  await house.owner.pool.query('update applications.application set filed_on = $2 where id = $1', [older, inDays(-90)]);
  file = ours;

  await sitOn(file, 'adjourned', 'papers-awaited');
  expect(await firstOnNextAgenda()).toMatchObject({ application: file, why: 'adjourned', note: 'papers-awaited' });

  await sitOn(file, 'enquiry', 'living-conditions-to-see');
  expect((await fileOf(house, file)).state).toBe('enquiry');
  const { enquiries: queue } = expectDone(await house.ask(agent, enquiries, { application: file }), 'enquiries');
  expect(queue).toMatchObject([{ question, points: ['dwelling', 'persons'], dueOn: inDays(5), sitting: expect.any(String) }]);
  const findings = queue[0]?.points.map((point) => ({ point, found: 'as-declared' as const })) ?? [];
  const answer = { findings, met: 'رب الأسرة', visitedOn: inDays(0), words: 'كما صرح به.' };
  expectDone(await house.do(agent, answerEnquiry, { enquiry: queue[0]?.id ?? '', ...answer }), 'answer-enquiry');
  const answered = {
    application: file,
    why: 'answered',
    note: question,
    answer: answer.words,
    isConcordant: false,
    discordances: ['adjourned-before'],
  };
  expect(await firstOnNextAgenda()).toMatchObject(answered);

  const first = await sitOn(file, 'refused', 'household-not-as-declared');
  expect(await fileOf(house, file)).toMatchObject({ state: 'decided', outcome: 'refused' });
  const words = 'جواب البحث يخالف هذا القرار.';
  const back = { sitting: first, applications: [file], reason: 'reason-unclear' as const, words };
  expectDone(await house.do(province, returnFiles, back), 'return-files');
  expect(await firstOnNextAgenda()).toMatchObject({ application: file, why: 'returned', note: words });

  const second = await sitOn(file, 'poor', 'as-scored');
  expectDone(await house.do(province, validateSittings, { sittings: [first] }), 'validate the first');
  expect((await fileOf(house, file)).state).toBe('decided');
  expect(await latest()).toMatchObject([{ outcome: 'poor', isValidated: false }]);
  const released = expectDone(await house.do(province, validateSittings, { sittings: [second] }), 'validate the second');
  expect(released).toEqual({ sittings: 1, admitted: 1, refused: 0 });
  expect(await fileOf(house, file)).toMatchObject({ state: 'validated', outcome: 'poor' });
  expect(await latest()).toMatchObject([{ outcome: 'poor', isValidated: true }]);
  const { rows } = await house.owner.pool.query('select outcome from commissions.decision where application_id = $1', [file]);
  expect(rows.map((row) => row.outcome).sort()).toEqual(['adjourned', 'enquiry', 'poor', 'refused']);
});
