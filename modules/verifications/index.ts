import type { PartnerClient } from '#modules/exchange';
import { noteSilence } from './actions/note-silence.ts';
import { recordAnswers } from './actions/record-answers.ts';
import { askPartner } from './jobs/ask-partner.ts';
import { checkPartners } from './model/checks.ts';
import { checksOfRequest, silentPartners } from './queries/checks-of-request.ts';
import { personsToCheck } from './queries/persons-to-check.ts';

export { checkPartners, type Difference } from './model/checks.ts';
export { checksOfRequest, silentPartners } from './queries/checks-of-request.ts';
export { type CheckStanding, standingsOf } from './queries/standings.ts';

export function verifications(clients: Readonly<Record<(typeof checkPartners)[number], PartnerClient>>) {
  return {
    name: 'verifications',
    actions: [recordAnswers, noteSilence],
    queries: [checksOfRequest, silentPartners, personsToCheck],
    jobs: checkPartners.map((partner) => askPartner(partner, clients[partner])),
  } as const;
}
