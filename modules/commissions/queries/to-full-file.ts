import type { FileForCommission } from '#modules/applications';
import { casablancaDate, Temporal, toIsoDate } from '#platform/dates';
import type { Before } from '../store/in-full.ts';
import type { AgendaRow, EnquiryRow, RecusalRow, RulingRow, WrittenOpinionRow } from '../store/tables.ts';
import type { FullFile } from './full-sitting.ts';

/** All that is known of the files of one agenda, by file. */
export type OfFiles = {
  readonly files: ReadonlyMap<string, FileForCommission>;
  readonly rulings: ReadonlyMap<string, RulingRow>;
  readonly waiting: ReadonlySet<string>;
  readonly opinions: ReadonlyMap<string, readonly WrittenOpinionRow[]>;
  readonly recusals: ReadonlyMap<string, readonly RecusalRow[]>;
  readonly before: ReadonlyMap<string, Before>;
  /** The latest about each file. */
  readonly enquiries: ReadonlyMap<string, EnquiryRow>;
};

/** The answers that weigh most: as many as stand on one screen beside the conditions. */
const HEAVIEST = 6;

export function toFullFile(item: AgendaRow, of: OfFiles): FullFile {
  const file = of.files.get(item.application_id);
  if (!file) throw new Error(`the file at ${item.position} of an agenda is not there`);
  const { assessment, checks, differences, alike, papers, id: application, ...head } = file;
  const ruling = of.rulings.get(application);
  const before = of.before.get(application);
  const enquiry = of.enquiries.get(application);
  return {
    ...{ application, position: item.position, proposal: item.proposal, isConcordant: item.concordant === true },
    ...withoutAbsent(head),
    ...scoreOf(assessment),
    checks: checks.map(({ partner, state, answeredAt }) => ({ partner, state, ...(answeredAt ? { answeredAt } : {}) })),
    alerts: alertsOf({ differences, alike }),
    papers,
    ...(before ? { before: toBefore(before) } : {}),
    ...(enquiry ? toEnquiry(enquiry) : {}),
    recused: (of.recusals.get(application) ?? []).map(({ member_id: member, ground }) => ({ member, ground })),
    writtenOpinions: (of.opinions.get(application) ?? []).map(({ institution, outcome, words, received_on }) => ({
      ...{ institution, outcome, words, receivedOn: received_on },
    })),
    ...(ruling ? { ruling: toRuling(ruling, of.waiting.has(ruling.id)) } : {}),
  };
}

type Head = Omit<FileForCommission, 'id' | 'assessment' | 'checks' | 'differences' | 'alike' | 'papers'>;

function withoutAbsent({ sex, maritalStatus, ...head }: Head) {
  return { ...head, ...(sex ? { sex } : {}), ...(maritalStatus ? { maritalStatus } : {}) };
}

function scoreOf(assessment: FileForCommission['assessment']) {
  if (!assessment) return { isNearLimit: false, isIllustrative: false, conditions: [], weights: [] };
  const { formula, nearLimit, conditions, scores } = assessment;
  const contributions = scores.flatMap((score) => score.contributions);
  const heaviest = contributions
    .flatMap(({ label, amount, value }) => (amount === null ? [] : [{ key: label, points: amount, answer: value }]))
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
  return {
    isNearLimit: nearLimit,
    formula: formula.id,
    isIllustrative: formula.status === 'illustrative',
    conditions: conditions.map(({ key, value, limit, unit, met }) => ({ key, value, limit, unit, met })),
    weights: heaviest.slice(0, HEAVIEST),
  };
}

function alertsOf({
  differences: { settled, known },
  alike,
}: Pick<FileForCommission, 'differences' | 'alike'>): FullFile['alerts'] {
  return [
    ...alike.map(({ why, files }) => ({
      kind: why === 'phone' ? ('same-phone' as const) : ('same-address' as const),
      count: files,
    })),
    ...(settled > 0 ? [{ kind: 'difference-settled' as const, count: settled }] : []),
    ...(known > 0 ? [{ kind: 'difference-known' as const, count: known }] : []),
  ];
}

function toBefore({ kind, reason, words, held_on, returned_at }: Before): NonNullable<FullFile['before']> {
  const on = returned_at === null ? held_on : toIsoDate(casablancaDate(Temporal.Instant.from(returned_at)));
  return { kind, reason, on, ...(words === null ? {} : { words }) };
}

function toEnquiry({ question, points, answered_at, findings, words }: EnquiryRow) {
  if (answered_at === null || findings === null) return {};
  const found = {
    ...findings,
    points: findings.points.map(({ words: told, ...one }) => ({ ...one, ...(told ? { words: told } : {}) })),
  };
  return { enquiry: { question, points, answeredAt: answered_at, findings: found, ...(words === null ? {} : { words }) } };
}

export function toRuling(row: RulingRow, needsSecond: boolean): NonNullable<FullFile['ruling']> {
  return {
    ...{ id: row.id, sequence: row.sequence, outcome: row.outcome, reason: row.reason_code, againstScore: row.against_score },
    ...(row.remark === null ? {} : { remark: row.remark }),
    ...(row.batch === null ? {} : { batch: row.batch }),
    opinions: row.opinions,
    ...(row.combined_by === null ? {} : { combinedBy: row.combined_by }),
    ...(row.enquiry === null ? {} : { enquiry: row.enquiry }),
    ruledAt: row.ruled_at,
    needsSecond,
    ...(row.seconded_by === null ? {} : { seconded: row.seconded_by }),
  };
}
