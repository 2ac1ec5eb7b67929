import { assess, type Declaration, getFormula, scoreOf } from '#modules/eligibility';
import { median, printReport } from './report.ts';
import { householdsToScore } from './scoring-households.ts';
import { compiledJsonLogic, jsonRules, makeReadable, type Prepared, prepare } from './scoring-peers.ts';

// Households a second on one core by the registry formula, ours and the peers' on the same declarations. Results are compared
// before anything is timed; rounds alternate so that a busy moment of the machine falls on everyone; medians are printed.
// We always start from the declaration: ages from dates, the region, the branch. JSON Logic is measured twice: from the declaration,
// with what it cannot read made readable inside the measure, and in its best form, with all of that done beforehand for nothing.
// json-rules-engine is given every variable already read, and only sums and compares.
const rounds = 9;
const households = householdsToScore(300);
const prepared = households.map(prepare);
const formula = getFormula('rsu-2022');
const byJsonLogic = compiledJsonLogic();
const byJsonRules = jsonRules();

const differences = await countDifferences();
if (differences > 0) {
  process.stderr.write(`${differences} of ${households.length} households are scored differently: nothing was timed\n`);
  process.exitCode = 1;
} else {
  await measure();
}

async function countDifferences(): Promise<number> {
  let different = 0;
  for (const [index, household] of households.entries()) {
    const assessment = assess('rsu-2022', household);
    const met = assessment.conditions.filter((condition) => condition.met).map(({ key }) => key);
    const rules = await byJsonRules(prepared[index] as Prepared);
    const scores = [scoreOf(formula, household), byJsonLogic(prepared[index] as Prepared), rules.score];
    const same = scores.every((score) => Math.abs(score - (assessment.score ?? Number.NaN)) <= 1e-9);
    if (!same || met.join() !== [...rules.met].sort().join()) different += 1;
  }
  return different;
}

async function measure(): Promise<void> {
  const speeds: Record<'plain' | 'explained' | 'logic' | 'readyLogic' | 'rules', number[]> = {
    plain: [],
    explained: [],
    logic: [],
    readyLogic: [],
    rules: [],
  };
  for (let round = 0; round < rounds; round++) {
    speeds.plain.push(speedOf(households, 200, (household) => scoreOf(formula, household)));
    speeds.readyLogic.push(speedOf(prepared, 100, byJsonLogic));
    speeds.logic.push(speedOf(households, 100, (household) => byJsonLogic(makeReadable(household))));
    speeds.explained.push(speedOf(households, 100, weighExplanation));
    speeds.rules.push(await speedOfRules());
  }
  const unit = 'households/s';
  const plain = { figure: 'without explanation', value: median(speeds.plain), unit };
  const explained = { figure: 'with explanation', value: median(speeds.explained), unit, aim: '200,000 a second' };
  const logic = { name: 'json-logic-engine compiled, from the declaration', value: median(speeds.logic) };
  const readyLogic = {
    name: 'json-logic-engine compiled, ages and region computed beforehand',
    value: median(speeds.readyLogic),
  };
  const rules = { name: 'json-rules-engine, variables read beforehand', value: median(speeds.rules) };
  printReport('Scoring by rsu-2022, one core', [
    { ...plain, peer: logic, aim: '3 times the peer' },
    { ...plain, peer: readyLogic },
    { ...plain, peer: rules },
    { ...explained, peer: logic },
    { ...explained, peer: rules },
  ]);
}

/** Reads something of every row, so that no row can be left unmade. */
function weighExplanation(household: Declaration): number {
  const { conditions, scores, favourable, unfavourable } = assess('rsu-2022', household);
  return conditions.length + (scores[0]?.contributions.length ?? 0) + favourable.length + unfavourable.length;
}

function speedOf<Household>(all: readonly Household[], passes: number, score: (household: Household) => number): number {
  let sum = 0;
  const start = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) for (const household of all) sum += score(household);
  const seconds = secondsSince(start);
  if (Number.isNaN(sum)) throw new Error('a household of the benchmark has no score');
  return (all.length * passes) / seconds;
}

async function speedOfRules(): Promise<number> {
  const start = process.cpuUsage();
  for (const household of prepared) await byJsonRules(household);
  return prepared.length / secondsSince(start);
}

/** Seconds of processor, not of the clock: on a shared machine the clock measures the neighbours. Garbage collection is included. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}
