import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { addDays, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, fileOf, fileRequests } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { enquiries } from '../queries/enquiries.ts';
import { answerEnquiry } from './answer-enquiry.ts';
import { askEnquiry } from './ask-enquiry.ts';

const question = 'من يسكن في هذا البيت، وكم من رأس ماشية يملكون؟';
const points = ['dwelling', 'land-and-livestock'] as const;

let house: TestHouse;
let secretary: Actor;
let agent: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  secretary = await house.as('naima.secretary');
  agent = await house.as('mustapha.field');
});
afterAll(() => house.close());

const inDays = (days: number) => toIsoDate(addDays(today(house.house.clock), days));

async function asked(): Promise<{ application: string; enquiry: string }> {
  const [application = ''] = await checkRequests(house, aFamily());
  expectDone(await house.do(secretary, askEnquiry, { application, question, points: [...points] }), 'ask-enquiry');
  return { application, enquiry: await openEnquiryOf(application) };
}

async function openEnquiryOf(application: string): Promise<string> {
  const { enquiries: found } = expectDone(await house.ask(agent, enquiries, { application }), 'enquiries');
  return found[0]?.id ?? '';
}

describe('asking for an enquiry', () => {
  test('a scored file goes to a field agent, with a question, points and the day of the law', async () => {
    const [application = ''] = await checkRequests(house, aFamily());
    const input = { application, question, points: [...points] };
    const otherInput = { ...input, question: 'ما هي مواردهم؟' };
    const { output, lines } = await expectProperDeed(house, askEnquiry, { by: secretary, input, otherInput });
    expect(output.dueOn).toBe(inDays(10));
    expect(lines.map((line) => line.subject)).toEqual([`application:${application}`, `application:${application}`]);
    expect((await fileOf(house, application)).state).toBe('enquiry');
    const { enquiries: found } = expectDone(await house.ask(agent, enquiries, { application }), 'enquiries');
    expect(found).toMatchObject([{ question, points: [...points], dueOn: output.dueOn, clock: 'normal', days: 0 }]);
    await expectRefused(house, askEnquiry, { by: secretary, input, as: 'file-not-scored' });
  });

  test('it is due neither in the past nor after the law lets it wait', async () => {
    const [application = ''] = await checkRequests(house, aFamily());
    const input = { application, question, points: [...points] };
    await expectRefused(house, askEnquiry, { by: secretary, input: { ...input, dueOn: inDays(-1) }, as: 'day-past' });
    await expectRefused(house, askEnquiry, { by: secretary, input: { ...input, dueOn: inDays(21) }, as: 'due-too-late' });
  });

  test('of a file that is not scored, or is of another province, nothing is asked', async () => {
    const [filed = ''] = await fileRequests(house, aFamily());
    const input = { application: filed, question, points: [...points] };
    await expectRefused(house, askEnquiry, { by: secretary, input, as: 'file-not-scored' });
    const [scored = ''] = await checkRequests(house, aFamily());
    const neighbour = aPost('commission-secretary', '05.091');
    await expectRefused(house, askEnquiry, { by: neighbour, input: { ...input, application: scored }, as: 'file-not-scored' });
    await expectRefused(house, askEnquiry, { by: agent, input: { ...input, application: scored }, as: 'not-allowed' });
  });
});

const findings = [
  { point: 'dwelling' as const, found: 'as-declared' as const },
  { point: 'land-and-livestock' as const, found: 'not-as-declared' as const, words: 'عشرون رأس غنم بدل خمسة' },
];
const told = () => ({ findings, met: 'رب الأسرة', visitedOn: inDays(0), words: 'البيت كما صرح به، والماشية أكثر.' });

describe('answering an enquiry', () => {
  test('the file goes back to the secretary with what was found', async () => {
    const { application, enquiry } = await asked();
    const input = { enquiry, ...told() };
    const otherInput = { ...input, met: 'الجار' };
    const { output, lines } = await expectProperDeed(house, answerEnquiry, { by: agent, input, otherInput });
    expect(output).toMatchObject({ application, isLate: false });
    expect(lines).toHaveLength(2);
    expect((await fileOf(house, application)).state).toBe('scored');
    const answered = { open: false, application };
    const { enquiries: found } = expectDone(await house.ask(secretary, enquiries, answered), 'enquiries');
    expect(found).toMatchObject([{ answer: { findings, met: 'رب الأسرة', words: input.words } }]);
    expect(await openEnquiryOf(application)).toBe('');
    await expectRefused(house, answerEnquiry, { by: agent, input, as: 'already-answered' });
  });

  test('each point is answered, on a day that can be', async () => {
    const { enquiry } = await asked();
    const half = { enquiry, ...told(), findings: findings.slice(1) };
    await expectRefused(house, answerEnquiry, { by: agent, input: half, as: 'points-missing' });
    const ahead = { enquiry, ...told(), visitedOn: inDays(1) };
    await expectRefused(house, answerEnquiry, { by: agent, input: ahead, as: 'visit-not-possible' });
  });

  test('only a field agent of the place answers', async () => {
    const { enquiry } = await asked();
    const input = { enquiry, ...told() };
    await expectRefused(house, answerEnquiry, { by: secretary, input, as: 'not-allowed' });
    const foreign = aPost('field-agent', '05.091');
    await expectRefused(house, answerEnquiry, { by: foreign, input, as: 'enquiry-not-found' });
    await expectRefused(house, answerEnquiry, { by: agent, input: { ...input, enquiry: newId() }, as: 'enquiry-not-found' });
  });

  test('the queue of a field agent begins with what is due first', async () => {
    const [first = '', second = ''] = await checkRequests(house, aFamily(), aFamily());
    const about = { question, points: [...points] };
    await house.do(secretary, askEnquiry, { ...about, application: first, dueOn: inDays(8) });
    await house.do(secretary, askEnquiry, { ...about, application: second, dueOn: inDays(2) });
    const { enquiries: queue } = expectDone(await house.ask(agent, enquiries, {}), 'enquiries');
    const order = queue.map(({ application }) => application).filter((id) => id === first || id === second);
    expect(order).toEqual([second, first]);
  });
});
