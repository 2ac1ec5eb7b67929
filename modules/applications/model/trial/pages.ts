import { assess, type Declaration, parseAnonymousDeclaration } from '#modules/eligibility';
import { findCommune } from '#modules/territory';
import { toIsoDate } from '#platform/dates';
import type { Field, Situation } from '../form/field.ts';
import { pageCalled, type QuestionPage } from '../form/pages.ts';
import { SCHEME_FORMULA } from '../scheme.ts';

/** Together with the applicant never more people than a declaration takes. */
const most = { spouses: 4, children: 12, grown: 6, students: 6, fostered: 6, disabled: 12, others: 20 } as const;

type Counted = keyof typeof most;

/** Left empty, there is nobody. */
const counted = (key: Counted): Field => ({ key: `family.${key}`, kind: 'whole', least: 0, most: most[key], whenBlank: 0 });

const ofTheCard: readonly Field[] = (['spouses', 'children', 'grown', 'students', 'fostered', 'disabled'] as const).map(counted);

/** Who the family is, counted. Its words are `applications.form.page.counts`, beside those of the form. */
const counts: QuestionPage = {
  key: 'counts',
  group: 'family',
  fields: [...ofTheCard, counted('others'), { key: 'family.adultDisabled', kind: 'flag' }],
};

/** Where one lives is enough; the address is for the request. */
const where: QuestionPage = { key: 'where', group: 'dwelling', fields: [{ key: 'commune', kind: 'commune' }] };

/** Who is insured elsewhere has no right, whatever the means: nobody answers nine pages to learn it at the end. */
const insurance: QuestionPage = {
  key: 'insurance',
  group: 'cover',
  fields: [{ key: 'covered', kind: 'choice', set: 'covered', options: ['nobody', 'head-or-spouse', 'somebody-else'] }],
};

/** The list of papers asks who would be on the card, who is paid a wage, and what the applicant can show. */
export const papersPage: QuestionPage = {
  ...counts,
  fields: [
    ...ofTheCard,
    { key: 'family.wage', kind: 'flag' },
    { key: 'shows', kind: 'choice', set: 'shows', options: ['card', 'old-card-or-receipt'] },
  ],
};

const means = ['dwelling', 'comforts', 'equipment', 'income', 'assets', 'farm'] as const;

/** Every page of the trial, in its order; the means are pages of the form itself, so that no question is asked in two ways. */
export const trialPages: readonly QuestionPage[] = [insurance, ...taken('province'), where, counts, ...taken(...means)];

/** Pages that may be left without an answer: the result then says what hangs on it. */
export function mayBeUnknown({ key }: QuestionPage): boolean {
  return means.some((one) => one === key);
}

function taken(...keys: readonly string[]): readonly QuestionPage[] {
  return keys.map((key) => {
    const page = pageCalled(key);
    if (!page) throw new Error(`the form has no page ${key}`);
    return page;
  });
}

/**
 * The pages that a family with these answers is asked, each with what the formula reads of it where the family lives, and nothing else. As
 * long as the commune is not known it is taken for a town. Whoever is insured elsewhere is asked no more.
 */
export function trialPagesShown(situation: Situation): readonly QuestionPage[] {
  const { answers, today } = situation;
  if (answers.covered === 'head-or-spouse') return [insurance];
  const read = answersRead(findCommune(String(answers.commune))?.milieu ?? 'urban', toIsoDate(today));
  return trialPages
    .filter((page) => page.isShown?.(situation) ?? true)
    .map((page) => (page === counts ? countsFor(read) : mayBeUnknown(page) ? narrowed(page, read) : page))
    .filter(({ fields }) => fields.length > 0);
}

/** What the formula of the scheme must know: everything that it misses of a household that has said nothing. */
function answersRead(milieu: Declaration['milieu'], on: string): ReadonlySet<string> {
  const head = { ref: 1, relation: 'head', birth_date: '1980-01-01' };
  const said = { schema: 'ramed.declaration/1', filed_on: on, commune: '05.081.03.07', milieu, members: [head] };
  const parsed = parseAnonymousDeclaration(said);
  if (!parsed.ok) throw new TypeError('a household that has said nothing is a declaration');
  return new Set(assess(SCHEME_FORMULA, parsed.declaration).missing);
}

function countsFor(read: ReadonlySet<string>): QuestionPage {
  const isRead = read.has('members[0].disabled');
  return { ...counts, fields: counts.fields.filter(({ key }) => isRead || key !== 'family.adultDisabled') };
}

function narrowed(page: QuestionPage, read: ReadonlySet<string>): QuestionPage {
  return { ...page, fields: page.fields.flatMap((field) => narrowedField(field, read)) };
}

function narrowedField(field: Field, read: ReadonlySet<string>): readonly Field[] {
  // Asked whole: what is not ticked says no, and goes into the request.
  if (field.kind === 'ticks') return field.options.some((option) => read.has(`${field.key}.${option}`)) ? [field] : [];
  if (!read.has(field.key)) return [];
  const isCount = (field.kind === 'whole' || field.kind === 'decimal') && field.least === 0;
  return [isCount ? { ...field, whenBlank: 0 } : field];
}
