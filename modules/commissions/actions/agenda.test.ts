import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { addDays, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { agendaProposal } from '../queries/agenda-proposal.ts';
import { agendaOfSitting } from '../queries/sittings.ts';
import { sittingsCalendar } from '../queries/sittings-calendar.ts';
import { conveneSitting } from './convene-sitting.ts';
import { freezeAgenda } from './freeze-agenda.ts';

const COMMUNE = '05.081.03.07';

let house: TestHouse;
let secretary: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  secretary = await house.as('naima.secretary');
});
afterAll(() => house.close());

const inDays = (days: number) => toIsoDate(addDays(today(house.house.clock), days));

async function called(about: { heldOn?: string; startsAt?: string; territory?: string } = {}): Promise<string> {
  const input = { territory: COMMUNE, heldOn: inDays(7), ...about };
  return expectDone(await house.do(secretary, conveneSitting, input), 'convene-sitting').sitting;
}

async function filedAgo(application: string, days: number): Promise<void> {
  await house.owner.pool.query('update applications.application set filed_on = $2 where id = $1', [application, inDays(-days)]);
}

describe('the calendar', () => {
  test('a sitting has its day, its hour and its place, and none of its commission at the same hour', async () => {
    const place = { placeFr: 'Siège du caïdat', placeAr: 'مقر القيادة' };
    const input = { territory: COMMUNE, heldOn: inDays(20), startsAt: '09:30', ...place };
    const { sitting } = expectDone(await house.do(secretary, conveneSitting, input), 'convene-sitting');
    await expectRefused(house, conveneSitting, { by: secretary, input, as: 'already-called' });
    await called({ heldOn: inDays(20), startsAt: '14:30' });
    await called({ heldOn: inDays(20), startsAt: '09:30', territory: '05.081.01.03' });
    const asked = { from: inDays(20), to: inDays(20) };
    const { sittings } = expectDone(await house.ask(secretary, sittingsCalendar, asked), 'calendar');
    expect(sittings.map(({ territory, startsAt }) => `${territory} ${startsAt}`)).toEqual(
      expect.arrayContaining([`${COMMUNE} 09:30`, `${COMMUNE} 14:30`, '05.081.01.03 09:30']),
    );
    expect(sittings.find(({ id }) => id === sitting)).toMatchObject({ ...place, state: 'convened', kind: 'cpl', files: 0 });
  });

  test('two secretaries who call it at once for one hour call it once', async () => {
    const input = { territory: COMMUNE, heldOn: inDays(21), startsAt: '10:00' };
    const outcomes = await Promise.all([1, 2, 3].map(() => house.do(secretary, conveneSitting, input)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('the provincial commission is not called by the secretary of a local one', () =>
    expectRefused(house, conveneSitting, {
      by: secretary,
      input: { territory: '05.081', kind: 'cpp', heldOn: inDays(20) },
      as: 'not-allowed',
    }));

  test('it tells which commissions have files waiting, and by when they are to sit', async () => {
    const territory = '05.081.01.03';
    await checkRequests(house, aFamily('vulnerable'));
    const { commissions, perMonth } = expectDone(await house.ask(secretary, sittingsCalendar, {}), 'calendar');
    expect(perMonth).toBe(2);
    expect(commissions.find((one) => one.territory === territory)).toMatchObject({ ready: 1, nextHeld: inDays(20) });
    const neighbour = aPost('commission-secretary', '05.091');
    const theirs = expectDone(await house.ask(neighbour, sittingsCalendar, {}), 'calendar');
    expect([...theirs.sittings, ...theirs.commissions]).toEqual([]);
  });
});

describe('the agenda', () => {
  test('is proposed late files first, then concordant ones by age, then the others, each with why', async () => {
    const [young = '', old = '', late = '', doubted = ''] = await checkRequests(
      house,
      aFamily(),
      aFamily(),
      aFamily(),
      aFamily(),
    );
    await filedAgo(young, 3);
    await filedAgo(old, 20);
    await filedAgo(late, 70);
    await filedAgo(doubted, 25);
    await sharePhone(doubted);
    const sitting = await called();
    const proposal = expectDone(await house.ask(secretary, agendaProposal, { sitting }), 'agenda-proposal');
    expect(proposal).toMatchObject({ capacity: 100, ready: 5 });
    const ours = proposal.files.filter(({ application }) => [young, old, late, doubted].includes(application));
    expect(ours.map(({ application, why }) => [application, why])).toEqual([
      [late, 'late'],
      [old, 'concordant'],
      [young, 'concordant'],
      [doubted, 'age'],
    ]);
    expect(ours[0]).toMatchObject({ days: 70, clock: 'late', isConcordant: true });
    expect(ours[0]?.stood?.state).toEqual(expect.any(String));
    expect(ours[3]).toMatchObject({ discordances: ['looks-like-another'], isConcordant: false });
    const short = expectDone(await house.ask(secretary, agendaProposal, { sitting, limit: 2 }), 'agenda-proposal');
    expect(short.files.map(({ application }) => application)).toEqual([late, old]);
  });

  test('is fixed in the order the secretary chose, with what each ruling will rest on', async () => {
    const [first = '', second = '', left = ''] = await checkRequests(house, aFamily(), aFamily(), aFamily());
    for (const file of [first, second]) await filedAgo(file, 3);
    const sitting = await called();
    expectDone(await house.do(secretary, freezeAgenda, { sitting, applications: [second, first] }), 'freeze-agenda');
    const { rows } = await house.owner.pool.query(
      `select i.application_id, i.position, i.concordant, i.why, i.version, i.declaration_digest = a.declaration_digest as declared,
         i.formula, i.result_digest = s.result_digest as scored
       from commissions.agenda_item i join applications.application a on a.id = i.application_id
       join applications.assessment s on s.application_id = a.id where i.sitting_id = $1 order by i.position`,
      [sitting],
    );
    const basis = { concordant: true, why: 'concordant', version: 1, declared: true, formula: 'ramed-2008', scored: true };
    expect(rows).toEqual([
      { application_id: second, position: 1, ...basis },
      { application_id: first, position: 2, ...basis },
    ]);
    const member = await house.as('leila.health');
    const { files } = expectDone(await house.ask(member, agendaOfSitting, { sitting }), 'agenda');
    expect(files.map(({ application }) => application)).toEqual([second, first]);
    const again = await called();
    expect(await proposedOf(again)).toContain(left);
    expect(await proposedOf(again)).not.toContain(first);
  });

  test('names the file that is not ready, and takes no more than the law lets a sitting take', async () => {
    const [ready = '', taken = ''] = await checkRequests(house, aFamily(), aFamily());
    expectDone(await house.do(secretary, freezeAgenda, { sitting: await called(), applications: [taken] }), 'freeze-agenda');
    const sitting = await called();
    const refused = await house.do(secretary, freezeAgenda, { sitting, applications: [ready, taken] });
    const facts = { application: taken, number: expect.stringMatching(/^\d{12}$/) };
    expect(refused).toMatchObject({ ok: false, refusal: { refused: 'file-not-ready', place: 'applications[1]', facts } });
    const many = { sitting, applications: Array.from({ length: 101 }, () => newId()) };
    await expectRefused(house, freezeAgenda, { by: secretary, input: many, as: 'agenda-too-full' });
  });

  test('two sittings that take the same file at once do not both have it', async () => {
    const [file = ''] = await checkRequests(house, aFamily());
    const sittings = [await called(), await called()];
    const taking = sittings.map((sitting) => house.do(secretary, freezeAgenda, { sitting, applications: [file] }));
    expect((await Promise.all(taking)).filter(({ ok }) => ok)).toHaveLength(1);
  });
});

async function proposedOf(sitting: string): Promise<string[]> {
  const { files } = expectDone(await house.ask(secretary, agendaProposal, { sitting }), 'agenda-proposal');
  return files.map(({ application }) => application);
}

/** Gives a file the telephone of another family that has an open request. */
async function sharePhone(application: string): Promise<void> {
  const [other = ''] = await checkRequests(house, aFamily());
  await filedAgo(other, 1);
  for (const id of [application, other])
    await house.owner.pool.query(
      `insert into applications.contact (application_id, territory, language, phone, wants_notices, changed_at)
       select id, territory, 'ar', '+212600000077', false, now() from applications.application where id = $1
       on conflict (application_id) do update set phone = excluded.phone`,
      [id],
    );
}
