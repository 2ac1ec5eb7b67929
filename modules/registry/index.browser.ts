export { completedYears } from './model/age.ts';
export { compareNames } from './model/names.ts';
export { entitledBy } from './model/ramed-household.ts';
