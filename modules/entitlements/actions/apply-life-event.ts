import { lawAt } from '#law';
import { addMember, listEverStated } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import { type Refusal, refuse } from '#platform/refusals';
import { changeOfMember, effectOf } from '../model/life-event.ts';
import type { NewcomerFault } from '../model/newcomer.ts';
import { closeFrom } from '../model/right-changes.ts';
import type { StatedNewcomer } from '../model/stated-change.ts';
import { insertBeneficiaries, listMembersOn, listPresentMembersForUpdate, supersedeMembers } from '../store/beneficiaries.ts';
import type { LifeEventRow, RegistrationRow, RightRow } from '../store/tables.ts';
import { beginMembers } from './begin-members.ts';
import { checkNewcomer } from './check-newcomer.ts';
import { householdsChanged } from './households-changed.ts';
import { moveFamilies } from './move-families.ts';
import { replaceRights } from './replace-rights.ts';

type Family = { readonly family: RegistrationRow; readonly rights: readonly RightRow[] };

/**
 * What an accepted event does, part of the deed that accepts it: to the household, to the rights of who is in it, to what is owed and to the card.
 * A family of whom nobody is left has its rights closed. Refuses when there is nothing to change any more.
 */
export async function applyLifeEvent(
  context: DeedContext,
  { family, rights }: Family,
  event: LifeEventRow,
): Promise<Refusal<'event-without-effect' | NewcomerFault> | undefined> {
  const { about, card } = effectOf(event.kind);
  const refusal = about === 'newcomer' ? await refusalOfNewcomer(context, family, event) : undefined;
  if (refusal) return refusal;
  const hasChanged = await change(context, family, event);
  if (!hasChanged) return refuse('event-without-effect', { place: 'event' });
  await householdsChanged(context, [family.number]);
  if (card === 'replaced') context.emit('entitlements.card-outdated', { registrations: [family.number] });
  await closeIfNobodyIsLeft(context, { family, rights });
  return undefined;
}

async function change(context: DeedContext, family: RegistrationRow, event: LifeEventRow): Promise<boolean> {
  const { about } = effectOf(event.kind);
  if (about === 'newcomer') return await welcome(context, family, event);
  if (about !== 'family') return await changeMember(context, family, event);
  const { commune = family.territory } = event.stated;
  if (commune === family.territory) return false;
  await moveFamilies(context, [{ number: family.number, territory: commune }]);
  return true;
}

async function refusalOfNewcomer(context: DeedContext, family: RegistrationRow, event: LifeEventRow) {
  const { kind, happened_on: on } = event;
  return await checkNewcomer(context, family, { kind, on, newcomer: newcomerOf(event) });
}

function newcomerOf({ id, stated: { newcomer } }: LifeEventRow): StatedNewcomer {
  if (!newcomer) throw new Error(`life event ${id} states nobody`);
  return newcomer;
}

/** A newborn has its part from its birth; a spouse from the day of the decision, since it may be covered elsewhere until then. */
async function welcome(context: DeedContext, family: RegistrationRow, event: LifeEventRow): Promise<boolean> {
  const stated = newcomerOf(event);
  const isBirth = event.kind === 'birth';
  const newcomer = {
    ...stated,
    relation: isBirth ? ('child' as const) : ('spouse' as const),
    entitledBy: isBirth ? ('dependent-child' as const) : ('spouse' as const),
  };
  const { request_id: request, territory, number } = family;
  const today = context.today.toString();
  const added = await addMember(context, { request, territory, statedOn: today, newcomer });
  if (!added) throw new Error(`request ${request} has no household in the register`);
  const [, from = today] = [isBirth ? event.happened_on : today, family.registered_on].sort();
  const begunBy = isBirth ? ('birth' as const) : ('marriage' as const);
  const rows = beginMembers(context, [{ ...newcomer, ...added }], { number, territory, begunBy, from });
  await insertBeneficiaries(
    context.tx,
    rows.map((row) => ({ ...row, event_id: event.id })),
  );
  return rows.length > 0;
}

async function changeMember(context: DeedContext, family: RegistrationRow, event: LifeEventRow): Promise<boolean> {
  const { tx, now, today } = context;
  const own = (await listPresentMembersForUpdate(tx, [family.number])).filter(({ person_id }) => person_id === event.person_id);
  const stated = (await listEverStated(tx, [family.request_id])).find(({ personId }) => personId === event.person_id);
  const law = lawAt(today.toString()).household;
  const ages = { dependent: law.childAge.value, studying: law.studentAge.value };
  const happened = { kind: event.kind, on: event.happened_on, birthDate: stated?.birthDate ?? '' };
  const change = stated && changeOfMember(own, happened, ages);
  if (!change) return false;
  await supersedeMembers(
    tx,
    change.gone.map(({ id }) => id),
    now.toString(),
  );
  const written = { known_from: now.toString(), known_to: null, event_id: event.id };
  await insertBeneficiaries(
    tx,
    change.parts.map(
      (part) => ({ ...own[0], ...part, ...written, ...begunAndNoted(part, event), id: newId() }) as (typeof own)[number],
    ),
  );
  return true;
}

/** Ends that are past are known to the family that reported them; what is prolonged is foreseen anew. */
function begunAndNoted(
  part: { readonly entitled_by: string; readonly to_day: string | null },
  { kind, happened_on: on }: LifeEventRow,
) {
  if (kind === 'studies' || (kind === 'disability' && part.to_day === null)) return { begun_by: kind, noted: null };
  return { noted: part.to_day !== null && part.to_day <= on ? ('ended' as const) : null };
}

async function closeIfNobodyIsLeft(context: DeedContext, { family, rights }: Family): Promise<void> {
  const today = context.today.toString();
  if ((await listMembersOn(context.tx, [family.number], { day: today, knownAt: undefined })).length > 0) return;
  const changes = closeFrom(rights, today, 'death');
  await replaceRights(
    context,
    changes.map((change) => ({ request: family.request_id, ...change })),
  );
  context.emit('entitlements.closed', { registrations: [family.number] });
}
