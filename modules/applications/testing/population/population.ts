import type { ProvinceCode } from '#modules/territory';
import { toDay } from './calendar.ts';
import { mostHouseholds } from './card-number.ts';
import { makeHousehold } from './household.ts';
import { communeSampler } from './places.ts';
import type { Errors } from './plans.ts';
import { type Filed, fileRequest, type Others } from './plant.ts';

export type PopulationOptions = {
  readonly households: number;
  readonly seed: string;
  readonly province?: ProvinceCode;
  /** The code of the one commune where all of them live. */
  readonly commune?: string;
  /** The number of the first household: two populations that share none share no card number. 1 unless told otherwise. */
  readonly first?: number;
  /** ISO dates between which the requests are filed, both included. */
  readonly filedFrom: string;
  readonly filedTo: string;
  readonly errors: Errors;
};

/**
 * The requests of so many invented households, one by one, each with the truths planted in it. The same options give the same
 * requests on every machine, and request k does not depend on how many follow.
 */
export function* population(options: PopulationOptions): Generator<Filed> {
  const { first = 1, households } = options;
  if (first - 1 + households > mostHouseholds)
    throw new RangeError(`at most ${mostHouseholds} households have card numbers of their own`);
  const others = declarantsOf(options);
  for (let index = first; index < first + households; index++) yield fileRequest(others, index);
}

/** `P0000017`: the reference under which the batch knows household 17. */
export function referenceOf(index: number): string {
  return `P${String(index).padStart(7, '0')}`;
}

function declarantsOf({ seed, province, commune, filedFrom, filedTo, errors }: PopulationOptions): Others {
  const source = { seed, placeOf: communeSampler({ province, commune }), filedFrom: toDay(filedFrom), filedTo: toDay(filedTo) };
  return { seed, errors, declarationOf: (index) => makeHousehold(source, index), referenceOf };
}
