import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aFamily } from '../../testing/families.ts';
import { admit, checkRequests, fileOf } from '../../testing/road.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { UsageError } from '../command.ts';
import { decisionReplay } from './decision-replay.ts';

let house: TestHouse;
let application: string;
let number: string;
beforeAll(async () => {
  house = await openTestHouse();
  [application = ''] = await admit(house, aFamily('poor'));
  ({ number } = await fileOf(house, application));
  process.env.DATABASE_URL = house.house.urls.owner;
  process.env.RAMED_DATA = house.house.config.dataFolder;
  // The command gives the database's roles the passwords it finds there: they must be those that other test files use.
  writeFileSync(join(house.house.config.dataFolder, 'secrets.json'), JSON.stringify(inject('databasePasswords')));
}, 60_000);
afterAll(() => house?.close());

async function replay(...args: string[]) {
  const said = { out: '', err: '' };
  const page = (to: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        said[to] += chunk;
        done();
      },
    });
  const code = await decisionReplay.run(args, { stdout: page('out'), stderr: page('err') });
  return { code, ...said };
}

test('a decision that proves equal is told proof by proof, in French, and the command ends well', async () => {
  const { code, out } = await replay(number);
  expect(code).toBe(0);
  expect(out).toMatch(/^Commission locale, séance/);
  for (const words of ['= Évaluation refaite — égal', '= Quorum sur ce dossier — égal', '= Lignes du journal — égal'])
    expect(out).toContain(words);
  expect(out).toMatch(
    /Égales\s: 21\. Différentes\s: 0\. Impossibles à connaître\s: 0\. Chaque partie de la décision est prouvée/,
  );
});

test('the number is taken as it stands on the receipt, and the words in another language', async () => {
  const { code, out } = await replay(number.slice(0, 4), number.slice(4, 8), number.slice(8), '--language', 'en');
  expect(code).toBe(0);
  expect(out).toContain('Every part of the decision is proved equal.');
});

test('one byte of the declaration that was touched is told with both digests, and the command ends badly', async () => {
  const touch = (income: string) =>
    house.owner.pool.query(
      `update applications.application set declaration = jsonb_set(declaration, '{resources,income_year}', $2) where id = $1`,
      [application, income],
    );
  const { rows } = await house.owner.pool.query(
    `select declaration #> '{resources,income_year}' as income from applications.application where id = $1`,
    [application],
  );
  await touch('1');
  const { code, out } = await replay(number);
  const { out: json } = await replay(number, '--json');
  await touch(JSON.stringify(rows[0].income));
  expect(code).toBe(1);
  expect(out).toContain('≠ Déclaration de la famille — différent');
  expect(out).toContain('La décision n’est pas prouvée.');
  const [decision] = (JSON.parse(json) as { decisions: { proofs: { proof: string; verdict: string }[] }[] }).decisions;
  const different = decision?.proofs.filter(({ verdict }) => verdict === 'different').map(({ proof }) => proof);
  expect(different).toContain('declaration');
  expect((await replay(number)).code).toBe(0);
});

test('a request without a decision, and a number that nobody bears, are told', async () => {
  const [scored = ''] = await checkRequests(house, aFamily());
  const undecided = await replay((await fileOf(house, scored)).number);
  expect(undecided).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Aucun procès-verbal scellé') });
  expect(await replay('000000000000')).toMatchObject({ code: 1, err: expect.stringContaining('ne porte le numéro') });
});

test.each([[[]], [['202600000014', '--language', 'de']], [['202600000014', '--what']]])('%o is refused', async (args) => {
  await expect(replay(...args)).rejects.toThrow(UsageError);
});
