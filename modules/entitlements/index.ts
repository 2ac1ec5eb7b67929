import { askNextYear } from './actions/ask-next-year.ts';
import { closeAtTerm } from './actions/close-at-term.ts';
import { closeRight } from './actions/close-right.ts';
import { endForCover } from './actions/end-for-cover.ts';
import { endSuspension } from './actions/end-suspension.ts';
import { noteMemberEndings } from './actions/note-endings.ts';
import { openRights } from './actions/open-rights.ts';
import { reclassifyHouseholds } from './actions/reclassify-households.ts';
import { registerHouseholds } from './actions/register-households.ts';
import { suspendRight } from './actions/suspend-right.ts';
import { keepRightsNightly } from './jobs/keep-rights.ts';
import { reactions } from './jobs/reactions.ts';
import { registrationsOfRequests } from './queries/registrations.ts';
import type { RightQuestion } from './queries/right-of.ts';

export type { AskedRight, CodeReader, ReadCode, RightField } from './model/asked-right.ts';
export { type Category, lastDayOfRight } from './model/right.ts';
export { type AnswerState, answerStates, type NextStep } from './model/right-answer.ts';
export { listRegisteredFamilies, listRequestsOfRegistrations, type RegisteredFamily } from './queries/registrations.ts';
export { type RightQuestion, rightOf } from './queries/right-of.ts';
export { registrationsOfRequests };

/** The module's deeds, questions and jobs. The rights question is made by who knows the keys of signed codes: cards stand above rights. */
export const entitlements = (question: RightQuestion) =>
  ({
    name: 'entitlements',
    actions: [
      registerHouseholds,
      reclassifyHouseholds,
      openRights,
      suspendRight,
      endSuspension,
      closeRight,
      endForCover,
      askNextYear,
      closeAtTerm,
      noteMemberEndings,
    ],
    queries: [registrationsOfRequests, question],
    jobs: [keepRightsNightly, ...reactions],
  }) as const;
