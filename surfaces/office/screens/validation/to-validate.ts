import type { QuestionOutput } from '../../client/contract.ts';

/** A sealed sitting as the province looks at it. */
type Asked = QuestionOutput<'commissions.sitting-to-validate'>;
export type ToValidate = Asked & { readonly sitting: NonNullable<Asked['sitting']> };
export type Decision = ToValidate['decisions'][number];

/** The sample, or every decision; what was returned stays in sight. */
export function shownOf({ decisions }: Pick<ToValidate, 'decisions'>, isWhole: boolean): readonly Decision[] {
  return isWhole ? decisions : decisions.filter(({ inSample, returned }) => inSample || returned !== undefined);
}

export type Progress = {
  readonly sample: number;
  readonly looked: number;
  readonly returned: number;
  readonly against: number;
  /** What goes on to registration, or is told its refusal, when the sitting is released. */
  readonly released: number;
};

export function progressOf({ decisions }: Pick<ToValidate, 'decisions'>): Progress {
  const many = (is: (one: Decision) => boolean) => decisions.filter(is).length;
  return {
    sample: many(({ inSample }) => inSample),
    looked: many(({ inSample, lookedAt }) => inSample && lookedAt !== undefined),
    returned: many(({ returned }) => returned !== undefined),
    against: many(({ againstScore }) => againstScore),
    released: many(({ returned, outcome }) => returned === undefined && outcome !== 'adjourned' && outcome !== 'enquiry'),
  };
}
