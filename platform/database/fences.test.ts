import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { type Actor, systemActor } from '#platform/permissions';
import { createApp } from '../../surfaces/server/app.ts';
import { aFamily } from '../../surfaces/testing/families.ts';
import { everyMember, fileOf, fileRequests, register, registrationOf } from '../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../surfaces/testing/test-house.ts';

let house: TestHouse;
/** A family of Azilal, from its form to its card, and all by which it could be named. */
let family: Awaited<ReturnType<typeof knownFamily>>;
/** May do everything, in Béni Mellal. */
const neighbour: Actor = { ...systemActor('neighbour'), scopes: ['05.091.'] };

beforeAll(async () => {
  house = await openTestHouse();
  family = await knownFamily();
});
afterAll(() => house.close());

async function knownFamily() {
  const [registered = ''] = await register(house, aFamily('poor'));
  const [filed = ''] = await fileRequests(house, aFamily('vulnerable'));
  const file = await fileOf(house, registered);
  const { number } = await registrationOf(house, registered);
  const found = await house.owner.pool.query(
    `select (select serial from cards.card limit 1) as serial, (select sitting_id from commissions.agenda_item limit 1) as sitting,
       (select batch_id from applications.application where id = $1) as batch`,
    [registered],
  );
  const { serial, sitting, batch } = found.rows[0] as { serial: string; sitting: string; batch: string };
  const members = await everyMember(house, file.territory);
  const birthDate = file.declaration.members[0]?.birth_date ?? '';
  return { registered, filed, number: file.number, registration: number, serial, sitting, batch, birthDate, members };
}

/** A forged request: every identifier of the family, under every name that a deed or a question could know it by. */
function forged() {
  const { registered, filed, registration, serial, sitting, batch, members } = family;
  return {
    application: registered,
    applications: [registered, filed],
    requests: [registered, filed],
    registrations: [registration],
    serial,
    sitting,
    sittings: [sitting],
    batch,
    notices: ['260000000000'],
    notice: '260000000000',
    state: 'registered',
    states: ['convened', 'agenda_frozen', 'open', 'sealed', 'validated'],
    becomes: 'lost',
    reason: 'forged',
    present: members,
    rulings: [{ application: filed, outcome: 'poor', reason: 'as-scored' }],
    territory: '05.081.03.07',
    heldOn: '2099-01-01',
    partner: 'cnss',
  };
}

/** Everything that is stored about Azilal, in one digest. */
async function allOfAzilal(): Promise<unknown> {
  const tables = await fencedTables();
  const digests = tables.map(
    (table) =>
      `select '${table}' as name, md5(string_agg(t::text, '' order by t::text)) from ${table} t where territory like '05.081%'`,
  );
  return (await house.owner.pool.query(digests.join(' union all '))).rows;
}

async function fencedTables(): Promise<string[]> {
  const { rows } = await house.owner.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relrowsecurity
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territory') order by 1`,
  );
  return rows.map((row) => row.name);
}

/** Reads straight from the application's own connection, as a query that forgot to filter would. */
function reading<Row>(scopes: string | undefined, text: string): Promise<Row[]> {
  return house.house.database.kysely.transaction().execute(async (tx) => {
    if (scopes !== undefined) await sql`select set_config('ramed.scopes', ${scopes}, true)`.execute(tx);
    return (await sql.raw<Row>(text).execute(tx)).rows;
  });
}

describe('an agent of one province and a file of another', () => {
  const secrets = () => [family.number, family.registration, family.serial, 'Ait Bouzid', 'آيت بوزيد', family.birthDate];

  /** The questions that tell an asker anything of the family. One that breaks off because the thing is not there has told nothing. */
  async function telling(actor: Actor): Promise<string[]> {
    const told: string[] = [];
    for (const query of house.house.queries.filter((one) => one.reach !== 'nation')) {
      const outcome = await house.house.desk.ask(query, forged(), { actor }).catch(() => undefined);
      const said = JSON.stringify(outcome?.ok ? outcome.output : {});
      if (secrets().some((secret) => said.includes(secret))) told.push(query.name);
    }
    return told;
  }

  test('whatever is asked with its identifiers, nothing of the family is told', async () => {
    expect(await telling(neighbour)).toEqual([]);
    expect((await telling(systemActor('nation'))).length).toBeGreaterThan(8);
  });

  test('whatever is done with its identifiers, nothing of the family changes', async () => {
    const before = await allOfAzilal();
    for (const action of house.house.actions) {
      await house.house.desk.do(action, forged(), { actor: neighbour, key: newId() }).catch(() => undefined);
      expect(await allOfAzilal(), action.name).toEqual(before);
    }
  });

  test('through the API, signed in at another province’s counter, the file is not there and its papers are not accepted', async () => {
    const app = await createApp(house.house);
    const signedIn = await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { login: 'said.benimellal', password: 'rehearsal-2026' },
    });
    const ask = (url: string, payload: object, token = signedIn.json().token) =>
      app.inject({ method: 'POST', url, payload, headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId() } });
    expect((await ask('/api/queries/applications.one-file', { application: family.registered })).json()).toEqual({});
    expect((await ask('/api/queries/verifications.checks-of-request', { application: family.registered })).json()).toEqual({
      checks: [],
    });
    const opening = await ask('/api/actions/applications.open-checking', { applications: [family.filed] });
    expect(opening.json()).toEqual({ applications: [] });
    const revoking = await ask('/api/actions/cards.revoke-card', { serial: family.serial, becomes: 'lost', reason: 'forged' });
    expect(revoking.statusCode).toBe(403);
    expect((await ask('/api/queries/applications.one-file', { application: family.registered }, 'forged-token')).statusCode).toBe(
      401,
    );
    expect((await fileOf(house, family.filed)).state).toBe('filed');
    await app.close();
  });
});

describe('a query that forgets to filter', () => {
  test('sees in every table only what is inside the signed-in post’s jurisdiction', async () => {
    for (const table of await fencedTables()) {
      const foreign = await reading(`05.091.`, `select 1 from ${table} where territory not like '05.091%'`);
      expect(foreign, table).toEqual([]);
    }
    expect(await reading('05.081.', 'select 1 from applications.application')).not.toEqual([]);
  });

  test('sees nothing at all where no jurisdiction was entered, or an empty one', async () => {
    for (const table of await fencedTables())
      for (const scopes of [undefined, '']) expect(await reading(scopes, `select 1 from ${table}`), table).toEqual([]);
  });

  test('sees nothing of the jurisdiction that the same connection served before', async () => {
    await reading('*', 'select 1 from applications.application');
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        expect(await reading(undefined, 'select 1 from applications.application')).toEqual([]);
      }),
    );
  });

  test('changes and writes nothing outside the jurisdiction either', async () => {
    const update = `with touched as (update applications.application set since = now() returning 1) select * from touched`;
    expect(await reading('05.091.', update)).toEqual([]);
    const insert = `insert into cards.passage (serial, to_state, at, holder, territory) select '${family.serial}', 'lost', now(), 'x', '05.081'`;
    await expect(reading('05.091.', insert)).rejects.toThrow('row-level security');
  });

  test('a counter of Tanger does not see Assilah, whose code begins with the same characters', async () => {
    const [tanger, assilah] = ['01.511.01.0', '01.511.01.01'] as const;
    const there = (commune: string) => ({ ...aFamily('vulnerable'), commune }) as ReturnType<typeof aFamily>;
    await fileRequests(house, there(tanger), there(assilah));
    const seenBy = async (scopes: string) =>
      (await reading<{ territory: string }>(scopes, 'select territory from applications.application'))
        .map((row) => row.territory)
        .sort();
    expect(await seenBy(`${tanger}.`)).toEqual([tanger]);
    expect(await seenBy(`${assilah}.`)).toEqual([assilah]);
    expect(await seenBy('01.511.')).toEqual([tanger, assilah]);
    expect(await seenBy('01.511.01.')).toEqual([tanger, assilah]);
    expect(await seenBy('01.')).toEqual([tanger, assilah]);
    expect(await seenBy('01.51.')).toEqual([]);
  });
});

describe('what the application itself may do', () => {
  test('every table that says where its rows belong is fenced', async () => {
    const { rows } = await house.owner.pool.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and not c.relrowsecurity
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territory')`,
    );
    // Posts say which jurisdiction they open: sign-in reads them before there is any.
    expect(rows.map((row) => row.name)).toEqual(['staff.post']);
  });

  test.each([
    ['a line of the journal be changed', "update audit.entry set actor = 'x'"],
    ['a line of the journal be removed', 'delete from audit.entry'],
    ['the journal be emptied', 'truncate audit.entry'],
    ['who looked be rewritten', "update audit.reading set actor = 'x'"],
    ['who looked be removed', 'delete from audit.reading'],
    ['the end of a book be read', 'select * from audit.book'],
    ['the end of a book be moved', 'update audit.book set seq = 0'],
    ['passwords be read', 'select password_hash from staff.agent'],
    ['second factors be read', 'select second_factor_secret from staff.agent'],
    ['a password be set', "update staff.agent set password_hash = 'x'"],
    ['an agent be appointed', "insert into staff.agent (id, login) values (gen_random_uuid(), 'x')"],
    ['a post be given', 'insert into staff.post select gen_random_uuid(), id, login, login, now() from staff.agent'],
    ['a post be widened', "update staff.post set territory = ''"],
    ['a session be prolonged', 'update staff.session set expires_at = now()'],
    ['what a family declared be changed', "update applications.application set declaration = '{}'"],
    ['a file be moved to another place', "update applications.application set territory = '05.091'"],
    ['a step of a file be erased', 'delete from applications.passage'],
    ['a step of a file be rewritten', "update applications.passage set actor = 'x'"],
    ['a score be rewritten', "update applications.assessment set result = '{}'"],
    ['a decision be rewritten', "update commissions.decision set outcome = 'poor'"],
    ['an agenda be rewritten', "update commissions.agenda_item set proposal = 'poor'"],
    ['a right be rewritten', "update entitlements.right_period set state = 'open'"],
    ['a registration be removed', 'delete from entitlements.registration'],
    ['what a family owes be lowered', 'update contributions.due set amount_centimes = 0'],
    ['the code of a card be replaced', "update cards.card set credential = 'x'"],
    ['the queue be read', 'select * from graphile_worker._private_jobs'],
    ['a job be added around the front door', "select graphile_worker.add_job('x')"],
    ['a table be made', 'create table public.mine ()'],
    ['a fence be lifted', 'alter table applications.application disable row level security'],
    ['another hat be put on', 'set role ramed_jobs'],
  ])('by no mistake and by no stolen query can %s', async (_title, text) => {
    await expect(reading('*', text)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('the answer of a deed, once told, is told the same for ever', async () => {
    expect(
      await reading('*', `with touched as (update platform.deed set output = '{}' returning 1) select * from touched`),
    ).toEqual([]);
  });

  test('the owner of the queue reads no family', async () => {
    const client = new pg.Client({ connectionString: house.house.urls.jobs });
    await client.connect();
    for (const table of ['applications.application', 'registry.person', 'audit.entry', 'staff.agent', 'platform.event'])
      await expect(client.query(`select 1 from ${table}`), table).rejects.toThrow('permission denied');
    await client.end();
  });

  test('a function that works with its owner’s rights is open to no stranger and cannot be led astray by a search path', async () => {
    const { rows } = await house.owner.pool.query(
      `select p.oid::regproc::text as name, p.proconfig as config, has_function_privilege('public', p.oid, 'execute') as open
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'graphile_worker')`,
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) expect(row).toMatchObject({ open: false, config: ['search_path=pg_catalog'] });
  });
});

test('the same forged deeds, done by a hand that may reach everywhere, do change the family: the fence is what stops them', async () => {
  const changing: string[] = [];
  for (const action of house.house.actions) {
    const before = JSON.stringify(await allOfAzilal());
    await house.house.desk.do(action, forged(), { actor: systemActor('nation'), key: newId() }).catch(() => undefined);
    if (JSON.stringify(await allOfAzilal()) !== before) changing.push(action.name);
  }
  expect(changing).toContain('applications.open-checking');
  expect(changing).toContain('cards.revoke-card');
  expect(changing).toContain('commissions.convene-sitting');
});
