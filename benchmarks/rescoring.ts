import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assess, type Declaration } from '#modules/eligibility';
import { digestOf, type Json } from '#platform/canonical-json';
import { projectRoot } from '#platform/config';
import { sql } from '#platform/database';
import { population } from '../modules/applications/testing/population/index.ts';
import { type BenchHouse, openBenchHouse } from './bench-house.ts';
import { type BenchLine, printReport } from './report.ts';

// The whole country judged by another formula: read, scored and written by the command itself, in a process of its own. The floor is
// what reading and parsing alone cost in this run; the naive peer reads pages and writes row by row, as one would at first.
// So many files are made from fewer distinct declarations, each inserted many times under new identifiers: the database and the
// judge see each as another file.
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, households: { type: 'string' } } });
const households = Number(values.households ?? (values.quick ? 20_000 : 3_400_000));
const distinct = Math.min(20_000, households);
const sample = Math.min(400_000, households);
const naiveSample = Math.min(5_000, households);

const bench = await openBenchHouse();
try {
  await fill(bench);
  await measure(bench);
} finally {
  await bench.close();
}

async function fill({ owner }: BenchHouse): Promise<void> {
  // What rescoring does not read would only make the filling last: its own key stays.
  await owner.pool.query(`do $$ declare found record; begin
    for found in select conname from pg_constraint where conrelid = 'applications.application'::regclass and contype = 'u' loop
      execute format('alter table applications.application drop constraint %I', found.conname);
    end loop;
    for found in select indexrelid::regclass as name from pg_index
      where indrelid = 'applications.application'::regclass and not indisprimary loop
      execute format('drop index %s', found.name);
    end loop;
  end $$`);
  await owner.pool.query('create unlogged table public.distinct_file (n integer primary key, declaration jsonb, digest text)');
  let rows: { n: number; declaration: unknown; digest: string }[] = [];
  const options = {
    households: distinct,
    seed: 'rescoring',
    filedFrom: '2022-09-05',
    filedTo: '2022-11-25',
    errors: 'none',
  } as const;
  for (const { declaration } of population(options)) {
    rows.push({ n: rows.length, declaration, digest: digestOf(declaration as unknown as Json) });
    if (rows.length % 1_000 === 0) await flush();
  }
  await flush();
  async function flush(): Promise<void> {
    await owner.pool.query(
      `insert into public.distinct_file select (select count(*) from public.distinct_file) + n, declaration, digest
       from jsonb_to_recordset($1::jsonb) as r(n integer, declaration jsonb, digest text)`,
      [JSON.stringify(rows)],
    );
    rows = [];
  }
  await owner.pool.query(
    `insert into applications.application (id, number, kind, state, since, territory, sender, reference, filed_on, head_birth_date,
       head_names, declaration, declaration_digest, proposal)
     select uuidv7(), 'B' || copy || '-' || n, 'new', 'scored', now(), declaration->>'commune', 'bench', copy || '-' || n,
       (declaration->>'filed_on')::date, (declaration#>>'{members,0,birth_date}')::date, declaration#>'{members,0,names}', declaration,
       digest, (array['poor', 'vulnerable', 'not_eligible'])[1 + n % 3]
     from generate_series(1, $1::int) copy, public.distinct_file where (copy - 1) * $2::int + n < $3::int`,
    [Math.ceil(households / distinct), distinct, households],
  );
  await owner.pool.query('vacuum analyze applications.application');
}

async function measure(bench: BenchHouse): Promise<void> {
  const floor = await speedOf(sample, () => readAndParse(bench));
  const naive = await speedOf(naiveSample, () => judgeRowByRow(bench));
  const command = await runCommand(bench);
  const speed = command.files / command.seconds;
  const unit = 'files/s';
  const lines: BenchLine[] = [
    { figure: 'rescoring, read, judged and written', value: speed, unit, peer: { name: 'read and parsed only', value: floor } },
    { figure: 'rescoring, read, judged and written', value: speed, unit, peer: { name: 'a statement a row', value: naive } },
    { figure: `${command.files.toLocaleString('en')} files in one pass`, value: command.seconds, unit: 's' },
    { figure: 'peak memory of the command', value: command.megabytes, unit: 'MB', aim: 'at most 1,024' },
  ];
  printReport(
    `Rescoring ${households.toLocaleString('en')} stored files by rsu-2022 (${distinct.toLocaleString('en')} distinct)`,
    lines,
  );
  await checkEquality(bench, command.files);
}

async function speedOf(files: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return files / ((performance.now() - start) / 1000);
}

async function readAndParse({ owner }: BenchHouse): Promise<void> {
  const client = await owner.pool.connect();
  await client.query('begin');
  await client.query(
    `declare all_files no scroll cursor for select id, territory, proposal, declaration from applications.application limit ${sample}`,
  );
  while ((await client.query('fetch forward 1000 from all_files')).rowCount !== 0);
  await client.query('rollback');
  client.release();
}

/** Pages by key, and a statement for each row within one transaction a page: what one would write first. */
async function judgeRowByRow({ owner }: BenchHouse): Promise<void> {
  await owner.pool.query('create table public.naive (id uuid primary key, territory text, outcome text, score double precision)');
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; done < naiveSample; done += 1_000) {
    await owner.kysely.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string; territory: string; declaration: Declaration }>`
        select id, territory, declaration from applications.application where id > ${after}::uuid order by id limit 1000`.execute(
        tx,
      );
      for (const { id, territory, declaration } of rows) {
        const { outcome, score } = assess('rsu-2022', declaration);
        await sql`insert into public.naive values (${id}, ${territory}, ${outcome}, ${score})`.execute(tx);
      }
      after = rows.at(-1)?.id ?? after;
    });
  }
}

type Cost = { readonly files: number; readonly seconds: number; readonly megabytes: number };

/** The command as anyone types it, in a process of its own; what it cost is what it says itself. */
async function runCommand({ config }: BenchHouse): Promise<Cost> {
  const args = [
    ...process.execArgv,
    join(projectRoot, 'surfaces/cli/ramed.ts'),
    'applications',
    'rescore',
    '--formula',
    'rsu-2022',
  ];
  const env = { ...process.env, RAMED_DATA: config.dataFolder, RAMED_LOG: 'error' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'pipe'] });
  let told = '';
  for await (const piece of child.stderr) told += piece;
  const cost = /([\d.]+) s, (\d+) files a second, at most (\d+) MB/.exec(told);
  if (!cost) throw new Error(`the command did not finish: ${told}`);
  const seconds = Number(cost[1]);
  return { seconds, files: Math.round(Number(cost[2]) * seconds), megabytes: Number(cost[3]) };
}

/** Every file has its row, and the naive way came to the same outcomes and scores. */
async function checkEquality({ owner }: BenchHouse, files: number): Promise<void> {
  const { rows } = await owner.pool.query<{ stored: number; different: number }>(
    `select (select count(*)::int from applications.rescoring) as stored,
       (select count(*)::int from public.naive n left join applications.rescoring r on r.application_id = n.id
        where (n.outcome, n.territory, n.score) is distinct from (r.outcome, r.territory, r.score)) as different`,
  );
  const [found] = rows;
  if (found?.stored === households && found.different === 0) return;
  process.stderr.write(`${files} files judged, ${found?.stored} rows stored, ${found?.different} different from the naive way\n`);
  process.exitCode = 1;
}
