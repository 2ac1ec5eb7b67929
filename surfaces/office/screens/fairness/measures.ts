import type { QuestionOutput } from '../../client/contract.ts';

export type Fairness = QuestionOutput<'commissions.fairness'>;
type Group = Fairness['groups'][number];

/** What can be looked at: shares of files, and times. The first is what is asked first. */
export const shares = [
  'same-score',
  'against-score',
  'in-favour',
  'against-family',
  'adjourned',
  'enquiry',
  'returned',
  'reversed',
] as const;
const times = ['days', 'pace', 'batch-pace'] as const;
export const measures = [...shares, ...times] as const;
export type Measure = (typeof measures)[number];

export function isShare(measure: Measure): measure is (typeof shares)[number] {
  return (shares as readonly string[]).includes(measure);
}

/** Who a line is about: the whole that was asked for, what it lies in, or a group of it. */
type Subject = { readonly kind: 'whole' | 'above' | 'group'; readonly name: string };

export type Value = {
  readonly of: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly count?: number;
};

export type Line = Subject & {
  /** Absent where it rests on too few files to be shown. */
  readonly value?: Value;
  readonly difference?: Fairness['differences'][number];
};

/** The lines of one measure: the whole, the province and the nation, then each group. */
export function linesOf(answer: Fairness, measure: Measure): readonly Line[] {
  const toLine = (subject: Subject, group: Group): Line => {
    const value = findValue(group, measure);
    const difference =
      subject.kind === 'group' ? answer.differences.find(({ part, key }) => part === subject.name && key === measure) : undefined;
    return { ...subject, ...(value ? { value } : {}), ...(difference ? { difference } : {}) };
  };
  return [
    ...(answer.whole ? [toLine({ kind: 'whole', name: answer.territory }, answer.whole)] : []),
    ...answer.above.map((group) => toLine({ kind: 'above', name: group.territory }, group)),
    ...answer.groups.map((group) => toLine({ kind: 'group', name: group.part }, group)),
  ];
}

function findValue(group: Group, measure: Measure): Value | undefined {
  const rate = group.rates.find(({ key }) => key === measure);
  if (rate) return { ...rate, value: rate.share };
  const time = group.times.find(({ key }) => key === measure);
  return time && { ...time, value: time.median };
}

const columns = [
  'measure',
  'kind',
  'name',
  'count',
  'of',
  'value',
  'low',
  'high',
  'difference',
  'difference_low',
  'difference_high',
  'apart',
] as const;

/** Every figure of the answer for a spreadsheet (RFC 4180), with its denominator. */
export function fairnessCsv(answer: Fairness): string {
  const rows = measures.flatMap((measure) =>
    linesOf(answer, measure).map(({ kind, name, value, difference }) => [
      ...[measure, kind, name, value?.count ?? '', value?.of ?? '', value?.value ?? '', value?.low ?? '', value?.high ?? ''],
      ...[difference?.difference ?? '', difference?.low ?? '', difference?.high ?? '', difference?.isApart ?? ''],
    ]),
  );
  return [columns, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
