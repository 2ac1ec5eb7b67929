import type { Declaration } from '#modules/eligibility';
import type { Fortune, Situation } from './people.ts';
import type { Weighted } from './random.ts';

export type Home = Required<Pick<Declaration, 'dwelling' | 'equipment' | 'assets' | 'resources' | 'spending_year'>>;

/** What the household lives in, owns, earns and spends. Shares without wealth are those of RGPH 2014 for the milieu. */
export function drawHome(people: readonly (Situation & { readonly age: number })[], fortune: Fortune): Home {
  const farms = people.some((person) => person.occupation === 'farmer');
  const dwelling = drawDwelling(people.length, fortune);
  const adults = people.filter((person) => person.age >= 15).length;
  return {
    dwelling,
    equipment: drawEquipment(adults, farms, fortune),
    assets: drawAssets(farms, fortune),
    resources: drawResources(people, fortune),
    spending_year: drawSpending(people.length, dwelling, fortune),
  };
}

function drawDwelling(
  size: number,
  { random, milieu, wealth }: Fortune,
): Home['dwelling'] & { electricity: boolean; running_water: boolean } {
  const kind = random.weighted(wealth < -0.9 ? poorDwellings[milieu] : dwellings[milieu]);
  const perRoom = Math.max(0.75, (milieu === 'urban' ? 1.14 : 1.5) - 0.2 * wealth + 0.45 * random.bell());
  const electricity = random.chance(leaning(services.electricity[milieu], wealth));
  return {
    kind,
    tenure: random.weighted(tenures[milieu]),
    rooms: kind === 'room' ? 1 : Math.max(1, Math.round(size / perRoom)),
    bath: random.chance(leaning(services.bath[milieu], wealth)),
    kitchen: random.chance(leaning(services.kitchen[milieu], wealth)),
    toilet: random.chance(leaning(services.toilet[milieu], wealth)),
    running_water: random.chance(leaning(services.running_water[milieu], wealth)),
    electricity,
    own_meter: electricity && random.chance(leaning(services.own_meter[milieu], wealth)),
    garage: kind !== 'room' && kind !== 'shanty' && random.chance(Math.max(0, 0.03 + 0.03 * wealth)),
  };
}

type DwellingKind = NonNullable<Home['dwelling']['kind']>;
type ByMilieu<Value> = Readonly<Record<'urban' | 'rural', Value>>;

const dwellings: ByMilieu<readonly Weighted<DwellingKind>[]> = {
  urban: [
    ['modern_house', 62],
    ['flat', 16],
    ['traditional_house', 12],
    ['room', 5],
    ['shanty', 3],
    ['other', 1],
    ['villa', 1],
  ],
  rural: [
    ['rural_earth_house', 42],
    ['rural_stone_house', 30],
    ['modern_house', 14],
    ['traditional_house', 10],
    ['other', 2],
    ['shanty', 2],
  ],
};
const poorDwellings: ByMilieu<readonly Weighted<DwellingKind>[]> = {
  urban: [
    ['modern_house', 46],
    ['traditional_house', 18],
    ['room', 18],
    ['shanty', 15],
    ['other', 3],
  ],
  rural: [
    ['rural_earth_house', 68],
    ['rural_stone_house', 20],
    ['shanty', 8],
    ['traditional_house', 4],
  ],
};
const tenures: ByMilieu<readonly Weighted<NonNullable<Home['dwelling']['tenure']>>[]> = {
  urban: [
    ['owned', 62.7],
    ['rented', 27],
    ['free', 9],
    ['other', 1.3],
  ],
  rural: [
    ['owned', 89.6],
    ['rented', 1.4],
    ['free', 8],
    ['other', 1],
  ],
};

const services = {
  electricity: { urban: 0.952, rural: 0.846 },
  own_meter: { urban: 0.82, rural: 0.86 },
  running_water: { urban: 0.913, rural: 0.378 },
  toilet: { urban: 0.99, rural: 0.834 },
  bath: { urban: 0.583, rural: 0.459 },
  kitchen: { urban: 0.949, rural: 0.908 },
  dish: { urban: 0.904, rural: 0.718 },
  mobile: { urban: 0.965, rural: 0.903 },
  landline: { urban: 0.197, rural: 0.015 },
  computer: { urban: 0.357, rural: 0.057 },
} as const;

/** The share, moved by wealth as far as its distance from 0 and 1 allows, so that the mean stays. */
function leaning(share: number, wealth: number): number {
  return share + wealth * 0.7 * share * (1 - share);
}

function drawEquipment(adults: number, farms: boolean, { random, milieu, wealth }: Fortune): Home['equipment'] {
  const has = (thing: keyof typeof services) => random.chance(leaning(services[thing][milieu], wealth));
  return {
    computers: has('computer') ? 1 + (wealth > 1.2 ? 1 : 0) : 0,
    dishes: has('dish') ? 1 : 0,
    landlines: has('landline') ? 1 : 0,
    mobile_phones: has('mobile') ? Math.max(1, Math.min(adults, Math.round(adults * 0.75 + 0.6 * random.bell()))) : 0,
    cars: random.chance(Math.max(0, milieu === 'urban' ? 0.045 + 0.05 * wealth : 0.03 + 0.03 * wealth)) ? 1 : 0,
    motorcycles: random.chance(Math.max(0.02, 0.13 + 0.05 * wealth)) ? 1 : 0,
    tractors: farms && wealth > 1.3 && random.chance(0.12) ? 1 : 0,
  };
}

function drawAssets(farms: boolean, { random, milieu, wealth }: Fortune): Home['assets'] {
  const herds = milieu === 'rural' && random.chance(0.62 + 0.1 * wealth);
  const land = farms || (milieu === 'rural' && random.chance(0.3));
  const holding = Math.max(0.15, 1 + 0.55 * wealth + 0.35 * random.bell());
  const abundance = random.chance(largeHoldings) ? 2.6 * holding : 1.15 * holding;
  return {
    second_home: random.chance(Math.max(0, 0.008 + 0.01 * wealth)),
    business_premises: random.chance(Math.max(0, 0.02 + 0.02 * wealth)),
    non_farm_land: random.chance(Math.max(0, 0.012 + 0.012 * wealth)),
    licence_rent: random.chance(Math.max(0, 0.004 + 0.006 * wealth)),
    irrigated_ha: land && random.chance(0.3) ? tenths(0.7 * abundance) : 0,
    rainfed_ha: land && random.chance(0.7) ? tenths(2.2 * abundance) : 0,
    cows: herds && random.chance(0.5) ? Math.round(1.6 * abundance) : 0,
    sheep_goats: herds ? Math.round(7 * abundance) : 0,
    fruit_trees: land && random.chance(0.5) ? Math.round(24 * abundance) : 0,
    poultry_house: land && wealth > 1.4 && random.chance(0.04) ? 1 : 0,
  };
}

/** Some who ask for assistance own a good deal: they are who the patrimony limit is for. */
const largeHoldings = 0.12;

/** DH a year that somebody of the trade says to earn, in an ordinary household of the milieu. */
const earnings: Readonly<Record<Situation['occupation'], number>> = {
  none: 0,
  labourer: 10_500,
  farmer: 9_500,
  artisan: 11_500,
  trader: 12_500,
  other: 9_500,
  machine_operator: 16_000,
  retired_or_rentier: 14_000,
  mid_level: 38_000,
  employer: 48_000,
  senior_manager: 84_000,
};

function drawResources(people: readonly Situation[], { random, milieu, wealth }: Fortune): Home['resources'] {
  const level = Math.max(0.25, (milieu === 'urban' ? 0.65 : 0.68) * (1 + 0.26 * wealth));
  const income = people
    .filter((person) => person.earns)
    .reduce((sum, person) => sum + earnings[person.occupation] * level * Math.max(0.3, 1 + 0.25 * random.bell()), 0);
  const helped = random.chance(income === 0 ? 0.75 : 0.18);
  return {
    income_year: hundreds(income),
    transfers_year: helped ? hundreds(2400 + 1500 * Math.max(-1, wealth + random.bell())) : 0,
    bank_loan: random.chance(Math.max(0.005, 0.05 + 0.035 * wealth)),
  };
}

function drawSpending(
  size: number,
  dwelling: ReturnType<typeof drawDwelling>,
  { random, milieu, wealth }: Fortune,
): Home['spending_year'] {
  const spread = () => Math.max(0.35, 1 + 0.22 * wealth + 0.25 * random.bell());
  const meters = (dwelling.electricity ? 900 : 0) + (dwelling.running_water ? 500 : 0);
  return {
    butane: tens((milieu === 'urban' ? 420 : 380) * (0.5 + size / 9) * spread()),
    water_electricity: tens(meters * (milieu === 'urban' ? 1.2 : 0.75) * (0.6 + size / 11) * spread()),
    phone_internet: tens((milieu === 'urban' ? 780 : 420) * spread()),
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function tens(value: number): number {
  return Math.round(value / 10) * 10;
}

function hundreds(value: number): number {
  return Math.max(0, Math.round(value / 100) * 100);
}
