import type { Situation } from '../form/field.ts';
import { pageCalled, type QuestionPage } from '../form/pages.ts';
import { MOST_COUNTED } from './family.ts';

const counted = (key: string) => ({ key: `family.${key}`, kind: 'whole', least: 0, most: MOST_COUNTED }) as const;

/** Who the family is, counted. Its words are `applications.form.page.counts`, beside those of the form. */
const counts: QuestionPage = {
  key: 'counts',
  group: 'family',
  fields: [
    { ...counted('spouses'), most: 4 },
    ...['children', 'grown', 'students', 'fostered', 'others', 'disabled'].map(counted),
    { key: 'family.adultDisabled', kind: 'flag' },
    { key: 'family.wage', kind: 'flag' },
  ],
};

/** Where one lives is enough; the address is for the request. */
const where: QuestionPage = { key: 'where', group: 'dwelling', fields: [{ key: 'commune', kind: 'commune' }] };

const insurance: QuestionPage = { key: 'insurance', group: 'cover', fields: [{ key: 'covered', kind: 'flag' }] };

/** The list of papers asks who the family is, and what its head can show. */
export const papersPage: QuestionPage = {
  ...counts,
  fields: [...counts.fields, { key: 'shows', kind: 'choice', set: 'shows', options: ['card', 'old-card-or-receipt'] }],
};

/**
 * The trial in its order: who the family is and whether it is insured, and for the rest the pages of the form itself, so that no question
 * is asked in two ways. Only what the formula reads is asked.
 */
export const trialPages: readonly QuestionPage[] = [
  ...taken('province'),
  where,
  counts,
  ...taken('dwelling', 'comforts', 'equipment', 'income', 'assets', 'farm'),
  insurance,
];

function taken(...keys: readonly string[]): readonly QuestionPage[] {
  return keys.map((key) => {
    const page = pageCalled(key);
    if (!page) throw new Error(`the form has no page ${key}`);
    return page;
  });
}

/** The pages that a family with these answers is asked. */
export function trialPagesShown(situation: Situation): readonly QuestionPage[] {
  return trialPages.filter((page) => page.isShown?.(situation) ?? true);
}
