import type { ChoiceAnswer, FlagAnswer, NumberAnswer } from '#law';
import type { AnonymousDeclaration, AnonymousMember } from './declaration.ts';

// One function for each answer, rather than one that walks a path: the engine then reads each as a plain property.

export const flagAnswers: Readonly<Record<FlagAnswer, (d: AnonymousDeclaration) => boolean | undefined>> = {
  'dwelling.bath': (d) => d.dwelling?.bath,
  'dwelling.kitchen': (d) => d.dwelling?.kitchen,
  'dwelling.toilet': (d) => d.dwelling?.toilet,
  'dwelling.running_water': (d) => d.dwelling?.running_water,
  'dwelling.electricity': (d) => d.dwelling?.electricity,
  'dwelling.own_meter': (d) => d.dwelling?.own_meter,
  'dwelling.garage': (d) => d.dwelling?.garage,
  'assets.second_home': (d) => d.assets?.second_home,
  'assets.business_premises': (d) => d.assets?.business_premises,
  'assets.non_farm_land': (d) => d.assets?.non_farm_land,
  'assets.licence_rent': (d) => d.assets?.licence_rent,
  'resources.bank_loan': (d) => d.resources?.bank_loan,
};

export const numberAnswers: Readonly<Record<NumberAnswer, (d: AnonymousDeclaration) => number | undefined>> = {
  nuclei: (d) => d.nuclei,
  'dwelling.rooms': (d) => d.dwelling?.rooms,
  'equipment.computers': (d) => d.equipment?.computers,
  'equipment.dishes': (d) => d.equipment?.dishes,
  'equipment.landlines': (d) => d.equipment?.landlines,
  'equipment.mobile_phones': (d) => d.equipment?.mobile_phones,
  'equipment.cars': (d) => d.equipment?.cars,
  'equipment.motorcycles': (d) => d.equipment?.motorcycles,
  'equipment.tractors': (d) => d.equipment?.tractors,
  'assets.irrigated_ha': (d) => d.assets?.irrigated_ha,
  'assets.rainfed_ha': (d) => d.assets?.rainfed_ha,
  'assets.cows': (d) => d.assets?.cows,
  'assets.sheep_goats': (d) => d.assets?.sheep_goats,
  'assets.fruit_trees': (d) => d.assets?.fruit_trees,
  'assets.poultry_house': (d) => d.assets?.poultry_house,
  'resources.income_year': (d) => d.resources?.income_year,
  'resources.transfers_year': (d) => d.resources?.transfers_year,
  'spending_year.butane': (d) => d.spending_year?.butane,
  'spending_year.water_electricity': (d) => d.spending_year?.water_electricity,
  'spending_year.phone_internet': (d) => d.spending_year?.phone_internet,
};

export const choiceAnswers: Readonly<Record<ChoiceAnswer, (d: AnonymousDeclaration) => string | undefined>> = {
  'dwelling.kind': (d) => d.dwelling?.kind,
  'dwelling.tenure': (d) => d.dwelling?.tenure,
};

export type MemberWord = 'relation' | 'education' | 'schooling' | 'occupation';
export type MemberFlag = 'literate' | 'earns' | 'disabled';

export const memberWords: Readonly<Record<MemberWord, (m: AnonymousMember) => string | undefined>> = {
  relation: (m) => m.relation,
  education: (m) => m.education,
  schooling: (m) => m.schooling,
  occupation: (m) => m.occupation,
};

export const memberFlags: Readonly<Record<MemberFlag, (m: AnonymousMember) => boolean | undefined>> = {
  literate: (m) => m.literate,
  earns: (m) => m.earns,
  disabled: (m) => m.disabled,
};
