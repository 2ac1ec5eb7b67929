import type { NewcomerQuestion } from '#modules/coverage';
import { askNewcomerAgain } from './actions/ask-newcomer-again.ts';
import { askNextYear } from './actions/ask-next-year.ts';
import { askRenewal } from './actions/ask-renewal.ts';
import { beginRenewals } from './actions/begin-renewals.ts';
import { callToRenew } from './actions/call-to-renew.ts';
import { closeAtTerm } from './actions/close-at-term.ts';
import { closeRight } from './actions/close-right.ts';
import { decideLifeEvent } from './actions/decide-life-event.ts';
import { endForCover } from './actions/end-for-cover.ts';
import { endRegistrationList } from './actions/end-registration-list.ts';
import { endSuspension } from './actions/end-suspension.ts';
import { noteMemberEndings } from './actions/note-endings.ts';
import { noteTwoFamilies } from './actions/note-two-families.ts';
import { openRights } from './actions/open-rights.ts';
import { planRenewals } from './actions/plan-renewals.ts';
import { receiveRegistrationList } from './actions/receive-registration-list.ts';
import { reclassifyHouseholds } from './actions/reclassify-households.ts';
import { registerHouseholds } from './actions/register-households.ts';
import { rejectFamilies } from './actions/reject-families.ts';
import { type LifeEventReport, reportLifeEvent } from './actions/report-life-event.ts';
import { restoreAfterCover } from './actions/restore-after-cover.ts';
import { settleTwoFamilies } from './actions/settle-two-families.ts';
import { suspendRight } from './actions/suspend-right.ts';
import { takeRegistrationRecords } from './actions/take-registration-records.ts';
import { undoLifeEvent } from './actions/undo-life-event.ts';
import { withdrawLifeEvent } from './actions/withdraw-life-event.ts';
import { askNewcomerCover } from './jobs/ask-newcomer-cover.ts';
import { keepRightsNightly } from './jobs/keep-rights.ts';
import { reactions } from './jobs/reactions.ts';
import { readListToRegister } from './jobs/read-registration-list.ts';
import { registerValidated } from './jobs/register-validated.ts';
import { familiesToRegister, familiesValidated } from './queries/families-to-register.ts';
import { familyOverTime } from './queries/family-over-time.ts';
import { newcomerOfEvent } from './queries/newcomer-of-event.ts';
import { newcomerToAsk } from './queries/newcomer-to-ask.ts';
import { newerRequest } from './queries/newer-request.ts';
import { outlooksOfReceipts, outlooksOfRegistrations } from './queries/outlooks.ts';
import { paidWhileCovered } from './queries/paid-while-covered.ts';
import {
  oneRegistrationList,
  recentRegistrationLists,
  registrationListToRead,
  registrationRecords,
} from './queries/registration-lists.ts';
import { registrationsOfRequests } from './queries/registrations.ts';
import { rejectionsOfRequest } from './queries/rejections.ts';
import { renewalForecast } from './queries/renewal-forecast.ts';
import { renewalOf } from './queries/renewal-of.ts';
import { renewalPlanOfProvince } from './queries/renewal-plan.ts';
import { requestsOfFamily } from './queries/requests-of-family.ts';
import type { RightQuestion } from './queries/right-of.ts';
import { standingRight } from './queries/standing-right.ts';
import { twoFamilies } from './queries/two-families.ts';
import { waitingLifeEvents } from './queries/waiting-life-events.ts';
import { waitingRenewals } from './queries/waiting-renewals.ts';

export {
  acknowledgementWriter,
  readRegistrationList,
  registrationListWriter,
  registrationListXsd,
} from './gateway/registration-lists/index.ts';
export type { AskedRight, CodeReader, ReadCode, RightField } from './model/asked-right.ts';
export { aboutWhom, type LifeEventKind, lifeEventKinds, proofOf } from './model/life-event.ts';
export {
  type RegistrationListFormat,
  type RegistrationListHeader,
  registrationListFormats,
} from './model/registration-list.ts';
export { type RecordCode, type RecordResult, rejectionCodes } from './model/rejection.ts';
export { type Category, lastDayOfRight, yearOfRight } from './model/right.ts';
export { type AnswerState, answerStates, type NextStep } from './model/right-answer.ts';
export type { RightOutlook } from './model/right-outlook.ts';
export { listRegisteredFamilies, listRequestsOfRegistrations, type RegisteredFamily } from './queries/registrations.ts';
export { type RightQuestion, rightOf } from './queries/right-of.ts';
export type { LifeEventReport };
export {
  askRenewal,
  closeRight,
  decideLifeEvent,
  familiesToRegister,
  familiesValidated,
  familyOverTime,
  newerRequest,
  oneRegistrationList,
  outlooksOfReceipts,
  outlooksOfRegistrations,
  receiveRegistrationList,
  registrationRecords,
  registrationsOfRequests,
  rejectFamilies,
  renewalOf,
  reportLifeEvent,
  requestsOfFamily,
  standingRight,
  undoLifeEvent,
  waitingLifeEvents,
  waitingRenewals,
  withdrawLifeEvent,
};

/** Lists of families to register, in and out. */
const ofLists = {
  actions: [rejectFamilies, receiveRegistrationList, takeRegistrationRecords, endRegistrationList],
  queries: [
    registrationListToRead,
    oneRegistrationList,
    recentRegistrationLists,
    registrationRecords,
    familiesValidated,
    familiesToRegister,
    rejectionsOfRequest,
  ],
} as const;

/** What happens in families, reported and decided. */
const ofLife = {
  actions: [
    reportLifeEvent,
    askNewcomerAgain,
    decideLifeEvent,
    withdrawLifeEvent,
    undoLifeEvent,
    noteTwoFamilies,
    settleTwoFamilies,
  ],
  queries: [familyOverTime, newcomerToAsk, waitingLifeEvents, waitingRenewals, newcomerOfEvent, twoFamilies],
} as const;

/** Waves of renewals, foreseen, spread and called. */
const ofRenewals = {
  actions: [planRenewals, callToRenew, askRenewal, beginRenewals],
  queries: [renewalForecast, renewalPlanOfProvince, renewalOf, newerRequest, requestsOfFamily],
} as const;

/**
 * The module's deeds, questions and jobs. The rights question is made by who knows the keys of signed codes: cards stand above rights; that about
 * newcomers by who knows the way to the insurers.
 */
export const entitlements = (question: RightQuestion, askAbout: NewcomerQuestion) =>
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
      restoreAfterCover,
      askNextYear,
      closeAtTerm,
      noteMemberEndings,
      ...ofLists.actions,
      ...ofLife.actions,
      ...ofRenewals.actions,
    ],
    queries: [
      registrationsOfRequests,
      standingRight,
      paidWhileCovered,
      question,
      outlooksOfRegistrations,
      outlooksOfReceipts,
      ...ofLists.queries,
      ...ofLife.queries,
      ...ofRenewals.queries,
    ],
    jobs: [keepRightsNightly, readListToRegister, registerValidated, askNewcomerCover(askAbout), ...reactions],
  }) as const;
