import type { PartnerClient } from '#modules/exchange';
import { advanceSweep } from './actions/advance-sweep.ts';
import { answerCase } from './actions/answer-case.ts';
import { confirmCase } from './actions/confirm-case.ts';
import { confirmList } from './actions/confirm-list.ts';
import { dismissCase } from './actions/dismiss-case.ts';
import { endList } from './actions/end-list.ts';
import { examineCase } from './actions/examine-case.ts';
import { noteJoined } from './actions/note-joined.ts';
import { noteRights } from './actions/note-rights.ts';
import { noteWaiting } from './actions/note-waiting.ts';
import { receiveList } from './actions/receive-list.ts';
import { recordControl } from './actions/record-control.ts';
import { recordNewcomer } from './actions/record-newcomer.ts';
import { setListAside } from './actions/set-list-aside.ts';
import { settleCase } from './actions/settle-case.ts';
import { settleUncontested } from './actions/settle-uncontested.ts';
import { sweepRegister } from './actions/sweep-register.ts';
import { takeLines } from './actions/take-lines.ts';
import { undoSettlement } from './actions/undo-settlement.ts';
import { controlJobs } from './jobs/control-families.ts';
import { followIdentities } from './jobs/follow-identities.ts';
import { followRights } from './jobs/follow-rights.ts';
import { readCoverList } from './jobs/read-list.ts';
import { runSweep, settleNightly, sweepNightly } from './jobs/sweep.ts';
import { casesOfRequests, waitingControls } from './queries/cases.ts';
import { coverHistory, coverOfPerson } from './queries/cover-of-person.ts';
import { familiesToControl } from './queries/families-to-control.ts';
import { doubleCoverFigures, registerSweep } from './queries/figures.ts';
import { listToRead, oneList, recentLists, refusedLines } from './queries/lists.ts';

import { casesOfFamily, coverCases, oneCoverCase } from './queries/one-case.ts';

export { LONGEST_ANSWER } from './actions/answer-case.ts';
export { takeCleared } from './actions/take-cleared.ts';
export { coverListXsd, listWriter, readList } from './gateway/lists/index.ts';
export { askAboutNewcomer, type NewcomerQuestion } from './jobs/ask-about-newcomer.ts';
export { type CoverListHeader, type ListPartner, schemesOfPartner } from './model/cover-list.ts';
export { listCleared, listOverlapping } from './queries/cleared.ts';
export { listNewcomerCovers, type NewcomerCover } from './queries/newcomer-cover.ts';
export { hasFallen, listStandingSettlements } from './store/cases.ts';
export { listBirthsOfCards } from './store/register.ts';
export {
  answerCase,
  casesOfFamily,
  casesOfRequests,
  confirmCase,
  confirmList,
  coverCases,
  coverHistory,
  coverOfPerson,
  examineCase,
  oneList,
  receiveList,
  recentLists,
  refusedLines,
  undoSettlement,
  waitingControls,
};

export function coverage(insurers: PartnerClient) {
  return {
    name: 'coverage',
    actions: [
      recordControl,
      recordNewcomer,
      noteWaiting,
      receiveList,
      takeLines,
      endList,
      confirmList,
      setListAside,
      noteRights,
      noteJoined,
      sweepRegister,
      advanceSweep,
      examineCase,
      answerCase,
      confirmCase,
      dismissCase,
      settleCase,
      undoSettlement,
      settleUncontested,
    ],
    queries: [
      familiesToControl,
      casesOfRequests,
      waitingControls,
      listToRead,
      oneList,
      recentLists,
      refusedLines,
      coverOfPerson,
      coverHistory,
      coverCases,
      oneCoverCase,
      casesOfFamily,
      doubleCoverFigures,
      registerSweep,
    ],
    jobs: [...controlJobs(insurers), readCoverList, followRights, followIdentities, runSweep, sweepNightly, settleNightly],
  } as const;
}
