import { ProvinceCode } from '#modules/territory';
import type { PopulationFile } from './write-population.ts';

/** The options of the sample that ships in `database/seeds/samples`: 400 households of the province of Azilal. */
export const azilalSample = {
  households: 400,
  seed: 'tadla',
  province: ProvinceCode.parse('05.081'),
  filedFrom: '2026-09-07',
  filedTo: '2026-11-20',
  errors: 'usual',
  format: 'xml',
} as const satisfies Omit<PopulationFile, 'file'>;
