import { findFileOnAppeal, listOpenToAppeal, reformFiles, sendBackFiles } from '#modules/applications';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import { type AppealPassage, appealPassages } from '../model/appeal.ts';
import type { AppealOutcome } from '../model/appeal-decision.ts';
import type { Minutes } from '../model/minutes.ts';
import { SENT_BACK } from '../model/returning.ts';
import { listStandingDecisions, sealAppealDecisions } from '../store/appeal-decisions.ts';
import { listAppealItems, listAppealsForUpdate, moveAppeals } from '../store/appeals.ts';
import { listDecisionsOfFiles } from '../store/first-decisions.ts';
import type { AppealDecisionRow, AppealRow, SittingRow } from '../store/tables.ts';
import { insertReturned } from '../store/validation.ts';

type Ruled = { readonly appeal: AppealRow; readonly decision: AppealDecisionRow; readonly position: number };

/** What a sealed sitting did to requests: those that re-entered admitted, those whose category changed, those given back. */
export type Closed = { readonly ruled: readonly Ruled[] };

const passageOf = {
  upheld: 'uphold',
  reformed: 'reform',
  sent_back: 'send-back',
  adjourned: 'adjourn',
} as const satisfies Record<AppealOutcome, AppealPassage>;

/**
 * Makes what the provincial commission ruled take effect, as part of the deed that seals its sitting. Upheld: the first decision is final here.
 * Reformed: a refused request re-enters at `validated`, admitted; of one that was admitted the category changes. Sent back: among the scored
 * again, first on the next agenda. Refused while an appeal is undecided, or when a request cannot be changed any more.
 */
export async function closeHearing(
  context: DeedContext,
  sitting: SittingRow,
): Promise<Closed | Refusal<'files-undecided' | 'request-open-elsewhere'>> {
  const items = await listAppealItems(context.tx, sitting.id);
  const standing = new Map((await listStandingDecisions(context.tx, sitting.id)).map((one) => [one.appeal_id, one]));
  if (standing.size < items.length)
    return refuse('files-undecided', { place: 'sitting', facts: { undecided: items.length - standing.size } });
  const appeals = new Map(
    (
      await listAppealsForUpdate(
        context.tx,
        items.map((item) => item.appeal_id),
      )
    ).map((appeal) => [appeal.id, appeal]),
  );
  const ruled = items.flatMap(({ appeal_id, position }): Ruled[] => {
    const [appeal, decision] = [appeals.get(appeal_id), standing.get(appeal_id)];
    return appeal && decision ? [{ appeal, decision, position }] : [];
  });
  const stuck = await findStuck(context, ruled);
  if (stuck) return refuse('request-open-elsewhere', { place: 'sitting', facts: { number: stuck.appeal.number } });
  await carryOut(context, ruled);
  await sealAppealDecisions(context.tx, sitting.id, context.now.toString());
  await settleAppeals(context, ruled);
  return { ruled };
}

/** A family may have filed anew since the appeal was ruled on. */
async function findStuck(context: DeedContext, ruled: readonly Ruled[]): Promise<Ruled | undefined> {
  const changing = ruled.filter(({ decision: { outcome } }) => outcome === 'reformed' || outcome === 'sent_back');
  const open = new Map((await listOpenToAppeal(context, applicationsOf(changing))).map((file) => [file.id, file]));
  return changing.find(({ appeal, decision }) => {
    const file = open.get(appeal.application_id);
    return !file || (decision.outcome === 'sent_back' && !file.canGoBack);
  });
}

async function carryOut(context: DeedContext, ruled: readonly Ruled[]): Promise<void> {
  const reformed = withOutcome(ruled, 'reformed');
  const entered = await reformFiles(
    context,
    reformed.map(({ appeal, decision }) => ({
      id: appeal.application_id,
      outcome: decision.category ?? 'vulnerable',
      reason: `appeal:${appeal.number}`,
    })),
  );
  const sent = withOutcome(ruled, 'sent_back').map(({ appeal }) => ({
    id: appeal.application_id,
    reason: `appeal:${appeal.number}`,
  }));
  await sendBackFiles(context, sent);
  await noteSentBack(context, withOutcome(ruled, 'sent_back'));
  if (entered.length > 0) context.emit('commissions.validated', { applications: entered.map(({ id }) => id) });
  const back = new Set(entered.map(({ id }) => id));
  const relieved = applicationsOf(reformed).filter((id) => !back.has(id));
  if (relieved.length > 0) context.emit('commissions.category-reformed', { applications: relieved });
}

/** The decision that was contested opens nothing any more, and the commission reads what it is asked where it reads what a province gave back. */
async function noteSentBack(context: DeedContext, sent: readonly Ruled[]): Promise<void> {
  if (sent.length === 0) return;
  await insertReturned(
    context.tx,
    sent.map(({ appeal, decision }) => ({
      ...{ sitting_id: appeal.sitting_id, application_id: appeal.application_id, territory: appeal.territory },
      ...{ reason: SENT_BACK, words: decision.asks ?? decision.words },
      ...{ at: context.now.toString(), actor: context.actor.id },
    })),
  );
}

async function settleAppeals(context: DeedContext, ruled: readonly Ruled[]): Promise<void> {
  const at = context.now.toString();
  for (const [outcome, passage] of Object.entries(passageOf) as [AppealOutcome, AppealPassage][]) {
    const ids = withOutcome(ruled, outcome).map(({ appeal }) => appeal.id);
    if (ids.length === 0) continue;
    const change = outcome === 'adjourned' ? {} : { outcome, decided_on: context.today.toString(), actor: context.actor.id };
    await moveAppeals(context.tx, passage, { ids, at, change });
  }
  context.journal(
    ...ruled.map(({ appeal, decision }) => ({
      subject: `application:${appeal.application_id}`,
      territory: appeal.territory,
      before: digestOf({ appeal: appeal.id, state: 'scheduled' }),
      after: digestOf({
        ...{ appeal: appeal.id, state: appealPassages[passageOf[decision.outcome]].to },
        ...{ outcome: decision.outcome, category: decision.category },
      }),
    })),
  );
  if (ruled.length > 0) context.emit('commissions.appeals-decided', { applications: applicationsOf(ruled) });
}

/** The lines that the minutes of a hearing hold: each appeal with what was decided first, what it becomes, and why. */
export async function linesOfHearing(context: DeedContext, { ruled }: Closed): Promise<Minutes['decisions']> {
  const firsts = await listDecisionsOfFiles(context.tx, applicationsOf(ruled));
  const lines = [];
  for (const { appeal, decision, position } of ruled) {
    const file = await findFileOnAppeal(context.tx, appeal.application_id);
    const first = firsts.find((one) => one.sitting_id === appeal.sitting_id && one.application_id === appeal.application_id);
    if (!file || !first) throw new Error(`appeal ${appeal.number} is about a decision that is not there`);
    const head = { fr: nameOf(file.names.fr), ar: nameOf(file.names.ar) };
    const reasons = decision.findings.map(({ criterion, finding, words }) => ({
      ...{ criterion, reason: finding, words: words ?? null },
    }));
    lines.push({
      ...{ position, file: file.number, head, proposal: file.proposal, outcome: decision.outcome, reason: first.reason_code },
      ...{ remark: decision.words, against_score: false, batch: null, opinions: [], combined_by: null, seconded_by: null },
      ...{ enquiry: null, ruled_at: decision.ruled_at, based_on: null },
      appeal: { number: appeal.number, first: first.outcome, becomes: decision.category, reasons },
    });
  }
  return lines;
}

function nameOf(name: { readonly given: string; readonly family: string } | undefined): string {
  return name ? `${name.given} ${name.family}` : '';
}

function withOutcome(ruled: readonly Ruled[], outcome: AppealOutcome): readonly Ruled[] {
  return ruled.filter(({ decision }) => decision.outcome === outcome);
}

function applicationsOf(ruled: readonly Ruled[]): string[] {
  return ruled.map(({ appeal }) => appeal.application_id);
}
