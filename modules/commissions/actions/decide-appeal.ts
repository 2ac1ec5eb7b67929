import { z } from 'zod';
import { listHouseholdCards, listOpenToAppeal } from '#modules/applications';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { appealCriteria } from '../model/appeal.ts';
import { type AppealRulingRefusal, appealOutcomes, decideAppealRuling, findingCodes } from '../model/appeal-decision.ts';
import { actedFirst, tookPart } from '../model/first-deciders.ts';
import { withinSitting } from '../model/presence.ts';
import { quorumOn } from '../model/room.ts';
import { readRoom } from '../queries/read-room.ts';
import { findAppealDecision, insertAppealDecision, listStandingDecisions } from '../store/appeal-decisions.ts';
import { findAppeal, listAppealItems } from '../store/appeals.ts';
import { findFirstDeciders } from '../store/first-deciders.ts';
import { listDecisionsOfFiles } from '../store/first-decisions.ts';
import { insertRecusals } from '../store/rulings.ts';
import type { AppealDecisionRow, AppealRow, RecusalRow, SittingRow } from '../store/tables.ts';
import { findHearingToHold } from './find-sitting-to-hold.ts';
import { ownFamilyOfActor } from './own-families.ts';

const words = z.string().trim().max(2_000);
const Ruled = z.object({
  id: z.uuid(),
  sitting: z.uuid(),
  appeal: z.uuid(),
  outcome: z.enum(appealOutcomes),
  category: z.enum(['poor', 'vulnerable']).optional(),
  findings: z
    .array(z.object({ criterion: z.enum(appealCriteria), finding: z.enum(findingCodes), words: words.optional() }))
    .max(appealCriteria.length),
  words: words.min(1),
  asks: words.optional(),
  ruledAt: z.iso.datetime({ offset: true }),
});
type Ruled = z.output<typeof Ruled>;

type HearingRefusal = 'decided-first' | 'own-family' | 'quorum-lost' | 'request-open-elsewhere';

/**
 * Records what the provincial commission rules on an appeal, with a finding for each contested criterion and plain words for the family. It
 * takes effect when the sitting is sealed. Nobody who had a hand in the first decision rules: members are taken out of this appeal, and an
 * agent is refused. The identifier comes from the device: the same one again is the same ruling.
 */
export const decideAppeal = defineAction({
  name: 'commissions.decide-appeal',
  summary: 'Record what the provincial commission rules on an appeal',
  permission: 'commissions:hear-appeals',
  input: Ruled,
  output: z.object({ decision: z.string(), appeal: z.string(), outcome: z.enum(appealOutcomes) }),
  refusals: [
    'sitting-not-found',
    'sitting-not-open',
    'appeal-not-on-agenda',
    'appeal-decided',
    'decided-first',
    'own-family',
    'quorum-lost',
    'criterion-without-finding',
    'finding-does-not-fit',
    'category-does-not-fit',
    'asks-needed',
    'cannot-go-back',
    'request-open-elsewhere',
  ],
  async run(context, ruled) {
    const held = await findHearingToHold(context, ruled.sitting);
    if (isRefusal(held)) return held;
    const { sitting } = held;
    const before = await findAppealDecision(context.tx, ruled.id);
    if (before && isSame(before, ruled)) return { decision: before.id, appeal: before.appeal_id, outcome: before.outcome };
    const appeal = await appealToRule(context, sitting, ruled, before !== undefined);
    if (isRefusal(appeal)) return appeal;
    const refused = (await heardProperly(context, sitting, appeal)) ?? (await fits(context, appeal, ruled));
    if (refused) return refused;
    await keep(context, { sitting, appeal, ruled });
    return { decision: ruled.id, appeal: appeal.id, outcome: ruled.outcome };
  },
});

async function appealToRule(
  { tx }: DeedContext,
  sitting: SittingRow,
  { appeal: id }: Ruled,
  hasServed: boolean,
): Promise<AppealRow | Refusal<'appeal-not-on-agenda' | 'appeal-decided'>> {
  const listed = (await listAppealItems(tx, sitting.id)).some((item) => item.appeal_id === id);
  const appeal = listed ? await findAppeal(tx, id) : undefined;
  if (!appeal) return refuse('appeal-not-on-agenda', { place: 'appeal' });
  const isDecided = hasServed || (await listStandingDecisions(tx, sitting.id)).some((decision) => decision.appeal_id === id);
  return isDecided ? refuse('appeal-decided', { place: 'appeal', facts: { number: appeal.number } }) : appeal;
}

/** The ruling that its device sent before and that still stands; under an identifier that has served, nothing else is recorded. */
function isSame(row: AppealDecisionRow, { sitting, appeal, outcome, category }: Ruled): boolean {
  const isOfIt = row.sitting_id === sitting && row.appeal_id === appeal && row.withdrawn_at === null;
  return isOfIt && row.outcome === outcome && row.category === (category ?? null);
}

/** Takes those of the first decision, and of the family, out of this appeal, and counts who is left. */
async function heardProperly(
  context: DeedContext,
  sitting: SittingRow,
  appeal: AppealRow,
): Promise<Refusal<HearingRefusal> | undefined> {
  const { application_id: application, number } = appeal;
  const first = await findFirstDeciders(context.tx, appeal);
  if (actedFirst(context.actor.id, first)) return refuse('decided-first', { place: 'appeal', facts: { number } });
  if ((await ownFamilyOfActor(context, [application])).size > 0) return refuse('own-family', { place: 'appeal' });
  const { room, members } = await readRoom(context.tx, sitting);
  const cards = (await listHouseholdCards(context.tx, [application])).get(application) ?? [];
  const at = context.now.toString();
  const out = members.flatMap((member): RecusalRow[] => {
    const ground = tookPart(member, first) ? 'decided-first' : cards.includes(member.cnie ?? '') ? 'own-family' : undefined;
    if (!ground) return [];
    const of = { sitting_id: sitting.id, application_id: application, member_id: member.id, territory: sitting.territory };
    return [{ ...of, ground, words: null, at, actor: context.actor.id }];
  });
  const left = { ...room, recusals: [...room.recusals, ...out] };
  const { reached, present, needed, absent } = quorumOn(left, application, at);
  if (!reached) return refuse('quorum-lost', { place: 'appeal', facts: { present, needed, absent: absent.join(',') } });
  await insertRecusals(context.tx, out);
  return undefined;
}

async function fits(
  context: DeedContext,
  appeal: AppealRow,
  ruled: Ruled,
): Promise<Refusal<AppealRulingRefusal | HearingRefusal> | undefined> {
  const [decided] = (await listDecisionsOfFiles(context.tx, [appeal.application_id])).filter(
    (decision) => decision.sitting_id === appeal.sitting_id,
  );
  if (!decided) throw new Error(`appeal ${appeal.number} contests a decision that is not there`);
  const [open] = await listOpenToAppeal(context, [appeal.application_id]);
  const heard = { criteria: appeal.criteria, first: decided.outcome, canGoBack: open?.canGoBack ?? false };
  const refused = decideAppealRuling(ruled, heard);
  if (refused) return refused;
  const changes = ruled.outcome === 'reformed' || ruled.outcome === 'sent_back';
  return changes && !open ? refuse('request-open-elsewhere', { place: 'outcome', facts: { number: appeal.number } }) : undefined;
}

type Kept = { readonly sitting: SittingRow; readonly appeal: AppealRow; readonly ruled: Ruled };

async function keep(context: DeedContext, { sitting, appeal, ruled }: Kept): Promise<void> {
  const { outcome, category = null, findings, words: said, asks = null } = ruled;
  const now = context.now.toString();
  const ruledAt = withinSitting(ruled.ruledAt, { openedAt: sitting.opened_at ?? now, now });
  await insertAppealDecision(context.tx, {
    ...{ id: ruled.id, sitting_id: sitting.id, appeal_id: appeal.id, territory: appeal.territory },
    ...{ outcome, category, findings, words: said, asks: asks === '' ? null : asks },
    ...{ ruled_at: ruledAt, recorded_at: now, actor: context.actor.id },
    ...{ withdrawn_at: null, withdrawn_by: null, sitting_number: sitting.number, held_on: sitting.held_on, sealed_at: null },
  });
  context.journal({
    subject: `application:${appeal.application_id}`,
    territory: appeal.territory,
    after: digestOf({
      appeal: appeal.id,
      ruling: ruled.id,
      outcome,
      category,
      findings: findings.map((one) => ({ ...one, words: one.words ?? null })),
    }),
  });
}
