import { endAgreement } from './actions/end-agreement.ts';
import { makeAgreement } from './actions/make-agreement.ts';
import { renewKey } from './actions/renew-key.ts';
import { agreementUse } from './queries/agreement-use.ts';
import { agreements, agreementsInForce, agreementsNamed } from './queries/agreements.ts';
import { envelopesByPartner } from './queries/envelopes-by-partner.ts';

export { AnsweredEnvelope, recordAnswered, recordUnanswered, UnansweredEnvelope } from './actions/record-question.ts';
export {
  type CheckResult,
  type NotAnswered,
  type PartnerAddress,
  type PartnerClient,
  partnerClient,
} from './gateway/partner-client.ts';
export { partnerAddress, partnersFromEnv } from './gateway/partners-from-env.ts';
export { envelopeIdOf } from './model/envelope-id.ts';
export { packEnvelopes } from './model/packing.ts';
export { type Question, type RegisterName, registers } from './model/partners.ts';
export type { AskedSubject, CoverAnswer, IdentityAnswer } from './model/subject.ts';
export { type EnvelopeRecord, recordEnvelope } from './store/envelopes.ts';
export { listSourceStandings } from './store/sources.ts';

export { makeSampleAgreements } from './testing/sample-agreements.ts';
export { agreements, agreementsInForce, agreementsNamed, agreementUse, endAgreement, makeAgreement, renewKey };

export const exchange = {
  name: 'exchange',
  actions: [makeAgreement, renewKey, endAgreement],
  queries: [envelopesByPartner, agreements, agreementUse, agreementsNamed, agreementsInForce],
  jobs: [],
} as const;
