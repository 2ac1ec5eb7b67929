export type { Errors } from './plans.ts';
export type { Filed } from './plant.ts';
export { type PopulationOptions, population, referenceOf } from './population.ts';
export type { Disguise, Expected, Truth, TruthKind } from './truth.ts';
export { type PopulationFile, type PopulationWritten, writePopulation } from './write-population.ts';
