export { Answers, carriedAnswers, noAnswers, subjectOf, valueAt } from './answers.ts';
export { answersOf } from './from-declaration.ts';
export { aboutOf, fieldsShown, formPages, groups, numberOfField, numberOfPage, pageCalled } from './pages.ts';
export { nameOfStep, progressOf, stepsOf, withoutPerson } from './progress.ts';
export { readPage, textAt, textsAt, withoutPage } from './read-page.ts';
export { saidAnswer } from './said-answer.ts';
export { typedFrom } from './write-page.ts';
