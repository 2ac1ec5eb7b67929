import type { Declaration } from '#modules/eligibility';
import type { Filed, Planting } from './plant.ts';
import type { Random } from './random.ts';
import type { Stated } from './truth.ts';

/** Leaves the declaration as it is and lets the household really have more than it says: no register knows, an enquiry may. */
export function plantLie({ declaration, reference, random }: Planting): Omit<Filed, 'reference'> {
  const lie = random.pick(lies[declaration.milieu].filter((one) => one.stated(declaration) !== true));
  const stated = lie.stated(declaration) ?? null;
  const truth = { kind: 'false-declaration', reference, path: lie.path, stated, really: lie.really(stated, random) } as const;
  return { declaration, truths: [{ ...truth, expected: 'seen-by-an-enquiry-only' }] };
}

type Lie = {
  readonly path: string;
  readonly stated: (declaration: Declaration) => Stated | undefined;
  readonly really: (stated: Stated, random: Random) => Stated;
};

const more = (least: number, most: number) => (stated: Stated, random: Random) => Number(stated) + random.between(least, most);
const hasIt = () => true;

const income: Lie = {
  path: 'resources.income_year',
  stated: ({ resources }) => resources?.income_year,
  really: (stated, random) => Number(stated) * 2 + random.between(120, 480) * 100,
};
const car: Lie = { path: 'equipment.cars', stated: ({ equipment }) => equipment?.cars, really: more(1, 1) };
const transfers: Lie = {
  path: 'resources.transfers_year',
  stated: ({ resources }) => resources?.transfers_year,
  really: (stated, random) => Number(stated) + random.between(60, 360) * 100,
};

const lies: Readonly<Record<'urban' | 'rural', readonly Lie[]>> = {
  urban: [
    income,
    transfers,
    car,
    { path: 'assets.licence_rent', stated: ({ assets }) => assets?.licence_rent, really: hasIt },
    { path: 'assets.business_premises', stated: ({ assets }) => assets?.business_premises, really: hasIt },
  ],
  rural: [
    income,
    transfers,
    car,
    { path: 'assets.cows', stated: ({ assets }) => assets?.cows, really: more(4, 14) },
    { path: 'assets.sheep_goats', stated: ({ assets }) => assets?.sheep_goats, really: more(30, 140) },
    { path: 'assets.irrigated_ha', stated: ({ assets }) => assets?.irrigated_ha, really: more(2, 9) },
    { path: 'assets.fruit_trees', stated: ({ assets }) => assets?.fruit_trees, really: more(80, 400) },
  ],
};
