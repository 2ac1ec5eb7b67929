import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { type FormulaInForce, formulaPeriods, type MemberFilter, type Reading, type ScoreTable } from '#law';
import { assess, type Declaration } from '#modules/eligibility';

/** A household as JSON Logic can read it: it knows no dates and no table of regions, so ages, size and constant come with it. */
export type Readable = Omit<Declaration, 'members'> & {
  readonly members: readonly (Declaration['members'][number] & { readonly age: number })[];
  readonly size: number;
  readonly regional: number;
};

/** A household with every variable already read from it: json-rules-engine can neither multiply nor count. */
export type Prepared = Readable & { readonly variables: readonly number[] };

/** What must be done to a declaration before JSON Logic can score it, as cheaply as it can be done. */
export function makeReadable(declaration: Declaration): Readable {
  const members = declaration.members.map((member) => ({
    ...member,
    age: yearsBetween(member.birth_date, declaration.filed_on),
  }));
  const regional = regionals[declaration.milieu][declaration.commune.slice(0, 2)] as number;
  return { ...declaration, members, size: members.length, regional };
}

export function prepare(declaration: Declaration): Prepared {
  const contributions = assess('rsu-2022', declaration).scores[0]?.contributions ?? [];
  const values = new Map(contributions.map(({ id, value }) => [id, value ?? Number.NaN]));
  const { variables } = tableOf(formula, declaration.milieu);
  return { ...makeReadable(declaration), variables: variables.map(({ id }) => values.get(id) ?? 0) };
}

const formula = registryFormula();
const regionals = { urban: tableOf(formula, 'urban').regions ?? {}, rural: tableOf(formula, 'rural').regions ?? {} };

/** The formula as compiled JSON Logic: a function of a prepared household. */
export function compiledJsonLogic(): (household: Readable) => number {
  const engine = new LogicEngine();
  const urban = engine.build(toJsonLogic(tableOf(formula, 'urban')) as never) as (data: unknown) => number;
  const rural = engine.build(toJsonLogic(tableOf(formula, 'rural')) as never) as (data: unknown) => number;
  return (household) => (household.milieu === 'urban' ? urban(household) : rural(household));
}

/** The formula as rules: a fact sums the weighted variables, two rules compare it with the limits. */
export function jsonRules(): (household: Prepared) => Promise<{ score: number; met: readonly string[] }> {
  const urban = rulesEngine('urban');
  const rural = rulesEngine('rural');
  return async (household) => {
    const { almanac, events } = await (household.milieu === 'urban' ? urban : rural).run({ household });
    return { score: await almanac.factValue<number>('score'), met: events.map(({ type }) => type) };
  };
}

function registryFormula(): FormulaInForce {
  const [period] = formulaPeriods('rsu-2022');
  if (!period) throw new Error('the law has no registry formula');
  return period.formula;
}

function tableOf(formula: FormulaInForce, milieu: 'urban' | 'rural'): ScoreTable {
  return formula.scores[milieu] as ScoreTable;
}

function rulesEngine(milieu: 'urban' | 'rural'): Engine {
  const { constant, variables } = tableOf(formula, milieu);
  const weights = variables.map(({ coefficient }) => coefficient);
  const conditions = formula.branches.find((branch) => branch.milieu === milieu)?.conditions ?? [];
  const rules = conditions.map(({ key, limit }) => ({
    conditions: { all: [{ fact: 'score', operator: 'lessThanInclusive', value: limit }] },
    event: { type: key },
  }));
  const engine = new Engine(rules);
  engine.addFact('score', async (_, almanac) => {
    const household = await almanac.factValue<Prepared>('household');
    let sum = constant + household.regional;
    for (let row = 0; row < weights.length; row++) sum += (weights[row] as number) * (household.variables[row] as number);
    return sum;
  });
  return engine;
}

/** JSON Logic reads the same table, in its own standard words. */
function toJsonLogic(table: ScoreTable): unknown {
  const terms = table.variables.map(({ coefficient, reading }) => weighted(coefficient, reading));
  return { '+': [table.constant, { var: 'regional' }, ...terms] };
}

/** A yes-or-no reading needs no multiplication: the weight or nothing. */
function weighted(coefficient: number, reading: Reading): unknown {
  const truth = truthOf(reading);
  return truth === undefined ? { '*': [coefficient, numberOf(reading)] } : { if: [truth, coefficient, 0] };
}

function truthOf(reading: Reading): unknown {
  if ('flag' in reading) return { var: reading.flag };
  if ('choice' in reading) return { in: [{ var: reading.choice }, reading.among] };
  if ('any' in reading) return { some: [{ var: 'members' }, filterOf(reading.where, '')] };
  if ('member' in reading) return filterOf(reading.is, `members.${reading.member - 1}.`);
  if ('at_most' in reading) return { '<=': [numberOf(reading.of), reading.at_most] };
  if ('more_than' in reading) return { '>': [numberOf(reading.of), reading.more_than] };
  if ('exactly' in reading) return { '===': [numberOf(reading.of), reading.exactly] };
  if ('either' in reading) return { or: reading.either.map(truthOf) };
  if ('both' in reading) return { and: reading.both.map(truthOf) };
  return undefined;
}

function numberOf(reading: Reading): unknown {
  if ('number' in reading) return { var: reading.number };
  if ('count' in reading) return reading.where ? countOf(reading.where) : { var: 'size' };
  if ('share' in reading) return { '/': [countOf(reading.where), { var: 'size' }] };
  if ('age_of_member' in reading) return { var: `members.${reading.age_of_member - 1}.age` };
  if ('square' in reading) return { '*': [numberOf(reading.square), numberOf(reading.square)] };
  if ('per_person' in reading) return { '/': [numberOf(reading.per_person), { var: 'size' }] };
  if ('ratio' in reading) return { '/': reading.ratio.map(numberOf) };
  throw new TypeError(`no JSON Logic for ${JSON.stringify(reading)}`);
}

function countOf(where: MemberFilter): unknown {
  return {
    reduce: [
      { var: 'members' },
      { if: [filterOf(where, 'current.'), { '+': [{ var: 'accumulator' }, 1] }, { var: 'accumulator' }] },
      0,
    ],
  };
}

function filterOf({ age, other_cover: cover, ...answers }: MemberFilter, prefix: string): unknown {
  const ages = [
    ...(age?.from === undefined ? [] : [{ '>=': [{ var: `${prefix}age` }, age.from] }]),
    ...(age?.to === undefined ? [] : [{ '<=': [{ var: `${prefix}age` }, age.to] }]),
  ];
  const others = Object.entries(answers).map(([key, wanted]) => {
    const answer = { var: `${prefix}${key}` };
    if (wanted === true) return answer;
    return Array.isArray(wanted) && wanted.length === 1 ? { '===': [answer, wanted[0]] } : { in: [answer, wanted] };
  });
  const all = [...ages, ...others, ...(cover ? [{ '!!': [{ var: `${prefix}other_cover` }] }] : [])];
  return all.length === 1 ? all[0] : { and: all };
}

function yearsBetween(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
