/** Why the province gives a decision back to its commission. Its words: `commissions.return-reason.<reason>`. */
export const returnReasons = [
  'reason-unclear',
  'rule-misapplied',
  'papers-missing',
  'new-fact',
  'household-to-check',
  'minutes-irregular',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Why a decision is given back when it was the provincial commission that asked for another one. */
export const SENT_BACK = 'sent-back-on-appeal';
