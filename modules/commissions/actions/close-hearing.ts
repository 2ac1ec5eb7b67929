import { listOpenToAppeal, reformFiles, sendBackFiles } from '#modules/applications';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import { type AppealPassage, appealPassages } from '../model/appeal.ts';
import type { AppealOutcome } from '../model/appeal-decision.ts';
import { SENT_BACK } from '../model/returning.ts';
import type { RuledAppeal } from '../queries/write-minutes-of-hearing.ts';
import { listStandingDecisions, sealAppealDecisions } from '../store/appeal-decisions.ts';
import { listAppealItems, listAppealsForUpdate, moveAppeals } from '../store/appeals.ts';
import type { SittingRow } from '../store/tables.ts';
import { insertReturned } from '../store/validation.ts';

/** What a sealed sitting did to requests: those that re-entered admitted, those whose category changed, those given back. */
export type Closed = { readonly ruled: readonly RuledAppeal[] };

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
  const ruled = items.flatMap(({ appeal_id, position }): RuledAppeal[] => {
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
async function findStuck(context: DeedContext, ruled: readonly RuledAppeal[]): Promise<RuledAppeal | undefined> {
  const changing = ruled.filter(({ decision: { outcome } }) => outcome === 'reformed' || outcome === 'sent_back');
  const open = new Map((await listOpenToAppeal(context, applicationsOf(changing))).map((file) => [file.id, file]));
  return changing.find(({ appeal, decision }) => {
    const file = open.get(appeal.application_id);
    return !file || (decision.outcome === 'sent_back' && !file.canGoBack);
  });
}

async function carryOut(context: DeedContext, ruled: readonly RuledAppeal[]): Promise<void> {
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
async function noteSentBack(context: DeedContext, sent: readonly RuledAppeal[]): Promise<void> {
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

async function settleAppeals(context: DeedContext, ruled: readonly RuledAppeal[]): Promise<void> {
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

function withOutcome(ruled: readonly RuledAppeal[], outcome: AppealOutcome): readonly RuledAppeal[] {
  return ruled.filter(({ decision }) => decision.outcome === outcome);
}

function applicationsOf(ruled: readonly RuledAppeal[]): string[] {
  return ruled.map(({ appeal }) => appeal.application_id);
}
