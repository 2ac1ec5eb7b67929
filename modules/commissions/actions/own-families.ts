import { listHouseholdCards } from '#modules/applications';
import type { DeedContext } from '#platform/actions';
import { agentOf } from '../model/members.ts';
import { listCardsOfAgent } from '../store/members.ts';
import { insertRecusals } from '../store/rulings.ts';
import { listAgenda } from '../store/sittings.ts';
import type { MemberRow, SittingRow } from '../store/tables.ts';

/** Takes members out of the files of the agenda in whose household their national card stands. */
export async function recuseFromOwnFamilies(
  context: DeedContext,
  sitting: SittingRow,
  members: readonly MemberRow[],
): Promise<void> {
  const carded = members.filter((member) => member.cnie !== null);
  if (carded.length === 0) return;
  const agenda = await listAgenda(context.tx, [sitting.id]);
  const households = await listHouseholdCards(
    context.tx,
    agenda.map((item) => item.application_id),
  );
  const at = context.now.toString();
  const found = carded.flatMap((member) =>
    [...households]
      .filter(([, cards]) => cards.includes(member.cnie ?? ''))
      .map(([application_id]) => ({ application_id, member_id: member.id })),
  );
  await insertRecusals(
    context.tx,
    found.map((one) => ({
      ...one,
      sitting_id: sitting.id,
      territory: sitting.territory,
      ground: 'own-family' as const,
      words: null,
      at,
      actor: context.actor.id,
    })),
  );
}

/** The files among these that are of the actor's own family, by the card of any mandate the actor holds. */
export async function ownFamilyOfActor(context: DeedContext, applications: readonly string[]): Promise<ReadonlySet<string>> {
  const agent = agentOf(context.actor.id);
  const cards = agent === undefined ? [] : await listCardsOfAgent(context.tx, agent);
  if (cards.length === 0) return new Set();
  const households = await listHouseholdCards(context.tx, applications);
  return new Set(
    [...households].filter(([, own]) => own.some((card) => cards.includes(card))).map(([application]) => application),
  );
}
