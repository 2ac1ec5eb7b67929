import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { issueCredential } from '#modules/cards';
import { toDate } from '#platform/dates';
import { writeUrls } from '../surfaces/process.ts';
import { openBenchHouse } from './bench-house.ts';
import { type BenchLine, printReport } from './report.ts';
import { type AskedFamily, fillRights, PERSONS_A_FAMILY } from './rights-families.ts';

// Rights asked over the wire, a second and the slowest of a hundred, with the whole country's families in the database: by number, by national card
// with birth date, by signed code, and a thousand at once. Each answer is noted before it is given. The peer is one row by its primary key through
// the same server, desk and database in the same run; the load, the server and the database share the machine's cores with both.
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, persons: { type: 'string' }, seconds: { type: 'string' } },
});
const persons = Number(values.persons ?? (values.quick ? 4_000 : 9_000_000));
const seconds = Number(values.seconds ?? (values.quick ? 3 : 15));
const connections = 10;
const KEY = 'the-key-of-the-benchmark-is-of-no-use-elsewhere';

type Target = { readonly path: string; readonly bodyOf: (family: AskedFamily) => unknown };
type Loaded = { readonly perSecond: number; readonly p99: number };

const codes = new Map<string, string>();
const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
const asking = (subjects: readonly object[]) => ({ subjects: subjects.map((subject, at) => ({ ref: `${at}`, ...subject })) });
const byNumber: Target = { path: '/gateway/v1/rights', bodyOf: ({ number }) => asking([{ registration: number }]) };
const byCard: Target = { path: '/gateway/v1/rights', bodyOf: ({ card, born }) => asking([{ card, birth_date: born }]) };
const byCode: Target = { path: '/gateway/v1/rights', bodyOf: (family) => asking([{ code: codeOf(family) }]) };
const bare: Target = { path: '/gateway/v1/bare', bodyOf: ({ number }) => ({ number }) };

const bench = await openBenchHouse();
const server = await startServer();
try {
  const filling = performance.now();
  const families = await fillRights(bench.owner, Math.ceil(persons / PERSONS_A_FAMILY));
  const filled = (performance.now() - filling) / 1_000;
  await makeAgreement();
  const origin = `http://127.0.0.1:${server.port}`;
  await checkAnswers(origin, families);
  const title = `The rights question: ${persons.toLocaleString('en')} persons, ${connections} askers at a time, ${seconds} s each`;
  printReport(title, [...(await measure(origin, families)), { figure: 'families made', value: filled, unit: 's' }]);
} finally {
  server.child.disconnect();
  await once(server.child, 'exit');
  await bench.close();
}

async function startServer(): Promise<{ child: ChildProcess; port: number }> {
  const env = { ...process.env, ...writeUrls(bench.house.urls), RAMED_DATA: bench.config.dataFolder, RAMED_LOG: 'error' };
  const child = fork(fileURLToPath(new URL('rights-server.ts', import.meta.url)), { execArgv: process.execArgv, env });
  const [port] = (await once(child, 'message')) as [number];
  return { child, port };
}

async function makeAgreement(): Promise<void> {
  await bench.owner.pool.query(
    `with made as (
       insert into exchange.agreement (id, partner, name_fr, name_ar, purpose_fr, purpose_ar, legal_basis, legal_status, may_ask_by, fields,
         per_minute, from_day, made_at, made_by)
       values (uuidv7(), 'bench', 'Banc', 'قياس', 'Mesurer', 'قياس', 'none', 'illustrative', '{registration,card,code}',
         '{period,reason,next,category,registration}', 2000000000, '2020-01-01', now(), 'system:bench') returning id, made_at, made_by)
     insert into exchange.agreement_key (digest, agreement_id, made_at, made_by) select $1, id, made_at, made_by from made`,
    [createHash('sha256').update(KEY).digest('hex')],
  );
}

/** Signed when it is asked for the first time, so that the load does not pay for signing while it measures. */
function codeOf({ number }: AskedFamily): string {
  const known = codes.get(number);
  if (known !== undefined) return known;
  const days = { validFrom: toDate('2026-01-01'), validUntil: toDate('2028-12-31') };
  const names = { latin: 'BENCH', arabic: 'قياس' };
  const claims = { kind: 'card', issuer: 'ANAM', registrationNumber: number, cardSerial: 'C26000417', category: 'poor' } as const;
  const { text } = issueCredential({ ...claims, ...days, names, birthYears: [1980] }, bench.house.signingKey);
  codes.set(number, text);
  return text;
}

async function measure(origin: string, families: readonly AskedFamily[]): Promise<BenchLine[]> {
  for (const family of families) codeOf(family);
  const peer = await load(origin, bare, families);
  const lines = (figure: string, own: Loaded): BenchLine[] => [
    { figure, value: own.perSecond, unit: 'requests/s', peer: { name: 'a row by its key', value: peer.perSecond } },
    {
      figure: '  99 in 100 within',
      value: own.p99,
      unit: 'ms',
      peer: { name: 'a row by its key', value: Math.max(peer.p99, 1) },
    },
  ];
  const single = [
    ...lines('by number', await load(origin, byNumber, families)),
    ...lines('by national card and birth date', await load(origin, byCard, families)),
    ...lines('by signed code', await load(origin, byCode, families)),
  ];
  const sets = Array.from({ length: 20 }, (_, at) =>
    Array.from({ length: 1_000 }, (_, n) => families[(at * 997 + n) % families.length]),
  );
  const thousand: Target = {
    path: '/gateway/v1/rights',
    bodyOf: ({ number }) => {
      const set = sets[Number(number.slice(-3)) % sets.length] ?? [];
      return asking(set.flatMap((one) => (one ? [{ card: one.card, birth_date: one.born }] : [])));
    },
  };
  const { perSecond, p99 } = await load(origin, thousand, families);
  return [
    ...single,
    {
      ...{ figure: 'a thousand at once, by card', value: perSecond * 1_000, unit: 'persons/s' },
      peer: { name: 'a row by its key', value: peer.perSecond },
    },
    { figure: '  99 in 100 within', value: p99, unit: 'ms' },
  ];
}

/** Not every answer that is quick is right: of some families each is asked in three ways, and must be told what it was filled with. */
async function checkAnswers(origin: string, families: readonly AskedFamily[]): Promise<void> {
  for (const family of families.slice(0, 50))
    for (const { path, bodyOf } of [byNumber, byCard, byCode]) {
      const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(bodyOf(family)) });
      const told = (await answer.json()) as { answers?: readonly { state: string }[] };
      if (told.answers?.[0]?.state !== family.state)
        throw new Error(`${path}: ${answer.status}, ${JSON.stringify(told)} is not ${family.state}`);
    }
}

async function load(origin: string, { path, bodyOf }: Target, families: readonly AskedFamily[]): Promise<Loaded> {
  let asked = 0;
  const next = () => {
    const family = families[asked++ % families.length];
    return family ? JSON.stringify(bodyOf(family)) : '';
  };
  const setupRequest = (request: autocannon.Request) => ({ ...request, method: 'POST' as const, path, headers, body: next() });
  const run = (duration: number) => autocannon({ url: origin, connections, duration, requests: [{ setupRequest }] });
  await run(Math.ceil(seconds / 4));
  const result = await run(seconds);
  if (result.non2xx > 0 || result.errors > 0) {
    process.stderr.write(`${path}: ${result.non2xx} refused, ${result.errors} broken of ${result.requests.total}\n`);
    process.exitCode = 1;
  }
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}
