import type { PartnerClient } from '#modules/exchange';
import { confirmList } from './actions/confirm-list.ts';
import { endList } from './actions/end-list.ts';
import { noteRights } from './actions/note-rights.ts';
import { noteWaiting } from './actions/note-waiting.ts';
import { receiveList } from './actions/receive-list.ts';
import { recordControl } from './actions/record-control.ts';
import { setListAside } from './actions/set-list-aside.ts';
import { takeLines } from './actions/take-lines.ts';
import { controlFamilies } from './jobs/control-families.ts';
import { followRights } from './jobs/follow-rights.ts';
import { readCoverList } from './jobs/read-list.ts';
import { casesOfRequests, waitingControls } from './queries/cases.ts';
import { coverHistory, coverOfPerson } from './queries/cover-of-person.ts';
import { familiesToControl } from './queries/families-to-control.ts';
import { listToRead, oneList, recentLists, refusedLines } from './queries/lists.ts';

export { coverListXsd, detectListFormat, listWriter, readList } from './gateway/lists/index.ts';
export { type CoverListHeader, type ListFormat, type ListPartner, schemesOfPartner } from './model/cover-list.ts';
export { listCleared } from './queries/cleared.ts';
export { casesOfRequests, confirmList, coverHistory, coverOfPerson, oneList, receiveList, refusedLines, waitingControls };

export function coverage(insurers: PartnerClient) {
  return {
    name: 'coverage',
    actions: [recordControl, noteWaiting, receiveList, takeLines, endList, confirmList, setListAside, noteRights],
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
    ],
    jobs: [controlFamilies(insurers), readCoverList, followRights],
  } as const;
}
