import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stoppedClock, systemClock } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { agentsOfJurisdiction, oneAgent, replacements } from '../queries/agents.ts';
import { holderOfRole } from '../queries/holder-of-role.ts';
import { CAST_PASSWORD } from '../testing/cast.ts';
import { deactivateAgent, reactivateAgent } from './close-account.ts';
import { endLoanOfPost, lendPostToAgent } from './lend-post.ts';
import { endAbsenceOfAgent, noteAbsenceOfAgent } from './note-absence.ts';
import { findSignedIn, signIn } from './sign-in.ts';

const start = systemClock.now();
const clock = stoppedClock(start.toString());
const day = (days: number) => start.toZonedDateTimeISO('Africa/Casablanca').toPlainDate().add({ days }).toString();
const reason = 'on leave';

let house: TestHouse;
let province: Actor;
let nation: Actor;
let counter: Actor;
let verifier: Actor;
let officer: Actor;
let secretary: Actor;

beforeAll(async () => {
  house = await openTestHouse({ clock });
  const logins = ['amina.admin', 'hicham.admin', 'hanane.azilal', 'rachid.verification', 'driss.province', 'naima.secretary'];
  const [a, b, c, d, e, f] = (await Promise.all(logins.map((login) => house.as(login)))) as [
    Actor,
    Actor,
    Actor,
    Actor,
    Actor,
    Actor,
  ];
  [province, nation, counter, verifier, officer, secretary] = [a, b, c, d, e, f];
});
beforeEach(async () => {
  clock.moveTo(start.toString());
  await house.owner.pool.query('delete from staff.absence; delete from staff.delegation');
});
afterAll(() => house.close());

const idOf = ({ id }: Actor) => id.slice('agent:'.length);
const postOf = ({ post }: Actor) => post ?? '';
const holder = async (role: string, territory: string) =>
  expectDone(await house.ask(nation, holderOfRole, { role, territory }), 'holder').holder;

async function enter(login: string, post?: string) {
  const outcome = await signIn(house.house, { login, password: CAST_PASSWORD, ...(post ? { post } : {}) });
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}

describe('an absence', () => {
  const away = () => ({ agent: idOf(verifier), from: day(0), until: day(2), replacedBy: idOf(counter), reason });

  test('sends the work to whoever replaces, who signs in at the post, and the journal says for whom', async () => {
    await expectProperDeed(house, noteAbsenceOfAgent, { by: province, input: away(), otherInput: { ...away(), until: day(3) } });
    expect(await holder('verification-officer', '05.081.01.01')).toMatchObject({
      agent: idOf(counter),
      acting_for: idOf(verifier),
    });
    const { token, posts } = await enter('hanane.azilal', postOf(verifier));
    expect(posts.map(({ how }) => how)).toEqual(['own', 'replaces']);
    const actor = (await findSignedIn(house.house, token))?.actor;
    expect(actor).toMatchObject({ id: counter.id, post: verifier.post, actingFor: verifier.id, scopes: ['05.081.'] });
    clock.moveTo(start.add({ hours: 72 }).toString());
    expect(await holder('verification-officer', '05.081.01.01')).toMatchObject({ agent: idOf(verifier) });
    await expect(enter('hanane.azilal', postOf(verifier))).rejects.toThrow('no-post');
  });

  test('without anybody to replace leaves the work to the next jurisdiction, and to nobody where there is none', async () => {
    expect(await holder('counter-agent', '05.081.01.01')).toMatchObject({ agent: idOf(counter) });
    const { replacedBy: _nobody, ...alone } = { ...away(), agent: idOf(counter) };
    expectDone(await house.do(province, noteAbsenceOfAgent, alone), 'absence');
    expect(await holder('counter-agent', '05.081.01.01')).toMatchObject({ territory: '' });
  });

  test('ends before its last day when the agent is back', async () => {
    const { absence } = expectDone(await house.do(province, noteAbsenceOfAgent, away()), 'absence');
    await expectProperDeed(house, endAbsenceOfAgent, {
      by: province,
      input: { absence },
      otherInput: { absence, lastDay: day(1) },
    });
    expect(await holder('verification-officer', '05.081.01.01')).toMatchObject({ agent: idOf(verifier) });
    await expectRefused(house, endAbsenceOfAgent, { by: province, input: { absence }, as: 'absence-over' });
  });

  test('is refused where it must be', async () => {
    const refused = (changes: object, as: string, by = province) =>
      expectRefused(house, noteAbsenceOfAgent, { by, input: { ...away(), ...changes }, as });
    await refused({ agent: newId() }, 'agent-unknown');
    await refused({ agent: idOf(nation) }, 'own-account', nation);
    await refused({ until: day(-1) }, 'days-reversed');
    await refused({ replacedBy: idOf(verifier) }, 'replacement-unknown');
    await refused({ replacedBy: newId() }, 'replacement-unknown');
    await refused({ replacedBy: idOf(nation) }, 'own-account', nation);
    await refused({ agent: idOf(officer), replacedBy: idOf(secretary) }, 'posts-kept-apart');
    await refused({}, 'not-allowed', counter);
    expectDone(await house.do(province, noteAbsenceOfAgent, away()), 'absence');
    await refused({ from: day(2), until: day(5) }, 'absent-already');
    await lent({ post: postOf(officer), to: idOf(verifier) });
    expectDone(await house.do(nation, deactivateAgent, { agent: idOf(counter), reason }), 'close');
    await refused({ from: day(9), until: day(9) }, 'replacement-unknown');
    expectDone(await house.do(nation, reactivateAgent, { agent: idOf(counter), reason }), 'open');
  });

  test('of an agent who holds a post elsewhere too is noted above', async () => {
    const post = [newId(), idOf(verifier), 'verification-officer', '09.001', day(-1)];
    await house.owner.pool.query('insert into staff.post values ($1, $2, $3, $4, $5)', post);
    await expectRefused(house, noteAbsenceOfAgent, { by: province, input: away(), as: 'agent-elsewhere' });
    const { absence } = expectDone(await house.do(nation, noteAbsenceOfAgent, away()), 'absence');
    const refused = (by: Actor, id: string, as: string) =>
      expectRefused(house, endAbsenceOfAgent, { by, input: { absence: id }, as });
    await refused(province, absence, 'agent-elsewhere');
    await refused(province, newId(), 'absence-unknown');
    await refused(counter, absence, 'not-allowed');
    await house.owner.pool.query('delete from staff.post where id = $1', [post[0]]);
    await house.owner.pool.query('update staff.absence set agent_id = $1', [idOf(nation)]);
    await refused(province, absence, 'absence-unknown');
    await refused(nation, absence, 'own-account');
  });
});

async function lent(changes: object = {}) {
  const input = { post: postOf(officer), to: idOf(verifier), from: day(0), until: day(4), reason, ...changes };
  return expectDone(await house.do(province, lendPostToAgent, input), 'lend').delegation;
}

describe('a post that is lent', () => {
  const input = () => ({ post: postOf(officer), to: idOf(verifier), from: day(0), until: day(4), reason });

  test('is acted at by another for some days, first of all; both books of the journal say so', async () => {
    const { lines } = await expectProperDeed(house, lendPostToAgent, {
      by: province,
      input: input(),
      otherInput: { ...input(), until: day(5) },
    });
    expect(lines.map((line) => line.subject).sort()).toEqual([officer.id, verifier.id].sort());
    expect(await holder('provincial-officer', '05.081')).toMatchObject({ agent: idOf(verifier), acting_for: idOf(officer) });
    const { token } = await enter('rachid.verification', postOf(officer));
    const actor = (await findSignedIn(house.house, token))?.actor as Actor;
    expect(actor.actingFor).toBe(officer.id);
    const last = `select post, acting_for from audit.entry where action = 'staff.sign-in' order by at desc, seq desc limit 1`;
    expect((await house.owner.pool.query(last)).rows).toEqual([{ post: officer.post, acting_for: officer.id }]);
  });

  test('goes back before its last day, and its session ends', async () => {
    const delegation = await lent();
    const { token } = await enter('rachid.verification', postOf(officer));
    await expectProperDeed(house, endLoanOfPost, {
      by: province,
      input: { delegation },
      otherInput: { delegation, lastDay: day(1) },
    });
    expect(await findSignedIn(house.house, token)).toBeUndefined();
    expect(await holder('provincial-officer', '05.081')).toMatchObject({ agent: idOf(officer) });
    await expectRefused(house, endLoanOfPost, { by: province, input: { delegation }, as: 'delegation-over' });
    await expectRefused(house, endLoanOfPost, { by: province, input: { delegation: newId() }, as: 'delegation-unknown' });
    await expectRefused(house, endLoanOfPost, { by: counter, input: { delegation }, as: 'not-allowed' });
  });

  test('is not lent where it must not be', async () => {
    const refused = (changes: object, as: string, by = province) =>
      expectRefused(house, lendPostToAgent, { by, input: { ...input(), ...changes }, as });
    await refused({ post: newId() }, 'post-unknown');
    await refused({ post: postOf(nation) }, 'post-unknown');
    await refused({ to: newId() }, 'agent-unknown');
    await refused({ to: idOf(officer) }, 'agent-unknown');
    await refused({ to: idOf(nation) }, 'own-account', nation);
    await refused({ from: day(3), until: day(2) }, 'days-reversed');
    await refused({ to: idOf(secretary) }, 'posts-kept-apart');
    await refused({}, 'not-allowed', counter);
    await lent();
    await refused({ from: day(4), until: day(6) }, 'post-lent-already');
  });
});

describe('an administrator sees', () => {
  test('the agents of the jurisdiction, by a part of the name in either script, by role, and page after page', async () => {
    const seen = async (by: Actor, asked: object) =>
      expectDone(await house.ask(by, agentsOfJurisdiction, asked), 'agents').agents.map(({ login }) => login);
    expect(await seen(province, { text: 'oubella' })).toEqual(['hanane.azilal']);
    expect(await seen(province, { text: 'أوبلا' })).toEqual(['hanane.azilal']);
    expect(await seen(province, { text: '%' })).toEqual([]);
    expect(await seen(province, { role: 'commission-secretary' })).toEqual(['naima.secretary']);
    expect(await seen(province, { text: 'benhaddou' })).toEqual([]);
    expect(await seen(nation, { text: 'benhaddou' })).toEqual(['said.benimellal']);
    const all = await seen(nation, { limit: 200 });
    expect(all.length).toBeGreaterThan(15);
    expect(await seen(nation, { limit: 200, afterLogin: all[4] })).toEqual(all.slice(5));
    expect(await house.ask(counter, agentsOfJurisdiction, {})).toMatchObject({ refusal: { refused: 'not-allowed' } });
  });

  test('one agent with posts, absences and loans, and nothing of who is elsewhere', async () => {
    await lent();
    const one = expectDone(await house.ask(province, oneAgent, { agent: idOf(officer) }), 'one');
    expect(one.agent).toMatchObject({ login: 'driss.province', secondFactor: false, posts: [{ role: 'provincial-officer' }] });
    expect(one.delegations).toMatchObject([{ to: { agent: idOf(verifier) }, holder: { agent: idOf(officer) } }]);
    const other = await house.as('said.benimellal');
    expect(expectDone(await house.ask(province, oneAgent, { agent: idOf(other) }), 'one').agent).toBeUndefined();
  });

  test('who replaces whom today and in the days to come', async () => {
    await lent();
    const away = { agent: idOf(counter), from: day(3), until: day(5), replacedBy: idOf(verifier), reason };
    expectDone(await house.do(province, noteAbsenceOfAgent, away), 'absence');
    const shown = expectDone(await house.ask(province, replacements, {}), 'replacements');
    expect(shown.today).toBe(day(0));
    expect(shown.absences).toMatchObject([{ agent: idOf(counter), replacedBy: { name: { fr: 'Rachid Amrani' } } }]);
    expect(shown.delegations).toHaveLength(1);
    const elsewhere = { ...nation, scopes: ['09.001.'] };
    expect(expectDone(await house.ask(elsewhere, replacements, {}), 'replacements')).toMatchObject({
      absences: [],
      delegations: [],
    });
  });
});
