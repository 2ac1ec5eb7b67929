import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differencesOfRequest } from '#modules/verifications';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, fileOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { differencesToSettle } from '../queries/differences-to-settle.ts';
import { papersAsked } from '../queries/papers-asked.ts';
import { askTheCitizen } from './ask-the-citizen.ts';
import { complete } from './complete.ts';
import { correctRequest } from './correct-request.ts';
import { openChecking } from './open-checking.ts';
import { settleDifferences, settleSeveral } from './settle-differences.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const officer = aPost('verification-officer', '05.081');
const elsewhere = aPost('verification-officer', '05.091');
const counter = aPost('counter-agent', '05.081');

/** A discordant file whose head bears a magic card: 91 another name, 81 insured at the CNSS, 93 another birth date. */
async function discordant(magic: string): Promise<string> {
  const [file = ''] = await checkRequests(house, aFamily('poor', { magic }));
  expect((await fileOf(house, file)).state).toBe('discordant');
  return file;
}

const about = (partner: string, field: string, verdict: string) => ({ partner, ref: 1, field, verdict }) as never;
const samePerson = about('dgsn', 'names', 'same-person');
const settling = (application: string, judgements: never[], reason = 'paper-seen' as const) => ({
  application,
  judgements,
  reason,
});
const stateOf = async (file: string) => (await fileOf(house, file)).state;
const seenOf = async (application: string) =>
  expectDone(await house.ask(officer, differencesOfRequest, { application }), 'differences').differences;

test('found to be the same person, the file is scored at once and what was seen is kept with the reason', async () => {
  const file = await discordant('91');
  const input = { ...settling(file, [samePerson]), note: 'The marriage certificate bears both names.' };
  const { output, lines } = await expectProperDeed(house, settleDifferences, {
    by: officer,
    input,
    otherInput: settling(file, []),
  });
  expect(output).toMatchObject({ application: file, state: 'scored', askedAgain: [] });
  expect(lines.map(({ reason }) => reason)).toEqual(['dgsn names same-person: paper-seen', 'paper-seen', null]);
  const [seen] = await seenOf(file);
  expect(seen).toMatchObject({
    standing: 'settled',
    judged: { verdict: 'same-person', reason: 'paper-seen', note: input.note, by: officer.id },
  });
  await house.settle();
  expect(await stateOf(file)).toBe('scored');
});

test('a cover found to be of another person does not count, and the file is scored', async () => {
  const file = await discordant('81');
  const input = settling(file, [about('cnss', 'cover', 'not-the-same')], 'other-person' as never);
  expect(expectDone(await house.do(officer, settleDifferences, input), 'settle')).toMatchObject({
    state: 'scored',
    askedAgain: [],
  });
});

describe('a card found to be of another person', () => {
  test('has the register asked again, and the same answer stops the file again', async () => {
    const file = await discordant('91');
    const input = settling(file, [about('dgsn', 'names', 'not-the-same')]);
    expect(expectDone(await house.do(officer, settleDifferences, input), 'settle')).toMatchObject({
      state: 'checking',
      askedAgain: ['dgsn'],
    });
    await house.settle();
    expect(await stateOf(file)).toBe('discordant');
    expect((await seenOf(file))[0]?.standing).toBe('open');
    const { rows } = await sql`
      select partner, jsonb_array_length(differences) as parted from verifications.former_answer where request_id = ${file}`.execute(
      house.owner.kysely,
    );
    expect(rows).toEqual([{ partner: 'dgsn', parted: 1 }]);
  });

  test('and corrected, is asked about as corrected, judged or not, and the file goes on', async () => {
    const file = await discordant('91');
    await correctCard(file, 'ZZ900010');
    expect((await seenOf(file))[0]?.standing).toBe('corrected');
    const settled = expectDone(await house.do(officer, settleDifferences, settling(file, [])), 'settle');
    expect(settled).toMatchObject({ state: 'checking', askedAgain: ['cnops', 'cnss', 'dgsn'] });
    await house.settle();
    expect(await stateOf(file)).toBe('scored');
  });
});

/** Another national card of the head, by the deed that corrects. */
async function correctCard(file: string, card: string): Promise<void> {
  const { declaration } = await fileOf(house, file);
  const changes = [{ place: 'members[0].cnie', from: declaration.members[0]?.cnie, to: card }];
  const input = { application: file, changes, reason: 'The card was read wrong.' };
  expectDone(await house.do(counter, correctRequest, input as never), 'correct-request');
}

test('a file is settled whole, by who may, where it lies, while it is discordant', async () => {
  const file = await discordant('91');
  const input = settling(file, [samePerson]);
  await expectRefused(house, settleDifferences, { by: officer, input: settling(file, []), as: 'not-all-judged' });
  const stray = settling(file, [samePerson, about('cnss', 'cover', 'same-person')]);
  await expectRefused(house, settleDifferences, { by: officer, input: stray, as: 'no-such-difference' });
  await expectRefused(house, settleDifferences, { by: elsewhere, input, as: 'not-discordant' });
  await expectRefused(house, settleDifferences, { by: counter, input, as: 'not-allowed' });
  expectDone(await house.do(officer, settleDifferences, input), 'settle');
  await expectRefused(house, settleDifferences, { by: officer, input, as: 'not-discordant' });
});

test('several files are released with one reason, each told in the journal; what is no longer discordant is named', async () => {
  const [one, other, insured] = [await discordant('91'), await discordant('93'), await discordant('83')];
  const stranger = newId();
  const input = {
    applications: [one, other, insured, stranger],
    verdict: 'same-person' as const,
    reason: 'other-spelling' as const,
  };
  const otherInput = { ...input, reason: 'other' as const };
  const { output, lines } = await expectProperDeed(house, settleSeveral, { by: officer, input, otherInput });
  expect(output.settled.sort()).toEqual([one, other, insured].sort());
  expect(output).toMatchObject({ left: [stranger], askedAgain: [] });
  for (const file of [one, other, insured]) {
    expect(lines.filter(({ subject }) => subject === `application:${file}`).length).toBeGreaterThanOrEqual(2);
    expect(await stateOf(file)).toBe('scored');
  }
  await expectRefused(house, settleSeveral, { by: counter, input, as: 'not-allowed' });
});

test('several files found to be about others have the register asked again about each', async () => {
  const files = [await discordant('91'), await discordant('92')];
  const input = { applications: files, verdict: 'not-the-same' as const, reason: 'other-person' as const };
  expect(expectDone(await house.do(officer, settleSeveral, input), 'several').askedAgain.sort()).toEqual([...files].sort());
});

test('the family is asked, answers, and the officer judges with what it brought: it is not stopped twice', async () => {
  const file = await discordant('91');
  const question = 'Whose is the name on the card?';
  const input = { application: file, papers: ['applicant-identity' as const], question };
  const { lines } = await expectProperDeed(house, askTheCitizen, { by: officer, input, otherInput: { ...input, papers: [] } });
  expect(lines).toMatchObject([{ subject: `application:${file}`, reason: 'applicant-identity' }]);
  expect(await stateOf(file)).toBe('incomplete');
  const { asked } = expectDone(await house.ask(counter, papersAsked, { application: file }), 'asked');
  expect(asked).toMatchObject({ papers: ['applicant-identity'], note: question });
  expectDone(await house.do(counter, complete, { application: file }), 'complete');
  expectDone(await house.do(counter, openChecking, { applications: [file] }), 'open-checking');
  expect(await stateOf(file)).toBe('discordant');
  expectDone(await house.do(officer, settleDifferences, settling(file, [samePerson])), 'settle');
  expect(await stateOf(file)).toBe('scored');
});

test('a family whose answer was corrected at the counter is asked about as corrected, and goes on by itself', async () => {
  const file = await discordant('93');
  const input = { application: file, papers: [], question: 'Which day were you born?' };
  expectDone(await house.do(officer, askTheCitizen, input), 'ask');
  await correctCard(file, 'ZZ900110');
  expectDone(await house.do(counter, complete, { application: file }), 'complete');
  expectDone(await house.do(counter, openChecking, { applications: [file] }), 'open-checking');
  await house.settle();
  expect(await stateOf(file)).toBe('scored');
});

test('the family is asked by who may, where the file lies, while it is discordant', async () => {
  const file = await discordant('91');
  const input = { application: file, papers: [], question: 'Whose is this name?' };
  await expectRefused(house, askTheCitizen, { by: elsewhere, input, as: 'not-discordant' });
  await expectRefused(house, askTheCitizen, { by: counter, input, as: 'not-allowed' });
});

test('the desk lists discordant files alone, the longest waiting first, with differences laid out, a page at a time', async () => {
  const files = [await discordant('91'), await discordant('81')];
  const [settled = ''] = await checkRequests(house, aFamily());
  const first = expectDone(await house.ask(officer, differencesToSettle, { limit: 1 }), 'desk');
  expect(first).toMatchObject({ more: true, files: [{ differences: [{ standing: 'open' }] }] });
  const all = expectDone(await house.ask(officer, differencesToSettle, { limit: 100 }), 'desk').files;
  const last = first.files[0];
  const rest = await house.ask(officer, differencesToSettle, {
    limit: 100,
    after: { since: last?.since ?? '', id: last?.id ?? '' },
  });
  expect([...first.files, ...expectDone(rest, 'desk').files].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(files));
  expect(all.map(({ id }) => id)).not.toContain(settled);
  expect(all.map(({ since }) => since)).toEqual(all.map(({ since }) => since).sort());
  const named = all.find(({ id }) => id === files[0])?.differences[0];
  expect(named?.lines.map(({ script }) => script)).toEqual(['fr', 'ar']);
  const insured = all.find(({ id }) => id === files[1])?.differences[0];
  expect(insured?.cover).toMatchObject({ scheme: 'cnss', role: 'insured' });
  const alone = async (application: string) =>
    expectDone(await house.ask(officer, differencesToSettle, { application }), 'desk').files.map(({ id }) => id);
  expect([await alone(files[1] ?? ''), await alone(settled)]).toEqual([[files[1]], []]);
  expect(expectDone(await house.ask(elsewhere, differencesToSettle, {}), 'desk').files).toEqual([]);
});
