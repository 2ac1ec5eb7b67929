import { readFileSync } from 'node:fs';
import { type Declaration, parseDeclaration } from '#modules/eligibility';

/**
 * Declarations to score: the thirty worked cases of the law, each varied in what moves the score (rooms, phones, spending, loans,
 * births), always the same for the same number. Parsed, as everything that is scored is.
 */
export function householdsToScore(count: number): Declaration[] {
  const cases = JSON.parse(readFileSync(new URL('../law/cases/rsu-2022.json', import.meta.url), 'utf8')) as Worked[];
  const next = numbersFrom(20_221_201);
  return Array.from({ length: count }, (_, index) => parsed(varied(cases[index % cases.length] as Worked, next)));
}

type Worked = { readonly declaration: Declaration };
type Next = (below: number) => number;

function varied({ declaration }: Worked, next: Next): unknown {
  return {
    ...declaration,
    members: declaration.members.map((member) => ({ ...member, birth_date: `${1930 + next(85)}${member.birth_date.slice(4)}` })),
    dwelling: { ...declaration.dwelling, rooms: 1 + next(6), bath: next(2) === 1, own_meter: next(2) === 1 },
    equipment: { ...declaration.equipment, mobile_phones: next(6), cars: next(2), computers: next(3) },
    resources: { ...declaration.resources, bank_loan: next(5) === 0 },
    spending_year: { butane: next(1500), water_electricity: next(5000), phone_internet: next(3000) },
  };
}

function parsed(value: unknown): Declaration {
  const result = parseDeclaration(value);
  if (!result.ok) throw new Error(`a household of the benchmark is not a declaration: ${JSON.stringify(result.issues)}`);
  return result.declaration;
}

/** Marsaglia's xorshift: the same numbers on every machine. */
function numbersFrom(seed: number): Next {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
