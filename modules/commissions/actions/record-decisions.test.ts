import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { reprintMinutes } from '../../../surfaces/server/print/reprint-minutes.ts';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aRuling, checkRequests, everyMember, fileOf, openRoom, schedule } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { replayDecision } from '../queries/replay-decision.ts';
import { agendaOfSitting, decisionOnFile } from '../queries/sittings.ts';
import { declareConflict } from './declare-conflict.ts';
import { keepWrittenOpinion } from './keep-written-opinion.ts';
import { notePresence } from './note-presence.ts';
import { recordDecisions } from './record-decisions.ts';
import { sealSitting } from './seal-sitting.ts';
import { undoDecision } from './undo-decision.ts';

const COMMUNE = '05.081.03.07';

let house: TestHouse;
let secretary: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  secretary = await house.as('naima.secretary');
});
afterAll(() => house.close());

/** Poor files of Ait M'hamed before a commission that sits. */
async function sitting(files = 1) {
  const ids = await checkRequests(house, ...Array.from({ length: files }, () => aFamily('poor')));
  const id = await schedule(house, ids);
  await openRoom(house, id);
  return { sitting: id, files: ids, application: ids[0] ?? '' };
}

async function memberFor(institution: string): Promise<string> {
  const { rows } = await house.owner.pool.query(
    `select m.id from commissions.member m join commissions.commission c on c.id = m.commission_id
     where c.kind = 'cpl' and c.territory = $1 and m.institution = $2 and m.seat <> 'secretary'`,
    [COMMUNE, institution],
  );
  return rows[0].id;
}

const everyoneLeaves = async (id: string, ...institutions: string[]) => {
  const moves = await Promise.all(
    institutions.map(async (one) => ({ member: await memberFor(one), moved: 'left' as const, at: new Date().toISOString() })),
  );
  return expectDone(await house.do(secretary, notePresence, { sitting: id, moves }), 'note-presence');
};

describe('what the commission rules', () => {
  test('many files are ruled on in one deed, each with its own reason and its own line in the journal, and move when the minutes are sealed', async () => {
    const { sitting: id, files } = await sitting(3);
    const rulings = files.map((application) => aRuling(application));
    const input = { sitting: id, rulings };
    const otherInput = { sitting: id, rulings: rulings.slice(1) };
    const { output, lines } = await expectProperDeed(house, recordDecisions, { by: secretary, input, otherInput });
    expect(output).toMatchObject({ decided: 3, againstScore: 0, rulings: [{ sequence: 1 }, { sequence: 2 }, { sequence: 3 }] });
    expect(lines.map(({ subject, reason }) => ({ subject, reason }))).toEqual(
      files.map((file) => ({ subject: `application:${file}`, reason: 'as-scored' })),
    );
    expect((await fileOf(house, files[0] ?? '')).state).toBe('scheduled');
    expectDone(await house.do(secretary, sealSitting, { sitting: id }), 'seal-sitting');
    expect(await fileOf(house, files[0] ?? '')).toMatchObject({ state: 'decided', outcome: 'poor' });
  });

  test('a ruling that comes again, from a screen that had no answer, is the same ruling; another one on its file is refused', async () => {
    const { sitting: id, application } = await sitting();
    const ruling = aRuling(application);
    const first = expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings: [ruling] }), 'record-decisions');
    const again = expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings: [ruling] }), 'record-decisions');
    expect(again).toEqual(first);
    const others = [
      aRuling(application),
      { ...ruling, outcome: 'vulnerable' as const, reason: 'resources-understated' as const },
    ];
    for (const other of others)
      await expectRefused(house, recordDecisions, {
        by: secretary,
        input: { sitting: id, rulings: [other] },
        as: 'already-decided',
      });
    const twice = { sitting: id, rulings: [aRuling(application), aRuling(application)] };
    await expectRefused(house, recordDecisions, { by: secretary, input: twice, as: 'already-decided' });
  });

  test('the commission may decide against the score when a reason carries it', async () => {
    const { sitting: id, application } = await sitting();
    const remark = 'Owns the mill of the village.';
    const rulings = [{ ...aRuling(application, 'vulnerable', 'resources-understated'), remark }];
    const outcome = await house.do(secretary, recordDecisions, { sitting: id, rulings });
    expect(outcome).toMatchObject({
      ok: true,
      output: { againstScore: 1, rulings: [{ againstScore: true, needsSecond: false }] },
    });
    expectDone(await house.do(secretary, sealSitting, { sitting: id }), 'seal-sitting');
    expect(await house.ask(secretary, decisionOnFile, { application })).toMatchObject({
      output: { decision: { outcome: 'vulnerable', reasonCode: 'resources-understated', remark } },
    });
  });

  test.each([
    ['a decision against the score needs a reason of its own', 'vulnerable', 'as-scored', 'reason-needed-against-score'],
    ['a reason carries only the outcomes it is made for', 'poor', 'covered-elsewhere', 'reason-does-not-fit'],
    ['an adjournment is not a decision as scored', 'adjourned', 'as-scored', 'reason-does-not-fit'],
    ['an enquiry says what it is to find out', 'enquiry', 'living-conditions-to-see', 'enquiry-needed'],
  ] as const)('%s', async (_title, outcome, reason, as) => {
    const { sitting: id, application } = await sitting();
    const input = { sitting: id, rulings: [aRuling(application, outcome, reason)] };
    await expectRefused(house, recordDecisions, { by: secretary, input, as });
  });

  test('all are recorded or none: the first file that cannot be is named by its place', async () => {
    const { sitting: id, application } = await sitting();
    const rulings = [aRuling(application), aRuling(newId())];
    expect(await house.do(secretary, recordDecisions, { sitting: id, rulings })).toMatchObject({
      refusal: { refused: 'not-on-agenda', place: 'rulings[1].application' },
    });
    const { files } = expectDone(await house.ask(secretary, agendaOfSitting, { sitting: id }), 'agenda');
    expect(files).toMatchObject([{ decided: false }]);
  });

  test('an adjourned file comes back among the scored once the minutes are sealed, and another sitting takes it', async () => {
    const { sitting: id, application } = await sitting();
    const rulings = [aRuling(application, 'adjourned', 'papers-awaited')];
    expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings }), 'record-decisions');
    expectDone(await house.do(secretary, sealSitting, { sitting: id }), 'seal-sitting');
    expect((await fileOf(house, application)).state).toBe('scored');
    await schedule(house, [application]);
    expect((await fileOf(house, application)).state).toBe('scheduled');
  });

  test('a commission that does not sit, or is not there, rules on nothing', async () => {
    const files = await checkRequests(house, aFamily());
    const frozen = await schedule(house, files);
    const input = { sitting: frozen, rulings: [aRuling(files[0] ?? '')] };
    await expectRefused(house, recordDecisions, { by: secretary, input, as: 'sitting-not-open' });
    const neighbour = aPost('commission-secretary', '05.091');
    await expectRefused(house, recordDecisions, { by: neighbour, input, as: 'sitting-not-found' });
    for (const login of ['omar.interior', 'samira.appeals'])
      await expectRefused(house, recordDecisions, { by: await house.as(login), input, as: 'not-allowed' });
  });
});

describe('taking a ruling back', () => {
  test('it stays in the books, and the file is ruled on again', async () => {
    const { sitting: id, application } = await sitting();
    const ruling = aRuling(application);
    expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings: [ruling] }), 'record-decisions');
    const input = { sitting: id, ruling: ruling.id };
    const deed = { by: secretary, input, otherInput: { sitting: id, ruling: newId() } };
    const { lines } = await expectProperDeed(house, undoDecision, deed);
    expect(lines).toMatchObject([{ subject: `application:${application}` }]);
    await expectRefused(house, undoDecision, { by: secretary, input, as: 'not-withdrawable' });
    const again = aRuling(application, 'vulnerable', 'resources-understated');
    expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings: [again] }), 'record-decisions');
    expectDone(await house.do(secretary, sealSitting, { sitting: id }), 'seal-sitting');
    expect((await fileOf(house, application)).outcome).toBe('vulnerable');
    const { rows } = await house.owner.pool.query(
      'select id, withdrawn_by from commissions.ruling where sitting_id = $1 order by sequence',
      [id],
    );
    expect(rows).toEqual([
      { id: ruling.id, withdrawn_by: secretary.id },
      { id: again.id, withdrawn_by: null },
    ]);
    await expectRefused(house, undoDecision, { by: secretary, input: { sitting: id, ruling: again.id }, as: 'sitting-not-open' });
  });

  test('nobody else takes it back', async () => {
    const { sitting: id, application } = await sitting();
    const ruling = aRuling(application);
    expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings: [ruling] }), 'record-decisions');
    const input = { sitting: id, ruling: ruling.id };
    const neighbour = aPost('commission-secretary', '05.091');
    await expectRefused(house, undoDecision, { by: neighbour, input, as: 'sitting-not-found' });
    await expectRefused(house, undoDecision, { by: await house.as('driss.province'), input, as: 'not-allowed' });
  });
});

describe('who sits', () => {
  test('the quorum falls when members leave, and comes back with one', async () => {
    const { sitting: id, application } = await sitting();
    const at = new Date().toISOString();
    const left = { sitting: id, moves: [{ member: await memberFor('health'), moved: 'left' as const, at }] };
    const { output, lines } = await expectProperDeed(house, notePresence, {
      by: secretary,
      input: left,
      otherInput: { ...left, sitting: newId() },
    });
    expect(output).toMatchObject({ present: 4, needed: 3, reached: true, absent: ['health'] });
    expect(lines).toMatchObject([{ subject: `sitting:${id}` }]);
    expect(await everyoneLeaves(id, 'finance', 'interior')).toMatchObject({ present: 2, reached: false });
    expect(await house.do(secretary, recordDecisions, { sitting: id, rulings: [aRuling(application)] })).toMatchObject({
      refusal: { refused: 'quorum-lost', facts: { present: 2, needed: 3, absent: 'interior,health,finance' } },
    });
    const back = [{ member: await memberFor('interior'), moved: 'arrived' as const, at: new Date().toISOString() }];
    expect(expectDone(await house.do(secretary, notePresence, { sitting: id, moves: back }), 'back')).toMatchObject({
      present: 3,
      reached: true,
    });
    expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings: [aRuling(application)] }), 'record-decisions');
  });

  test('minutes are not sealed over a ruling that, as is learnt later, was made without a quorum', async () => {
    const { sitting: id, application } = await sitting();
    const leftAt = new Date().toISOString();
    const ruling = aRuling(application);
    expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings: [ruling] }), 'record-decisions');
    const moves = await Promise.all(
      ['health', 'finance', 'interior'].map(async (one) => ({
        member: await memberFor(one),
        moved: 'left' as const,
        at: leftAt,
      })),
    );
    expectDone(await house.do(secretary, notePresence, { sitting: id, moves }), 'note-presence');
    await expectRefused(house, sealSitting, { by: secretary, input: { sitting: id }, as: 'quorum-lost' });
  });

  test('a quorum that falls for good holds no other family: what is left is adjourned for want of it, and the minutes are sealed', async () => {
    const { sitting: id, files } = await sitting(2);
    const [decided = '', left = ''] = files;
    const wanting = { ...aRuling(left, 'adjourned', 'quorum-lacking') };
    const rule = (ruling: ReturnType<typeof aRuling>) => ({ sitting: id, rulings: [ruling] });
    await expectRefused(house, recordDecisions, { by: secretary, input: rule(wanting), as: 'reason-does-not-fit' });
    expectDone(await house.do(secretary, recordDecisions, rule(aRuling(decided))), 'record-decisions');
    await everyoneLeaves(id, 'health', 'finance', 'interior', 'entraide_nationale', 'local_authority');
    const at = { ruledAt: new Date().toISOString() };
    const awaited = { ...aRuling(left, 'adjourned', 'papers-awaited'), ...at };
    await expectRefused(house, recordDecisions, { by: secretary, input: rule(awaited), as: 'quorum-lost' });
    expectDone(await house.do(secretary, recordDecisions, rule({ ...wanting, ...at })), 'record-decisions');
    expectDone(await house.do(secretary, sealSitting, { sitting: id }), 'seal-sitting');
    expect([(await fileOf(house, decided)).state, (await fileOf(house, left)).state]).toEqual(['decided', 'scored']);
    const { number } = await fileOf(house, left);
    const replaying = replayDecision({ reprint: reprintMinutes });
    const { found } = expectDone(await house.ask(await house.as('fatima.auditor'), replaying, { number }), 'replay-decision');
    const proofs = found?.decisions.flatMap((one) => one.proofs) ?? [];
    expect(proofs.find(({ proof }) => proof === 'quorum')).toMatchObject({ verdict: 'equal' });
    expect(proofs.filter(({ verdict }) => verdict === 'different')).toEqual([]);
  });

  test('only members of this commission, with a mandate in force, come in; anyone there may leave', async () => {
    const { sitting: id } = await sitting();
    const at = new Date().toISOString();
    const input = (member: string, moved: 'arrived' | 'left') => ({ sitting: id, moves: [{ member, moved, at }] });
    const [elsewhere = ''] = await everyMember(house, '05.081.01.03');
    await expectRefused(house, notePresence, { by: secretary, input: input(elsewhere, 'arrived'), as: 'member-unknown' });
    const health = await memberFor('health');
    expectDone(await house.do(secretary, notePresence, input(health, 'left')), 'note-presence');
    await house.owner.pool.query('update commissions.member set held_to = held_from - 1 where id = $1', [health]);
    await expectRefused(house, notePresence, { by: secretary, input: input(health, 'arrived'), as: 'mandate-over' });
    await house.owner.pool.query('update commissions.member set held_to = null where id = $1', [health]);
    await expectRefused(house, notePresence, {
      by: aPost('commission-secretary', '05.091'),
      input: input(health, 'left'),
      as: 'sitting-not-found',
    });
    await expectRefused(house, notePresence, {
      by: await house.as('omar.interior'),
      input: input(health, 'left'),
      as: 'not-allowed',
    });
    const waiting = await schedule(house, await checkRequests(house, aFamily()));
    await expectRefused(house, notePresence, {
      by: secretary,
      input: { ...input(health, 'left'), sitting: waiting },
      as: 'sitting-not-open',
    });
  });

  test('a member with a conflict of interest is out of one file, and does not count for its quorum', async () => {
    const { sitting: id, files } = await sitting(2);
    const [one = '', other = ''] = files;
    const input = { sitting: id, application: one, member: await memberFor('interior'), words: 'A neighbour.' };
    const { lines } = await expectProperDeed(house, declareConflict, {
      by: secretary,
      input,
      otherInput: { ...input, application: other },
    });
    expect(lines).toMatchObject([{ subject: `application:${one}` }]);
    await everyoneLeaves(id, 'health', 'finance');
    const rule = (application: string) => ({ sitting: id, rulings: [aRuling(application)] });
    await expectRefused(house, recordDecisions, { by: secretary, input: rule(one), as: 'quorum-lost' });
    expectDone(await house.do(secretary, recordDecisions, rule(other)), 'record-decisions');
    await expectRefused(house, declareConflict, {
      by: secretary,
      input: { ...input, application: other },
      as: 'already-decided',
    });
    await expectRefused(house, declareConflict, {
      by: secretary,
      input: { ...input, application: newId() },
      as: 'not-on-agenda',
    });
    await expectRefused(house, declareConflict, { by: secretary, input: { ...input, member: newId() }, as: 'member-unknown' });
    await expectRefused(house, declareConflict, {
      by: secretary,
      input: { ...input, sitting: newId() },
      as: 'sitting-not-found',
    });
    await expectRefused(house, declareConflict, { by: await house.as('omar.interior'), input, as: 'not-allowed' });
  });

  test('nobody rules on the own household: the card found in it takes the member out, and the secretary too', async () => {
    const ids = await checkRequests(house, aFamily('poor'), aFamily('poor'));
    const [own = '', other = ''] = ids;
    const card = (await fileOf(house, own)).declaration.members[0]?.cnie ?? '';
    const id = await schedule(house, ids);
    const carded = async (member: string, cnie: string | null) =>
      house.owner.pool.query('update commissions.member set cnie = $2 where id = $1', [member, cnie]);
    await carded(await memberFor('interior'), card);
    await openRoom(house, id);
    await everyoneLeaves(id, 'health', 'finance');
    const rule = (application: string) => ({ sitting: id, rulings: [aRuling(application)] });
    await expectRefused(house, recordDecisions, { by: secretary, input: rule(own), as: 'quorum-lost' });
    expectDone(await house.do(secretary, recordDecisions, rule(other)), 'record-decisions');
    await carded(await memberFor('interior'), null);
    const { rows } = await house.owner.pool.query('select id from commissions.member where agent_id = $1 limit 1', [
      secretary.id.slice(6),
    ]);
    await carded(rows[0].id, card);
    await expectRefused(house, recordDecisions, { by: secretary, input: rule(own), as: 'own-family' });
    await carded(rows[0].id, null);
  });
});

describe('opinions that differ', () => {
  const opinion = async (
    institution: 'interior' | 'health' | 'finance' | 'entraide_nationale',
    outcome: 'poor' | 'vulnerable',
  ) => ({
    institution,
    member: await memberFor(institution),
    outcome,
  });

  test('make one outcome by the published rule, which is kept with them', async () => {
    const { sitting: id, application } = await sitting();
    const opinions = [await opinion('health', 'vulnerable'), await opinion('finance', 'vulnerable')];
    expectDone(
      await house.do(secretary, recordDecisions, { sitting: id, rulings: [{ ...aRuling(application), opinions }] }),
      'record',
    );
    const { rows } = await house.owner.pool.query('select combined_by, opinions from commissions.ruling where sitting_id = $1', [
      id,
    ]);
    expect(rows).toMatchObject([{ combined_by: 'majority', opinions }]);
  });

  test('another outcome than the rule gives is refused, and so is an opinion of nobody present', async () => {
    const { sitting: id, application } = await sitting();
    const differing = await Promise.all((['interior', 'health', 'finance'] as const).map((one) => opinion(one, 'vulnerable')));
    const input = { sitting: id, rulings: [{ ...aRuling(application), opinions: differing }] };
    await expectRefused(house, recordDecisions, { by: secretary, input, as: 'opinions-not-combined' });
    await everyoneLeaves(id, 'health');
    const ofAbsent = { sitting: id, rulings: [{ ...aRuling(application), opinions: [await opinion('health', 'vulnerable')] }] };
    await expectRefused(house, recordDecisions, { by: secretary, input: ofAbsent, as: 'not-in-the-room' });
  });

  test('what an absent institution wrote is kept once, read and not counted', async () => {
    const { sitting: id, application } = await sitting();
    const today = new Date().toISOString().slice(0, 10);
    const input = {
      sitting: id,
      application,
      institution: 'health' as const,
      outcome: 'refused' as const,
      words: 'Owns a clinic.',
      receivedOn: '2026-01-02',
    };
    const { lines } = await expectProperDeed(house, keepWrittenOpinion, {
      by: secretary,
      input,
      otherInput: { ...input, words: 'Else.' },
    });
    expect(lines).toMatchObject([{ subject: `application:${application}` }]);
    const refused = (change: object, as: string) =>
      expectRefused(house, keepWrittenOpinion, { by: secretary, input: { ...input, ...change }, as });
    await refused({}, 'opinion-kept');
    await refused({ application: newId() }, 'not-on-agenda');
    await refused({ receivedOn: `${Number(today.slice(0, 4)) + 2}-01-01` }, 'day-not-yet');
    await refused({ sitting: newId() }, 'sitting-not-found');
    await expectRefused(house, keepWrittenOpinion, { by: await house.as('omar.interior'), input, as: 'not-allowed' });
    expectDone(await house.do(secretary, recordDecisions, { sitting: id, rulings: [aRuling(application)] }), 'record');
    expectDone(await house.do(secretary, sealSitting, { sitting: id }), 'seal-sitting');
    await refused({ institution: 'finance' }, 'sitting-not-open');
  });
});
