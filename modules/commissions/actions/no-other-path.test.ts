import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAST_PASSWORD } from '#modules/staff';
import { digestOf, type Json } from '#platform/canonical-json';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { contestAdmitted, openHearing, PROVINCE, rulingOf } from '../../../surfaces/testing/appeals-road.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aRuling, aScan, checkRequests, fileOf, openRoom, schedule, signOnPaper } from '../../../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../../surfaces/testing/served-house.ts';

// Whatever is sent to the interface by whomever, nobody decides otherwise than the commission sits: each attempt is refused by its name, and the books
// are what they were.

let served: ServedHouse;
const tokens = new Map<string, string>();

beforeAll(async () => {
  served = await openServedHouse();
  const logins = ['naima.secretary', 'omar.interior', 'leila.health', 'driss.province', 'samira.appeals', 'hanane.azilal'];
  for (const login of logins) await signIn(login);
  await givePost('salma.anam', 'commission-secretary', '05.091');
  await givePost('naima.secretary', 'appeals-secretary', PROVINCE);
  await signIn('salma.anam', 'commission-secretary');
  await signIn('naima.secretary', 'appeals-secretary');
}, 120_000);
afterAll(() => served?.close());

async function givePost(login: string, role: string, territory: string): Promise<void> {
  await sql`insert into staff.post (id, agent_id, role, territory, held_from)
    select ${newId()}::uuid, id, ${role}, ${territory}, '2026-01-01'::date from staff.agent where login = ${login}`.execute(
    served.owner.kysely,
  );
}

async function signIn(login: string, role?: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select p.id from staff.post p join staff.agent a on a.id = p.agent_id
    where a.login = ${login} and p.role = ${role ?? ''}`.execute(served.owner.kysely);
  const [post] = rows;
  const payload = { login, password: CAST_PASSWORD, ...(post ? { post: post.id } : {}) };
  const answer = await served.app.inject({ method: 'POST', url: '/api/sign-in', payload });
  tokens.set(role ? `${login} as ${role}` : login, answer.json<{ token: string }>().token);
}

async function send(who: string, deed: string, body: object, key = newId()) {
  const headers = { authorization: `Bearer ${tokens.get(who)}`, 'idempotency-key': key };
  const answer = await served.app.inject({ method: 'POST', url: `/api/actions/${deed}`, headers, payload: body });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}

async function done(who: string, deed: string, body: object, key = newId()) {
  const answer = await send(who, deed, body, key);
  expect(answer, `${deed} by ${who}`).toMatchObject({ status: 200 });
  return answer.body;
}

/** Sent, refused by this name, and not a line of the books is another. */
async function refused(who: string, deed: string, body: object, as: string, key = newId()): Promise<void> {
  const before = await books();
  expect((await send(who, deed, body, key)).body, `${deed} by ${who}`).toMatchObject({ refused: as });
  expect(await books(), `${deed} by ${who} left something behind`).toEqual(before);
}

const tables = [
  'commission',
  'member',
  'sitting',
  'presence',
  'agenda_item',
  'recusal',
  'written_opinion',
  'ruling',
  'decision',
  'signature',
  'signed_paper',
];
const others = ['enquiry', 'returned', 'looked', 'appeal', 'appeal_item', 'appeal_decision'];
const kept = [...tables, ...others].map((name) => `commissions.${name}`);

/** A digest of each table in which anything of a decision is written down. */
async function books(): Promise<Record<string, string>> {
  const names = [...kept, 'applications.application', 'platform.event', 'audit.entry'];
  const found: Record<string, string> = {};
  for (const name of names) {
    const { rows } = await served.owner.pool.query(
      `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as all from ${name} t`,
    );
    found[name] = digestOf(rows[0].all as Json);
  }
  return found;
}

async function sitting(files: number, isOpen = true) {
  const ids = await checkRequests(served, ...Array.from({ length: files }, () => aFamily('poor')));
  const id = await schedule(served, ids);
  if (isOpen) await openRoom(served, id);
  return { sitting: id, files: ids, application: ids[0] ?? '' };
}

async function memberOf(login: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select m.id from commissions.member m join staff.agent a on a.id = m.agent_id
    join commissions.commission c on c.id = m.commission_id
    where a.login = ${login} and c.kind = 'cpl' and c.territory = '05.081.03.07'`.execute(served.owner.kysely);
  return rows[0]?.id ?? '';
}

const record = 'commissions.record-decisions';
const naima = 'naima.secretary';
const againstScore = (application: string) => aRuling(application, 'vulnerable', 'resources-understated');

describe('nobody decides', () => {
  test('outside the own commission, beside the secretary, or before the commission sits', async () => {
    const { sitting: id, application } = await sitting(1, false);
    const body = { sitting: id, rulings: [aRuling(application)] };
    await refused('salma.anam as commission-secretary', record, body, 'sitting-not-found');
    for (const login of ['omar.interior', 'driss.province', 'samira.appeals', 'hanane.azilal'])
      await refused(login, record, body, 'not-allowed');
    await refused(naima, record, body, 'sitting-not-open');
    await openRoom(served, id);
    await refused('salma.anam as commission-secretary', record, body, 'sitting-not-found');
    await refused('salma.anam as commission-secretary', 'commissions.seal-sitting', { sitting: id }, 'sitting-not-found');
    await refused('omar.interior', 'commissions.seal-sitting', { sitting: id }, 'not-allowed');
    const { application: elsewhere } = await sitting(1);
    await refused(naima, record, { sitting: id, rulings: [aRuling(elsewhere)] }, 'not-on-agenda');
  });

  test('twice, nor otherwise under an identifier or a key that has served', async () => {
    const { sitting: id, files } = await sitting(2);
    const [one = '', other = ''] = files;
    const ruling = aRuling(one);
    const key = newId();
    await done(naima, record, { sitting: id, rulings: [ruling] }, key);
    await refused(naima, record, { sitting: id, rulings: [againstScore(one)] }, 'already-decided');
    await refused(naima, record, { sitting: id, rulings: [{ ...againstScore(one), id: ruling.id }] }, 'already-decided');
    await refused(naima, record, { sitting: id, rulings: [{ ...ruling, application: other }] }, 'already-decided');
    await refused(naima, record, { sitting: id, rulings: [aRuling(other)] }, 'key-reused', key);
    const { sitting: second, application } = await sitting(1);
    await refused(naima, record, { sitting: second, rulings: [{ ...ruling, application }] }, 'already-decided');
    await refused(naima, 'commissions.undo-decision', { sitting: second, ruling: ruling.id }, 'not-withdrawable');
  });

  test('on the own family, whatever hand it is', async () => {
    const { sitting: id, application } = await sitting(1, false);
    const card = (await fileOf(served, application)).declaration.members[0]?.cnie ?? '';
    const [own] = (
      await sql<{ id: string }>`select m.id from commissions.member m join staff.agent a on a.id = m.agent_id
      where a.login = ${naima} limit 1`.execute(served.owner.kysely)
    ).rows;
    const carded = (cnie: string | null) =>
      sql`update commissions.member set cnie = ${cnie} where id = ${own?.id ?? ''}`.execute(served.owner.kysely);
    await carded(card);
    await openRoom(served, id);
    await refused(naima, record, { sitting: id, rulings: [aRuling(application)] }, 'own-family');
    await carded(null);
  });

  test('with too few in the room, nor with a mandate that is over or an opinion of somebody who left', async () => {
    const { sitting: id, application } = await sitting(1);
    const [interior, health, finance] = await Promise.all(['omar.interior', 'leila.health', 'youssef.finance'].map(memberOf));
    const move = (member: string | undefined, moved: string) => ({
      sitting: id,
      moves: [{ member, moved, at: new Date().toISOString() }],
    });
    await done(naima, 'commissions.note-presence', move(health, 'left'));
    const opinions = [{ institution: 'health', member: health, outcome: 'refused' }];
    await refused(naima, record, { sitting: id, rulings: [{ ...aRuling(application), opinions }] }, 'not-in-the-room');
    const over = (days: string) =>
      sql`update commissions.member set held_to = ${sql.raw(days)} where id = ${health ?? ''}`.execute(served.owner.kysely);
    await over('held_from - 1');
    await refused(naima, 'commissions.note-presence', move(health, 'arrived'), 'mandate-over');
    await over('null');
    for (const member of [interior, finance]) await done(naima, 'commissions.note-presence', move(member, 'left'));
    await refused(naima, record, { sitting: id, rulings: [aRuling(application)] }, 'quorum-lost');
    const early = { ...aRuling(application), ruledAt: '2026-01-01T08:00:00Z' };
    await done(naima, record, { sitting: id, rulings: [early] });
    const { rows } = await sql<{ ok: boolean }>`select r.ruled_at = s.opened_at as ok from commissions.ruling r
      join commissions.sitting s on s.id = r.sitting_id where r.id = ${early.id}`.execute(served.owner.kysely);
    expect(rows, 'a ruling of before the opening is held to who sat when it opened').toEqual([{ ok: true }]);
  });

  test('faster than a batch is read, whatever times are forged', async () => {
    const { sitting: id, files } = await sitting(2);
    await sql`update commissions.agenda_item set concordant = true where sitting_id = ${id}`.execute(served.owner.kysely);
    const now = Date.now();
    const at = (milliseconds: number) => new Date(now + milliseconds).toISOString();
    const batch = (shownAt: string, ruledAt: string) => ({
      sitting: id,
      rulings: files.map((file) => ({ ...aRuling(file), ruledAt })),
      batch: { number: 1, shownAt },
    });
    await refused(naima, record, batch(at(0), at(1_000)), 'read-too-fast');
    await refused(naima, record, batch(at(-3_600_000), at(1_000)), 'read-too-fast');
    await refused(naima, record, batch(at(0), at(3_600_000)), 'read-too-fast');
    await refused(naima, record, batch(at(-3_600_000), at(3_600_000)), 'read-too-fast');
    const differing = { ...batch(at(-60_000), at(0)), rulings: [againstScore(files[0] ?? '')] };
    await refused(naima, record, differing, 'batch-not-concordant');
  });

  test('against the score past the rule without a second person who is one', async () => {
    const { sitting: id, files } = await sitting(6);
    await done(naima, record, { sitting: id, rulings: files.map(againstScore) });
    const seconding = { sitting: id, applications: files.slice(5), login: 'omar.interior', code: CAST_PASSWORD };
    const second = (change: object, as: string, who = naima) =>
      refused(who, 'commissions.second-rulings', { ...seconding, ...change }, as);
    await refused(naima, 'commissions.seal-sitting', { sitting: id }, 'second-person-awaited');
    await second({ code: '123456' }, 'wrong-code');
    await second({ login: naima }, 'same-person');
    await second({ login: 'driss.province' }, 'not-in-the-room');
    await second({}, 'not-allowed', 'omar.interior');
    await second({}, 'sitting-not-found', 'salma.anam as commission-secretary');
    await done(naima, 'commissions.second-rulings', seconding);
    await done(naima, 'commissions.seal-sitting', { sitting: id });
  });

  test('after the seal, and nobody signs another text or for another', async () => {
    const { sitting: id, application } = await sitting(1);
    const ruling = aRuling(application);
    await done(naima, record, { sitting: id, rulings: [ruling] });
    const { minutesDigest: digest } = await done(naima, 'commissions.seal-sitting', { sitting: id });
    const member = await memberOf('omar.interior');
    const at = new Date().toISOString();
    await refused(naima, record, { sitting: id, rulings: [againstScore(application)] }, 'sitting-not-open');
    await refused(naima, 'commissions.undo-decision', { sitting: id, ruling: ruling.id }, 'sitting-not-open');
    await refused(naima, 'commissions.seal-sitting', { sitting: id }, 'sitting-not-open');
    await refused(naima, 'commissions.declare-conflict', { sitting: id, application, member }, 'sitting-not-open');
    await refused(
      naima,
      'commissions.note-presence',
      { sitting: id, moves: [{ member, moved: 'left', at }] },
      'sitting-not-open',
    );
    await refused(naima, 'commissions.open-sitting', { sitting: id, present: [member] }, 'agenda-not-frozen');
    await refused(naima, 'commissions.validate-sittings', { sittings: [id] }, 'not-allowed');
    const signing = { sitting: id, digest, code: CAST_PASSWORD };
    const sign = 'commissions.sign-minutes';
    await refused('omar.interior', sign, { ...signing, digest: 'a'.repeat(64) }, 'minutes-differ');
    await refused('omar.interior', sign, { ...signing, code: '123456' }, 'wrong-code');
    await refused(naima, sign, { ...signing, login: 'driss.province' }, 'not-sat');
    await done('omar.interior', sign, signing);
    await refused(naima, sign, { ...signing, login: 'omar.interior' }, 'already-signed');
    const paper = { sitting: id, digest, members: [member], page: aScan() };
    for (const hidden of ['commissions.note-signed-paper', 'commissions.validate-rehearsed']) {
      const before = await books();
      for (const who of [naima, 'driss.province'])
        expect((await send(who, hidden, { ...paper, sittings: [id] })).status, `${hidden} by ${who}`).toBe(404);
      expect(await books()).toEqual(before);
    }
    await refused('driss.province', 'commissions.validate-sittings', { sittings: [id] }, 'minutes-unsigned');
  });

  test('on appeal of the own decision, whether recorded or validated, from whatever post', async () => {
    const [file = ''] = await checkRequests(served, aFamily('not eligible'));
    const id = await schedule(served, [file]);
    await openRoom(served, id);
    await done(naima, record, { sitting: id, rulings: [aRuling(file, 'refused')] });
    await done(naima, 'commissions.seal-sitting', { sitting: id });
    await refused('driss.province', 'commissions.validate-sittings', { sittings: [id] }, 'minutes-unsigned');
    await signOnPaper(served, id);
    await done('driss.province', 'commissions.validate-sittings', { sittings: [id] });
    await refused('driss.province', 'commissions.validate-sittings', { sittings: [id] }, 'sitting-not-sealed');
    const appeal = await contestAdmitted(served, file);
    const hearing = await openHearing(served, [appeal]);
    const ruling = rulingOf(hearing, appeal, { outcome: 'upheld' });
    await refused('naima.secretary as appeals-secretary', 'commissions.decide-appeal', ruling, 'decided-first');
    await refused('driss.province', 'commissions.decide-appeal', ruling, 'not-allowed');
    await refused(naima, 'commissions.decide-appeal', ruling, 'not-allowed');
    await refused(naima, 'commissions.seal-sitting', { sitting: hearing }, 'not-allowed');
  });
});
