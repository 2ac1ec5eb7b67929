export { placeAsked } from './answer-at.ts';
export { Answers, carriedAnswers, noAnswers, subjectOf, type Tree, valueAt } from './answers.ts';
export type { Field, FieldFault, Situation } from './field.ts';
export { answersOf } from './from-declaration.ts';
export {
  aboutOf,
  type FormPage,
  fieldsShown,
  formPages,
  type Group,
  groups,
  numberOfField,
  numberOfPage,
  type PageKey,
  pageCalled,
  type QuestionPage,
} from './pages.ts';
export { nameOfStep, type Progress, progressOf, type Step, stepsOf, withoutPerson } from './progress.ts';
export { type Fault, readPage, type Typed, textAt, textsAt, withoutPage } from './read-page.ts';
export { saidAnswer } from './said-answer.ts';
export { keysShown, type Problem, toDeclaration } from './to-declaration.ts';
export { typedFrom } from './write-page.ts';
