import type { PartnerClient } from '#modules/exchange';
import { askIdentity } from './actions/ask-identity.ts';
import { noteSilence } from './actions/note-silence.ts';
import { recordAnswers } from './actions/record-answers.ts';
import { askPartner } from './jobs/ask-partner.ts';
import { checkPartners } from './model/checks.ts';
import { checksOfRequest, silentPartners } from './queries/checks-of-request.ts';
import { differencesOfRequest } from './queries/differences.ts';
import { personsToCheck } from './queries/persons-to-check.ts';
import { sourcesStanding } from './queries/sources.ts';

export { type Judging, judgeDifferences, setAsideCorrected } from './actions/judge-differences.ts';
export { checkPartners, type Difference } from './model/checks.ts';
export { settlingReasons, verdicts } from './model/judgement.ts';
export { type AnswerOnRequest, type AnswerThen, listAnswers, listAnswersAt } from './queries/answers.ts';
export { checksOfRequest, silentPartners } from './queries/checks-of-request.ts';
export { DifferenceSeen, differencesOfRequest, listDifferences } from './queries/differences.ts';
export { type Holding, listHolding } from './queries/holding.ts';
export { sourcesStanding } from './queries/sources.ts';
export { type CheckStanding, checksInShort, standingsOf } from './queries/standings.ts';

/** `askedAtOnce` is a way to the identity register of its own, for whoever waits at a counter: little patience, and its own breaker. */
export function verifications(
  clients: Readonly<Record<(typeof checkPartners)[number], PartnerClient>>,
  askedAtOnce: PartnerClient,
) {
  return {
    name: 'verifications',
    actions: [recordAnswers, noteSilence, askIdentity(askedAtOnce)],
    queries: [checksOfRequest, differencesOfRequest, silentPartners, sourcesStanding, personsToCheck],
    jobs: checkPartners.map((partner) => askPartner(partner, clients[partner])),
  } as const;
}
