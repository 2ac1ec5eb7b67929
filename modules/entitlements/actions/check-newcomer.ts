import { lawAt } from '#law';
import { listEverStated } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import type { Refusal } from '#platform/refusals';
import type { LifeEventKind } from '../model/life-event.ts';
import { faultOfNewcomer, type NewcomerFault } from '../model/newcomer.ts';
import type { StatedNewcomer } from '../model/stated-change.ts';
import { listPresentMembersForUpdate } from '../store/beneficiaries.ts';
import type { RegistrationRow } from '../store/tables.ts';

type Coming = { readonly kind: LifeEventKind; readonly on: string; readonly newcomer: StatedNewcomer };

/** Holds whoever comes against the family as it is now: asked when it is reported, and again when it is accepted, since others may have come meanwhile. */
export async function checkNewcomer(
  { tx, today }: DeedContext,
  family: RegistrationRow,
  coming: Coming,
): Promise<Refusal<NewcomerFault> | undefined> {
  const law = lawAt(today.toString()).household;
  const known = {
    stated: await listEverStated(tx, [family.request_id]),
    periods: await listPresentMembersForUpdate(tx, [family.number]),
    today: today.toString(),
  };
  return faultOfNewcomer(coming, known, { dependent: law.childAge.value, studying: law.studentAge.value });
}
