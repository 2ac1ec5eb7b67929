export { type HouseholdStatement, recordHouseholds } from './actions/record-households.ts';
export { completedYears } from './model/age.ts';
export { compareNames, type NameLikeness, type PersonName } from './model/names.ts';
export { type ChildAges, type EntitledBy, entitledBy } from './model/ramed-household.ts';
export { type Beneficiary, listBeneficiaries } from './queries/beneficiaries.ts';
export { subjectOf, subjectRefOf } from './queries/subject-of.ts';
