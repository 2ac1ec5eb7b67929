import { parseArgs } from 'node:util';
import { lookUp, type Manifest, nodeHashes, oneInHowMany, publishSnapshot, type SetAtHand } from '#modules/cards';
import { systemClock, today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { systemActor } from '#platform/permissions';
import { aSigningKey } from '../modules/cards/testing/credentials.ts';
import { aPublisher, atHand } from '../modules/cards/testing/snapshots.ts';
import { openBenchHouse } from './bench-house.ts';
import { type BenchLine, printReport } from './report.ts';
import { fillRights, PERSONS_A_FAMILY } from './rights-families.ts';
import { aNation, dayAfterIn, entropyOf, nationSize } from './snapshot-nation.ts';

// The snapshot of all rights: its size beside what theory allows and what a plain list takes, how fast a number is verified in it, how often a number
// that nobody has passes for somebody's, what one day changes; and how long the register takes to make one. The nation is invented number by number
// (--persons), numbers that nobody has too (--foreign); the register is a real one, of fewer (--register).
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    persons: { type: 'string' },
    register: { type: 'string' },
    foreign: { type: 'string' },
  },
});
const persons = Number(values.persons ?? (values.quick ? 40_000 : 9_000_000));
const registered = Number(values.register ?? (values.quick ? 4_000 : 1_000_000));
const foreign = Number(values.foreign ?? (values.quick ? 50_000 : 20_000_000));
const day = today(systemClock).toString();
const MB = 1_000_000;

const READ_ALONE = `
  select count(*) as families, sum(length(p.state) + length(r.number)) as letters, sum(m.born) as years from entitlements.registration r
  join entitlements.right_period p on p.registration_number = r.number
  join (
    select h.request_id, sum(extract(year from m.birth_date)) as born from registry.household h
    join registry.household_member m on m.household_id = h.id group by h.request_id
  ) m on m.request_id = r.request_id`;

const size = nationSize(persons);
const publisher = aPublisher(aSigningKey());
const [whole, wholeSeconds] = timed(() => publisher.publish(aNation(size, day), day));
const [delta, deltaSeconds] = timed(() => publisher.publish(dayAfterIn(size, day), addDays(today(systemClock), 1).toString()));
const sets = [whole, delta].map(atHand);
const title = `The snapshot of all rights: ${persons.toLocaleString('en')} persons, ${whole.manifest.entries.toLocaleString('en')} numbers`;
printReport(title, [...sizes(), ...(await verifying(sets)), ...(await passing(sets))]);
printReport('Made from a register', await fromRegister());

function sizes(): BenchLine[] {
  const { manifest, bytes } = whole;
  const falseBits = 40 - Math.log2(manifest.entries);
  const said = entropyOf(aNation(size, day));
  const least = (manifest.entries * falseBits + said) / 8;
  const list = manifest.entries * (5 + 2) + persons;
  const bloom = (manifest.entries * falseBits * Math.LOG2E) / 8;
  const full = bytes.length + JSON.stringify(manifest).length;
  return [
    { figure: 'whole', value: full / MB, unit: 'MB', peer: { name: 'least there can be', value: least / MB }, aim: '25 or less' },
    { figure: 'whole', value: full / MB, unit: 'MB', peer: { name: 'a sorted list, bytes whole', value: list / MB } },
    {
      figure: 'whole',
      value: full / MB,
      unit: 'MB',
      peer: { name: 'a Bloom filter that says yes or no alone', value: bloom / MB },
    },
    { figure: 'numbers put in order and packed', value: manifest.entries / wholeSeconds, unit: 'numbers/s' },
    { figure: `a day, ${delta.manifest.entries.toLocaleString('en')} changes`, value: manifestBytes(delta) / MB, unit: 'MB' },
    { figure: '  found and packed in', value: deltaSeconds, unit: 's' },
  ];
}

function manifestBytes({ manifest, bytes }: { manifest: Manifest; bytes: Buffer }): number {
  return bytes.length + JSON.stringify(manifest).length;
}

async function verifying(all: readonly SetAtHand[]): Promise<BenchLine[]> {
  const names = Array.from({ length: 20_000 }, (_, at) => `registration:${(at * 7_919) % size.families}`);
  const one = await perSecond(names, (name) => lookUp(all, name, nodeHashes));
  const hash = await perSecond(names, (name) => nodeHashes.hmac(Buffer.alloc(32), name));
  const kinds = await Promise.all(names.slice(0, 500).map((name) => lookUp(all, name, nodeHashes)));
  if (kinds.some(({ kind }) => kind !== 'known')) throw new Error('a number of the nation is not known');
  return [{ figure: 'verified', value: one, unit: 'numbers/s', peer: { name: 'its keyed digest alone', value: hash } }];
}

async function perSecond<T>(names: readonly string[], run: (name: string) => Promise<T>): Promise<number> {
  const begun = performance.now();
  for (const name of names) await run(name);
  return (names.length * 1_000) / (performance.now() - begun);
}

/** Numbers that nobody has: how many pass, within what the chance of so many leaves open, beside how many were said to. */
async function passing(all: readonly SetAtHand[]): Promise<BenchLine[]> {
  const stated = oneInHowMany(all.map(({ manifest }) => manifest));
  let passed = 0;
  for (let at = 0; at < foreign; at += 1) if ((await lookUp(all, `nobody:${at}`, nodeHashes)).kind !== 'nobody') passed += 1;
  const [least, most] = intervalOf(passed, 0.98);
  // A place that no outlook has betrays another number's entry: fewer may pass than is said, and never more.
  if (intervalOf(passed, 2.5)[0] > foreign / stated)
    throw new Error(`${passed} of ${foreign} pass, ${foreign / stated} were said to`);
  const oneIn = (count: number) => (count === 0 ? 'none' : Math.round(foreign / count).toLocaleString('en'));
  return [
    { figure: 'a number that nobody has passes: said to be one in', value: stated, unit: 'numbers' },
    {
      figure: `  seen of ${foreign.toLocaleString('en')}: one in ${oneIn(passed)}, 95 in 100 between ${oneIn(most)} and ${oneIn(least)}`,
      value: passed,
      unit: 'numbers',
      peer: { name: 'said to', value: foreign / stated },
    },
  ];
}

/** What a count leaves open (Poisson, by square roots): with 0.98, in 95 of 100 such countings. */
function intervalOf(count: number, wide: number): readonly [number, number] {
  return [Math.max(0, Math.sqrt(count) - wide) ** 2, (Math.sqrt(count + 1) + wide) ** 2];
}

/** The same from a register in PostgreSQL, beside reading its families alone. */
async function fromRegister(): Promise<BenchLine[]> {
  const bench = await openBenchHouse();
  try {
    await fillRights(bench.owner, Math.ceil(registered / PERSONS_A_FAMILY));
    const { desk, clock, snapshots: shelf, signingKey: key } = bench.house;
    const publishing = { desk, clock, shelf, key, actor: systemActor('bench') };
    const [plain, plainSeconds] = await timedLater(() => bench.owner.pool.query(READ_ALONE));
    const before = process.memoryUsage().rss;
    const [manifest, seconds] = await timedLater(() => publishSnapshot(publishing));
    const [again, againSeconds] = await timedLater(() => publishSnapshot(publishing));
    if (manifest.entries === 0 || again.entries !== 0) throw new Error('the register gives another snapshot the second time');
    return [
      {
        figure: `made from a register of ${registered.toLocaleString('en')}`,
        value: registered / seconds,
        unit: 'persons/s',
        peer: { name: `the same ${plain.rows[0].families} families added up in SQL`, value: registered / plainSeconds },
      },
      { figure: '  made once more, nothing changed', value: registered / againSeconds, unit: 'persons/s' },
      { figure: '  memory more than before', value: Math.max(0, process.memoryUsage().rss - before) / MB, unit: 'MB' },
    ];
  } finally {
    await bench.close();
  }
}

function timed<T>(run: () => T): [T, number] {
  const begun = performance.now();
  return [run(), (performance.now() - begun) / 1_000];
}

async function timedLater<T>(run: () => Promise<T>): Promise<[T, number]> {
  const begun = performance.now();
  return [await run(), (performance.now() - begun) / 1_000];
}
