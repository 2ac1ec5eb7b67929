export {
  type Action,
  type Asking,
  type DeedContext,
  defineAction,
  defineQuery,
  type Query,
  type QuestionContext,
} from './action.ts';
export { type Ask, type Desk, type Outcome, openDesk } from './desk.ts';
