import type { Law, Stated, Status } from '#law';
import { yearlyContribution } from '#modules/contributions';
import { type PlainDate, toDate } from '#platform/dates';
import { formatDays, formatMoney, formatNumber, type Language, translator } from '#platform/i18n';
import { dirhams } from '#platform/money';

/** A number of the law as a page says it, with what makes it trustworthy. */
export type LawValue = {
  readonly key: string;
  readonly text: string;
  readonly status: Status;
  readonly source: string;
  /** The first day on which it held. */
  readonly from: PlainDate;
};

/**
 * The value that a page names: `contributions.perPerson`, `deadlines.decision.late` (one day of a clock), or `contributions.family.4`, what four
 * persons pay in a year. Undefined when the law has no such number.
 */
export function findLawValue(law: Law, language: Language, key: string): LawValue | undefined {
  const [topic = '', name = '', part] = key.split('.');
  if (topic === 'contributions' && name === 'family') return contributionOf(law, language, Number(part));
  const stated = find(find(law, topic), name) as Stated<unknown> | undefined;
  if (stated === undefined) return undefined;
  const value = part === undefined ? stated.value : find(stated.value, part);
  if (typeof value !== 'number') return undefined;
  const { status, source, from } = stated;
  return { key, text: sayAmount(language, value, stated.unit), status, source, from: toDate(from) };
}

function find(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, name)
    ? (from as Record<string, unknown>)[name]
    : undefined;
}

function contributionOf({ contributions }: Law, language: Language, persons: number): LawValue | undefined {
  if (!Number.isInteger(persons) || persons < 1) return undefined;
  const { perPerson, householdCap } = contributions;
  const amount = yearlyContribution(persons, { perPerson: perPerson.value, householdCap: householdCap.value });
  const { status, source, from } = perPerson;
  return { key: `contributions.family.${persons}`, text: formatMoney(language, amount), status, source, from: toDate(from) };
}

function sayAmount(language: Language, value: number, unit: string): string {
  const say = translator(language);
  if (unit.startsWith('dirhams')) return formatMoney(language, dirhams(value));
  if (unit.startsWith('share')) return say('portal.score.percent', { value: value * 100 });
  if (unit === 'days') return formatDays(language, value);
  if (unit === 'months' && value % 12 === 0) return say('portal.guide.unit.years', { count: value / 12 });
  if (unit === 'months') return say('portal.guide.unit.months', { count: value });
  if (unit === 'years') return say('portal.guide.unit.years', { count: value });
  return formatNumber(language, value);
}
