import type { AnonymousDeclaration } from './declaration.ts';
import { choices } from './declaration.ts';
import type { OutsideFacts } from './household.ts';

/** What each of the first registers holds, by the path of the answer; `size` is the number of members. */
export const answerPaths = [
  'size',
  'nuclei',
  'dwelling.bath',
  'dwelling.kitchen',
  'dwelling.toilet',
  'dwelling.running_water',
  'dwelling.electricity',
  'dwelling.own_meter',
  'dwelling.garage',
  'dwelling.rooms',
  'dwelling.kind',
  'equipment.computers',
  'equipment.dishes',
  'equipment.landlines',
  'equipment.mobile_phones',
  'equipment.cars',
  'equipment.motorcycles',
  'equipment.tractors',
  'assets.second_home',
  'assets.business_premises',
  'assets.non_farm_land',
  'assets.licence_rent',
  'assets.irrigated_ha',
  'assets.rainfed_ha',
  'assets.cows',
  'assets.sheep_goats',
  'assets.fruit_trees',
  'assets.poultry_house',
  'resources.bank_loan',
  'resources.income_year',
  'resources.transfers_year',
  'spending_year.butane',
  'spending_year.water_electricity',
  'spending_year.phone_internet',
  'facts.commune_poverty_rate',
] as const;
export type AnswerPath = (typeof answerPaths)[number];

/** Behind the answers stand the counts of members, then the results of the steps of a program. */
export const firstCount = answerPaths.length;
export const firstResult = firstCount + 64;
export const registerCount = firstResult + 256;

/** A choice is held as its place from 1 in the list of what may be answered. */
export const choicesOf = { 'dwelling.kind': choices.dwelling_kind } as const;

const unknown = Number.NaN;

/** Writes every answer into its register, NaN where there is none. Written out, not looped: each line is one machine load. */
export function readAnswers(declaration: AnonymousDeclaration, facts: OutsideFacts, registers: Float64Array): void {
  const { dwelling, equipment, assets, resources, spending_year: spending } = declaration;
  registers[0] = declaration.members.length;
  registers[1] = declaration.nuclei ?? unknown;
  registers[2] = flag(dwelling?.bath);
  registers[3] = flag(dwelling?.kitchen);
  registers[4] = flag(dwelling?.toilet);
  registers[5] = flag(dwelling?.running_water);
  registers[6] = flag(dwelling?.electricity);
  registers[7] = flag(dwelling?.own_meter);
  registers[8] = flag(dwelling?.garage);
  registers[9] = dwelling?.rooms ?? unknown;
  registers[10] = kindNumbers.get(dwelling?.kind) ?? unknown;
  registers[11] = equipment?.computers ?? unknown;
  registers[12] = equipment?.dishes ?? unknown;
  registers[13] = equipment?.landlines ?? unknown;
  registers[14] = equipment?.mobile_phones ?? unknown;
  registers[15] = equipment?.cars ?? unknown;
  registers[16] = equipment?.motorcycles ?? unknown;
  registers[17] = equipment?.tractors ?? unknown;
  registers[18] = flag(assets?.second_home);
  registers[19] = flag(assets?.business_premises);
  registers[20] = flag(assets?.non_farm_land);
  registers[21] = flag(assets?.licence_rent);
  registers[22] = assets?.irrigated_ha ?? unknown;
  registers[23] = assets?.rainfed_ha ?? unknown;
  registers[24] = assets?.cows ?? unknown;
  registers[25] = assets?.sheep_goats ?? unknown;
  registers[26] = assets?.fruit_trees ?? unknown;
  registers[27] = assets?.poultry_house ?? unknown;
  registers[28] = flag(resources?.bank_loan);
  registers[29] = resources?.income_year ?? unknown;
  registers[30] = resources?.transfers_year ?? unknown;
  registers[31] = spending?.butane ?? unknown;
  registers[32] = spending?.water_electricity ?? unknown;
  registers[33] = spending?.phone_internet ?? unknown;
  registers[34] = facts.commune_poverty_rate ?? unknown;
}

function flag(answer: boolean | undefined): number {
  return answer === undefined ? unknown : answer ? 1 : 0;
}

const kindNumbers = new Map<string | undefined, number>(choices.dwelling_kind.map((kind, index) => [kind, index + 1]));
