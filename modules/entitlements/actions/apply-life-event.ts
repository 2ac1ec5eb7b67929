import { addMember } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { addDays } from '#platform/dates';
import { type Refusal, refuse } from '#platform/refusals';
import { type CorrectionFault, outdatesCard, whyOutdated } from '../model/correction.ts';
import type { Leaving } from '../model/known-newcomer.ts';
import { effectOf } from '../model/life-event.ts';
import type { NewcomerFault } from '../model/newcomer.ts';
import type { StatedNewcomer } from '../model/stated-change.ts';
import { knownNewcomer } from '../queries/known-newcomer.ts';
import { insertBeneficiaries, listRunningParts } from '../store/beneficiaries.ts';
import type { LifeEventRow, RegistrationRow, RightRow } from '../store/tables.ts';
import { beginMembers } from './begin-members.ts';
import { changeMember } from './change-member.ts';
import { checkNewcomer } from './check-newcomer.ts';
import { closeWhereNobodyIsLeft } from './close-where-nobody-is-left.ts';
import { correctMember, familiesBeside, refusalOfCorrection } from './correct-member.ts';
import { householdsChanged } from './households-changed.ts';
import { moveFamilies } from './move-families.ts';
import { takeFromFamily } from './take-from-family.ts';

type Accepting = { readonly event: LifeEventRow; readonly leaving?: Leaving | undefined; readonly reason: string };
type Fault =
  | NewcomerFault
  | CorrectionFault
  | ('person-unknown' | 'card-of-another' | 'correction-stale' | 'event-waits')
  | ('event-without-effect' | 'register-differs' | 'member-elsewhere' | 'person-unfit' | 'family-emptied');

type Family = { readonly family: RegistrationRow; readonly rights: readonly RightRow[] };

/**
 * What an accepted event does, part of the deed that accepts it: to the household, to the rights of who is in it, to what is owed and to the card.
 * A family of whom nobody is left has its rights closed. Refuses when there is nothing to change any more.
 */
export async function applyLifeEvent(
  context: DeedContext,
  found: Family,
  accepting: Accepting,
): Promise<Refusal<Fault> | undefined> {
  const { about, returns, corrects } = effectOf(accepting.event.kind);
  const refusal =
    about === 'newcomer'
      ? await refusalOfNewcomer(context, found.family, accepting)
      : (returns && (await refusalOfReturn(context, found, accepting.event))) ||
        (corrects && (await refusalOfCorrection(context, found.family, accepting.event)));
  if (refusal) return refusal;
  return await applyToFamily(context, found, accepting.event);
}

/** The same for what is of nobody who comes: nothing has to be asked first. */
export async function applyToFamily(
  context: DeedContext,
  { family, rights }: Family,
  event: LifeEventRow,
): Promise<Refusal<'event-without-effect'> | undefined> {
  const { ends, corrects } = effectOf(event.kind);
  const hasChanged = await change(context, family, event);
  if (!hasChanged) return refuse('event-without-effect', { place: 'event' });
  const reason = ends === 'death' || ends === 'double-cover' ? ends : 'nobody-left';
  const closed = await closeWhereNobodyIsLeft(context, [{ family, rights }], {
    day: addDays(context.today, 1).toString(),
    reason,
  });
  if (closed.length > 0) return undefined;
  await householdsChanged(context, [family.number, ...(await familiesBeside(context, event))]);
  if (outdatesCard(event)) context.emit('entitlements.card-outdated', { registrations: [family.number], ...whyOutdated(event) });
  // A card that was rejected for its data has nothing else to wait for.
  else if (corrects) context.emit('entitlements.data-upheld', { registrations: [family.number] });
  return undefined;
}

async function change(context: DeedContext, family: RegistrationRow, event: LifeEventRow): Promise<boolean> {
  const { about, corrects } = effectOf(event.kind);
  if (about === 'newcomer') return await welcome(context, family, event);
  if (corrects) return await correctMember(context, family, event);
  if (about !== 'family') return await changeMember(context, family, event);
  const { commune = family.territory } = event.stated;
  if (commune === family.territory) return false;
  await moveFamilies(context, [{ number: family.number, territory: commune }]);
  return true;
}

/** Why the newcomer cannot come; who has rights in another family has left it when nothing speaks against it. */
async function refusalOfNewcomer(context: DeedContext, family: RegistrationRow, accepting: Accepting) {
  const { kind, happened_on: on } = accepting.event;
  const newcomer = newcomerOf(accepting.event);
  const refusal = await checkNewcomer(context, family, { kind, on, newcomer });
  if (refusal) return refusal;
  const { differs, elsewhere } = await knownNewcomer(context, family.number, newcomer);
  const [field] = differs;
  if (field) return refuse('register-differs', { place: `newcomer.${field}`, facts: { field } });
  for (const other of elsewhere) {
    const stays = await takeFromFamily(context, other, accepting);
    if (stays) return stays;
  }
  return undefined;
}

/** Nobody comes back into rights that are over, nor has a part in two families. */
async function refusalOfReturn({ tx, today }: DeedContext, { family, rights }: Family, { person_id: person }: LifeEventRow) {
  const day = today.toString();
  if (!rights.some(({ state, to_day }) => state !== 'closed' && to_day >= day))
    return refuse('event-without-effect', { place: 'event' });
  const parts = await listRunningParts(tx, person === null ? [] : [person], day);
  const elsewhere = parts.find(({ registration }) => registration !== family.number);
  return elsewhere && refuse('member-elsewhere', { place: 'event', facts: { registration: elsewhere.registration } });
}

function newcomerOf({ id, stated: { newcomer } }: LifeEventRow): StatedNewcomer {
  if (!newcomer) throw new Error(`life event ${id} states nobody`);
  return newcomer;
}

/** A newborn has its part from its birth; whoever has a card from the day of the decision, since it may have rights or a cover elsewhere until then. */
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
  const since = isBirth && stated.cnie === undefined ? event.happened_on : today;
  const [, from = today] = [since, family.registered_on].sort();
  const begunBy = isBirth ? ('birth' as const) : ('marriage' as const);
  const rows = beginMembers(context, [{ ...newcomer, ...added }], { number, territory, begunBy, from });
  await insertBeneficiaries(
    context.tx,
    rows.map((row) => ({ ...row, event_id: event.id })),
  );
  return rows.length > 0;
}
