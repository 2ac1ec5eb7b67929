export { type AnswersOfDossier, type AnswersRead, decodeAnswers } from './model/answers-code/index.ts';
export { splitDossierCode } from './model/dossier-letters.ts';
export * as form from './model/form/index.ts';
export { passages, passagesFrom, states } from './model/lifecycle.ts';
export { neededKinds, neededPapers, paperRulesOn } from './model/needed-papers.ts';
export { provisionalCode, provisionalNumber, readProvisionalCode } from './model/provisional.ts';
