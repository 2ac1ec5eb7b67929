import type { Status } from '#law';
import type { Assessment, ConditionResult, Sentence } from './assessment.ts';

/** Everything there is to say to a citizen about an assessment, in order: message keys with their facts, said by `#platform/i18n`. */
export type Explanation = {
  readonly outcome: Sentence;
  /** One sentence a condition, with the word for met, not met, not known. */
  readonly conditions: readonly { readonly name: string; readonly sentence: Sentence; readonly met: string }[];
  /** What weighed most for and against, as names. */
  readonly favourable: readonly string[];
  readonly unfavourable: readonly string[];
  /** Near the limit; what the figures are worth; who decides. */
  readonly cautions: readonly Sentence[];
};

/** What to tell the citizen about an assessment. Keys are those of `modules/eligibility/messages`, without the module's name. */
export function explain(assessment: Assessment): Explanation {
  return {
    outcome: assessment.sentence,
    conditions: assessment.conditions.map((condition) => ({
      name: messageKey('condition', condition.key),
      sentence: sentenceOf(condition),
      met: metKeys[`${condition.met}`],
    })),
    favourable: assessment.favourable.map(({ label }) => messageKey('factor', label)),
    unfavourable: assessment.unfavourable.map(({ label }) => messageKey('factor', label)),
    cautions: cautionsOf(assessment),
  };
}

/** The message that names a word of the law: `messageKey('factor', 'own_meter')` is `factor.own-meter`. */
export function messageKey(kind: 'factor' | 'condition' | 'category' | 'outcome' | 'sentence', word: string): string {
  return `${kind}.${word.replaceAll('_', '-')}`;
}

const metKeys: Readonly<Record<'true' | 'false' | 'null', string>> = { true: 'met.yes', false: 'met.no', null: 'met.unknown' };

const statusCautions: Readonly<Record<Status, readonly Sentence[]>> = {
  official: [],
  unverified: [{ key: 'caution.unverified', facts: {} }],
  illustrative: [{ key: 'caution.illustrative', facts: {} }],
};

function sentenceOf({ key, value, limit }: ConditionResult): Sentence {
  return value === null ? { key: 'sentence.unknown', facts: {} } : { key: messageKey('sentence', key), facts: { value, limit } };
}

function cautionsOf({ nearLimit, formula }: Assessment): Sentence[] {
  const near: Sentence[] = nearLimit ? [{ key: 'near-limit', facts: {} }] : [];
  return [...near, ...statusCautions[formula.status], { key: 'caution.commission', facts: {} }];
}
