import { lawAt } from '#law';
import { type Appeal, type AppealAnswer, type AppealCriterion, appealCriteria, isContestable } from '#modules/commissions';
import { casablancaDate, daysBetween, type PlainDate, Temporal, toDate, toIsoDate } from '#platform/dates';
import type { Language, Message } from '#platform/i18n';
import type { AnswerView, AppealView } from '../pages/appeals/appeal.tsx';
import type { AppealStanding } from '../pages/appeals/appeal-link.tsx';
import type { AppealChoice, AppealFormView } from '../pages/appeals/form.tsx';
import type { ScoreCondition } from '../pages/score-reasons.tsx';
import { isOfPoverty, toCondition } from './conditions.ts';
import { announcedDecision, type Dossier, isRefused } from './dossier.ts';
import { placeName, provinceName } from './names.ts';

/** Undefined while there is no decision to contest, and for who was given everything. */
export function appealStanding(dossier: Dossier, today: PlainDate): AppealStanding | undefined {
  const { appeal } = dossier;
  if (appeal) return { kind: 'filed', number: appeal.number, state: appeal.state };
  const outcome = announcedDecision(dossier)?.outcome;
  if (!isRefused(dossier) && !(outcome && isContestable(outcome))) return undefined;
  const lastDay = appealBefore(dossier);
  const kind = Temporal.PlainDate.compare(today, lastDay) > 0 ? 'late' : 'open';
  return { kind, lastDay, ...cautionOf(appealDays(dossier)) };
}

/** The last day to contest what was decided, whatever day it is, and how sure we are of it; undefined for who was given everything. */
export function lastDayToContest(dossier: Dossier): { readonly lastDay: PlainDate; readonly caution?: Message } | undefined {
  const outcome = announcedDecision(dossier)?.outcome;
  if (outcome === undefined || !isContestable(outcome)) return undefined;
  return { lastDay: appealBefore(dossier), ...cautionOf(appealDays(dossier)) };
}

/** The last day on which a decision may be contested, counted from the day the province validated it and the family could read it. */
function appealBefore(dossier: Dossier): PlainDate {
  return toldOn(dossier).add({ days: appealDays(dossier).value });
}

/** How long one may contest, in days, and how sure we are of it. */
function appealDays(dossier: Dossier) {
  return lawAt(toIsoDate(toldOn(dossier))).commissions.appealDays;
}

function toldOn({ decision, since }: Dossier): PlainDate {
  return decision?.validatedOn ?? since;
}

function cautionOf({ status }: { readonly status: string }): { caution?: Message } {
  return status === 'official' ? {} : { caution: { key: `portal.law.delay.${status}` } };
}

/** What a family may say is wrong: the conditions of its own score first, then what no formula knows. */
export function toAppealFormView(
  language: Language,
  dossier: Dossier,
  today: PlainDate,
): Omit<AppealFormView, 'token'> | undefined {
  const standing = appealStanding(dossier, today);
  if (!standing || standing.kind === 'filed') return undefined;
  const decision = announcedDecision(dossier);
  return {
    number: dossier.number,
    isRefused: isRefused(dossier),
    place: placeName(language, dossier.territory),
    ...(decision ? { decidedOn: decision.on, reason: { key: `portal.reason.${decision.reasonCode}` } } : {}),
    standing,
    choices: choicesOf(dossier),
  };
}

function choicesOf(dossier: Dossier): AppealChoice[] {
  const conditions = contestedConditions(dossier);
  const reason = announcedDecision(dossier)?.reasonCode;
  const others: readonly (AppealCriterion | false)[] = [
    'household',
    reason === 'covered-elsewhere' && 'insurance',
    reason !== undefined && reason !== 'as-scored' && 'commission-reason',
    'other',
  ];
  return [
    ...conditions.map(({ criterion, condition }) => ({ criterion, condition })),
    ...others.filter((criterion) => criterion !== false).map((criterion) => ({ criterion })),
  ];
}

/** For a refusal the conditions of admission; for a contribution those of paying nothing. */
function contestedConditions(dossier: Dossier): { criterion: AppealCriterion; condition: ScoreCondition }[] {
  const all = dossier.assessment?.conditions ?? [];
  const own = all.filter((condition) => isOfPoverty(condition) !== isRefused(dossier));
  return own.flatMap((condition) => {
    const key = condition.key.replace(/_poor$/, '').replaceAll('_', '-');
    const criterion = appealCriteria.find((known) => known === key);
    return criterion ? [{ criterion, condition: toCondition(condition) }] : [];
  });
}

/** An appeal as its family follows it. */
export function toAppealView(language: Language, dossier: Dossier, appeal: Appeal, today: PlainDate): AppealView {
  const filedOn = casablancaDate(Temporal.Instant.from(appeal.filedAt));
  const answerBy = toDate(appeal.answerBy);
  const daysOver = daysBetween(answerBy, today);
  const state = appeal.state === 'notified' ? (appeal.outcome ?? 'not_admissible') : appeal.state;
  return {
    request: dossier.number,
    number: appeal.number,
    state,
    filedOn,
    lastDay: toDate(appeal.lastDay),
    isLate: appeal.isLate,
    answerBy,
    ...(daysOver > 0 && isAwaited(state) ? { daysOver } : {}),
    ...cautionOf(lawAt(toIsoDate(filedOn)).deadlines.appeal),
    criteria: appeal.criteria,
    words: appeal.words,
    ...(appeal.reason === null ? {} : { reason: appeal.reason }),
    province: provinceName(language, dossier.territory),
    place: placeName(language, dossier.territory),
    ...(appeal.answer ? { answer: toAnswerView(appeal.answer) } : {}),
    ...(appeal.asked ? { asked: { on: toDate(appeal.asked.heldOn), asks: appeal.asked.asks, words: appeal.asked.words } } : {}),
  };
}

function isAwaited(state: Appeal['state']): boolean {
  return state === 'filed' || state === 'admitted' || state === 'scheduled';
}

function toAnswerView({ heldOn, sitting, category, findings, words, asks }: AppealAnswer): AnswerView {
  return {
    ...{ on: toDate(heldOn), sitting, words },
    ...(category === null ? {} : { category }),
    ...(asks === null ? {} : { asks }),
    findings: findings.map(({ criterion, finding, words: said }) => ({
      ...{ criterion, finding },
      ...(said === undefined ? {} : { words: said }),
    })),
  };
}
