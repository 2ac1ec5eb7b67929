import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { journalVerify } from '../../surfaces/cli/commands/journal-verify.ts';
import { aFamily } from '../../surfaces/testing/families.ts';
import { register } from '../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../surfaces/testing/test-house.ts';
import { appendToJournal, hashOf, type JournalFault, verifyJournal } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const at = Temporal.Instant.from('2026-11-22T09:30:00Z');

/** Writes lines in the book of a province of its own, as a deed would. */
function write(territory: string, lines: number, deed = newId()): Promise<void> {
  const subjects = Array.from({ length: lines }, (_, index) => ({ subject: `file:${index}`, territory }));
  return house.house.database.kysely
    .transaction()
    .execute((tx) => appendToJournal(tx, { deed, action: 'tests.write', actor: 'system:test', at }, subjects));
}

async function faultsAfter(tampering: string): Promise<readonly JournalFault[]> {
  let faults: readonly JournalFault[] = [];
  const undo = new Error('undo');
  await house.owner.kysely
    .transaction()
    .execute(async (tx) => {
      for (const step of tampering.split(';')) await sql.raw(step).execute(tx);
      ({ faults } = await verifyJournal(tx));
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return faults;
}

test('a journal that nobody touched is whole: every deed of a family’s road, from the form to the card', async () => {
  await register(house, aFamily());
  const report = await house.owner.kysely.transaction().execute(verifyJournal);
  expect(report.faults).toEqual([]);
  expect(report.books).toBeGreaterThanOrEqual(2);
  expect(report.entries).toBeGreaterThan(10);
});

test('twenty deeds at once in one book keep one chain', async () => {
  await Promise.all(Array.from({ length: 20 }, () => write('01.227.01.01', 3)));
  const { rows } = await house.owner.pool.query(
    `select count(*)::int as lines, max(seq)::int as last, count(distinct previous_hash)::int as links from audit.entry where book = '01.227'`,
  );
  expect(rows).toEqual([{ lines: 60, last: 60, links: 60 }]);
  expect((await house.owner.kysely.transaction().execute(verifyJournal)).faults).toEqual([]);
});

test('deeds that write in the same two books, in whatever order, never wait for each other in a ring', async () => {
  const [one, two] = ['01.331', '01.405'];
  const both = (territories: readonly string[]) =>
    house.house.database.kysely.transaction().execute((tx) =>
      appendToJournal(
        tx,
        { deed: newId(), action: 'tests.write', actor: 'system:test', at },
        territories.map((territory) => ({ subject: 'file:1', territory })),
      ),
    );
  await Promise.all(Array.from({ length: 12 }, (_, turn) => both(turn % 2 ? [one, two] : [two, one])));
  expect((await house.owner.kysely.transaction().execute(verifyJournal)).faults).toEqual([]);
});

const book = '02.265';
const inBook = (seq: number) => `book = '${book}' and seq = ${seq}`;

test.each([
  ['a line with another actor', `update audit.entry set actor = 'agent:other' where ${inBook(4)}`, 4, 'changed'],
  ['a line with another reason', `update audit.entry set reason = 'none' where ${inBook(4)}`, 4, 'changed'],
  ['a line said to be of another hour', `update audit.entry set at = at + interval '1 ms' where ${inBook(4)}`, 4, 'changed'],
  ['a digest written anew', `update audit.entry set hash = repeat('a', 64) where ${inBook(4)}`, 4, 'changed'],
  ['a link written anew', `update audit.entry set previous_hash = repeat('a', 64) where ${inBook(4)}`, 4, 'broken-link'],
  ['a line removed in the middle', `delete from audit.entry where ${inBook(4)}`, 4, 'missing'],
  ['the first line removed', `delete from audit.entry where ${inBook(1)}`, 1, 'missing'],
  ['the last line removed', `delete from audit.entry where ${inBook(6)}`, 6, 'missing'],
  ['a whole book removed', `delete from audit.entry where book = '${book}'`, 1, 'missing'],
  [
    'a line slipped in, and the lines below it moved down',
    `alter table audit.entry disable trigger keep_heads;
     update audit.entry set seq = seq + 100 where book = '${book}' and seq >= 4;
     update audit.entry set seq = seq - 99 where book = '${book}' and seq >= 100;
     insert into audit.entry select book, 4, at, deed, action, actor, post, subject, territory, reason, before_digest, after_digest,
       previous_hash, hash from audit.entry where ${inBook(3)}`,
    4,
    'broken-link',
  ],
])('%s is found, with its book and its place', async (_title, tampering, seq, fault) => {
  await fill();
  expect(await faultsAfter(tampering)).toEqual([{ book, seq, fault }]);
});

let isFilled = false;
async function fill(): Promise<void> {
  if (!isFilled) await write(`${book}.01.01`, 6);
  isFilled = true;
}

test('a last line rewritten together with its digest is found by the head kept beside the book', async () => {
  await fill();
  const { rows } = await house.owner.pool.query(`select * from audit.entry where ${inBook(6)}`);
  const { hash: _hash, ...line } = rows[0];
  const forged = { ...line, at: new Date(line.at).toISOString(), seq: 6, actor: 'agent:other' };
  const tampering = `update audit.entry set actor = 'agent:other', hash = '${hashOf(forged)}' where ${inBook(6)}`;
  expect(await faultsAfter(tampering)).toEqual([{ book, seq: 6, fault: 'changed' }]);
});

test('a line written past the end of its book, well chained, is found all the same', async () => {
  await fill();
  const { rows } = await house.owner.pool.query(`select * from audit.entry where ${inBook(6)}`);
  const { hash, ...line } = rows[0];
  const forged = { ...line, at: new Date(line.at).toISOString(), seq: 7, previous_hash: hash };
  const entry = JSON.stringify({ ...forged, hash: hashOf(forged) });
  const tampering = `alter table audit.entry disable trigger keep_heads;
    insert into audit.entry select * from jsonb_populate_record(null::audit.entry, '${entry}')`;
  expect(await faultsAfter(tampering)).toEqual([{ book, seq: 7, fault: 'slipped-in' }]);
});

test.each([
  ['far past its end', [[999_999, 'hash']]],
  ['above its first line', [[0, 'hash']]],
  ['with a link to another line', [[7, 'previous_hash']]],
  [
    'with a gap below it',
    [
      [7, 'hash'],
      [9, 'hash'],
    ],
  ],
] as const)('the application cannot add a line to a book %s', async (_title, added) => {
  await fill();
  const { rows } = await house.owner.pool.query(`select * from audit.entry where ${inBook(6)}`);
  const lines = JSON.stringify(added.map(([seq, link]) => ({ ...rows[0], seq, previous_hash: rows[0][link] })));
  const adding = sql`insert into audit.entry select * from jsonb_populate_recordset(null::audit.entry, ${lines}::jsonb)`;
  await expect(adding.execute(house.house.database.kysely)).rejects.toThrow('does not follow the line above it');
});

test('the command says that the journal is whole, and names the book and the line when it is not', async () => {
  await fill();
  process.env.DATABASE_URL = house.house.urls.owner;
  process.env.RAMED_DATA = house.house.config.dataFolder;
  // The command gives the database's roles the passwords it finds there: they must be those that other test files use.
  writeFileSync(join(house.house.config.dataFolder, 'secrets.json'), JSON.stringify(inject('databasePasswords')));
  expect(await verifyByCommand()).toMatchObject({ code: 0, said: expect.stringContaining('every line is as it was written') });
  await house.owner.pool.query(`update audit.entry set actor = 'agent:other' where ${inBook(2)}`);
  expect(await verifyByCommand()).toMatchObject({ code: 1, said: expect.stringContaining(`book ${book}, line 2: changed`) });
});

async function verifyByCommand() {
  let said = '';
  const page = new Writable({
    write(chunk, _encoding, done) {
      said += chunk;
      done();
    },
  });
  const code = await journalVerify.run([], { stdout: page, stderr: page });
  return { code, said };
}
