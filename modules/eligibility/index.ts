export type { FormulaId } from '#law';
export { assess, scoreOf } from './model/assess.ts';
export type {
  Assessment,
  ConditionResult,
  Contribution,
  Factor,
  FormulaVersion,
  Outcome,
  ScoreResult,
  Sentence,
} from './model/assessment.ts';
export { Cnie, CommuneCode } from './model/codes.ts';
export { AnonymousDeclaration, type AnonymousMember, choices, Declaration, type Member } from './model/declaration.ts';
export { type CompiledFormula, type FormulaSummary, formulas, getFormula, isFormulaId } from './model/formulas.ts';
export type { OutsideFacts } from './model/household.ts';
export {
  type DeclarationIssue,
  declarationJsonSchema,
  type Parsed,
  parseAnonymousDeclaration,
  parseDeclaration,
} from './model/parse-declaration.ts';
export { type Prospect, prospectOf } from './model/prospect.ts';
export { assessmentText, replay, type StoredInput } from './model/replay.ts';
export { type ScoredLine, scoreLine } from './model/score-line.ts';
export { type Explanation, explain, messageKey } from './model/sentences.ts';
