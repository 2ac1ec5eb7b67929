import { readNames } from './actions/read-names.ts';
import { readNamesAgain } from './jobs/read-names.ts';
import { personsByName } from './queries/persons-by-name.ts';

export { type HouseholdStatement, recordHouseholds } from './actions/record-households.ts';
export { completedYears } from './model/age.ts';
export { compareNames, type NameLikeness, type PersonName } from './model/names.ts';
export { type ChildAges, type EntitledBy, entitledBy } from './model/ramed-household.ts';
export {
  type Beneficiary,
  type CardAndBirth,
  listBearers,
  listBeneficiaries,
  type OnCard,
  requestsNaming,
} from './queries/beneficiaries.ts';
export { subjectOf, subjectRefOf } from './queries/subject-of.ts';
export { personsByName, readNames };

export const registry = {
  name: 'registry',
  actions: [readNames],
  queries: [personsByName],
  jobs: [readNamesAgain],
} as const;
