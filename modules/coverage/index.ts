import type { PartnerClient } from '#modules/exchange';
import { noteWaiting } from './actions/note-waiting.ts';
import { recordControl } from './actions/record-control.ts';
import { controlFamilies } from './jobs/control-families.ts';
import { casesOfRequests, waitingControls } from './queries/cases.ts';
import { familiesToControl } from './queries/families-to-control.ts';

export { listCleared } from './queries/cleared.ts';
export { casesOfRequests, waitingControls };

export function coverage(insurers: PartnerClient) {
  return {
    name: 'coverage',
    actions: [recordControl, noteWaiting],
    queries: [familiesToControl, casesOfRequests, waitingControls],
    jobs: [controlFamilies(insurers)],
  } as const;
}
