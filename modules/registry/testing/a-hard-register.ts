import { toStatement } from '#modules/applications';
import { population } from '../../applications/testing/population/index.ts';
import type { HouseholdStatement } from '../index.ts';
import { plantTruths, type Truth } from './truth-set.ts';

export type HardRegister = { readonly statements: readonly HouseholdStatement[]; readonly truths: readonly Truth[] };

/** So many invented families with duplicates and namesakes planted among them; the same for the same seed. */
export function aHardRegister(households: number, seed: string): HardRegister {
  let requests = 0;
  const newRequest = () => {
    requests += 1;
    return `again-${requests}`;
  };
  const planted = [...plantTruths(invented(households, seed), { seed, newRequest, share: 0.3 })];
  return { statements: planted.map(({ statement }) => statement), truths: planted.flatMap(({ truths }) => truths) };
}

function* invented(households: number, seed: string): Generator<HouseholdStatement> {
  const options = { households, seed, filedFrom: '2022-09-05', filedTo: '2022-11-25', errors: 'none' } as const;
  for (const { declaration, reference } of population(options)) {
    const { commune: territory, filed_on } = declaration;
    yield toStatement({ id: reference, territory, filed_on, declaration });
  }
}
