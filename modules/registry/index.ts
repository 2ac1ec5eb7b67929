import { advanceSearch } from './actions/advance-search.ts';
import { decideDuplicates } from './actions/decide-duplicates.ts';
import { readNames } from './actions/read-names.ts';
import { searchDuplicates } from './actions/search-duplicates.ts';
import { takeBackDecisions } from './actions/take-back-decisions.ts';
import { readNamesAgain } from './jobs/read-names.ts';
import { runSearch, searchNightly } from './jobs/search-duplicates.ts';
import { duplicateSearch } from './queries/duplicate-search.ts';
import { duplicates } from './queries/duplicates.ts';
import { oneDuplicate } from './queries/one-duplicate.ts';
import { personsByName } from './queries/persons-by-name.ts';

export { addMember } from './actions/add-member.ts';
export { type HouseholdStatement, recordHouseholds } from './actions/record-households.ts';
export { type PersonWords, restateMember } from './actions/restate-member.ts';
export { completedYears } from './model/age.ts';
export { namePairsOf } from './model/matching/name-pairs.ts';
export { compareNames, type NameLikeness, type PersonName } from './model/names.ts';
export { type ChildAges, type EntitledBy, entitledBy } from './model/ramed-household.ts';
export {
  type Beneficiary,
  birthYearsOf,
  type CardAndBirth,
  type CardStated,
  isCardOfAnother,
  listBearers,
  listBeneficiaries,
  listEverStated,
  listStatedOnCards,
  type OnCard,
  requestsNaming,
} from './queries/beneficiaries.ts';
export { listNamedPersons, openWeigher } from './queries/namesakes.ts';
export { listPersonsShown } from './queries/persons-shown.ts';
export { ShownPerson } from './queries/shown-person.ts';
export { subjectOf, subjectRefOf } from './queries/subject-of.ts';
export { type Identity, listIdentities, listTogetherAt } from './store/known-as.ts';
export { advanceSearch, decideDuplicates, duplicates, personsByName, readNames, searchDuplicates, takeBackDecisions };

export const registry = {
  name: 'registry',
  actions: [readNames, searchDuplicates, advanceSearch, decideDuplicates, takeBackDecisions],
  queries: [personsByName, duplicates, duplicateSearch, oneDuplicate],
  jobs: [readNamesAgain, searchNightly, runSearch],
} as const;
