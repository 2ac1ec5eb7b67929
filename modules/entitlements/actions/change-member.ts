import { lawAt } from '#law';
import { listEverStated } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import { changeOfMember } from '../model/life-event.ts';
import { insertBeneficiaries, listPresentMembersForUpdate, supersedeMembers } from '../store/beneficiaries.ts';
import type { LifeEventRow, RegistrationRow } from '../store/tables.ts';

/** What an event makes of the parts of the member it is about, part of the deed that accepts it; false where it changes none of them. */
export async function changeMember(context: DeedContext, family: RegistrationRow, event: LifeEventRow): Promise<boolean> {
  const { tx, now, today } = context;
  const own = (await listPresentMembersForUpdate(tx, [family.number])).filter(({ person_id }) => person_id === event.person_id);
  const stated = (await listEverStated(tx, [family.request_id])).find(({ personId }) => personId === event.person_id);
  const law = lawAt(today.toString()).household;
  const ages = { dependent: law.childAge.value, studying: law.studentAge.value };
  const happened = { kind: event.kind, on: event.happened_on, birthDate: stated?.birthDate ?? '', today: today.toString() };
  const change = stated && changeOfMember(own, happened, ages);
  if (!change) return false;
  await supersedeMembers(
    tx,
    change.gone.map(({ id }) => id),
    now.toString(),
  );
  // What an event changed after a settlement stays when the settlement is taken back: who died is dead, who came back is in.
  const written = { known_from: now.toString(), known_to: null, event_id: event.id, case_id: null };
  await insertBeneficiaries(
    tx,
    change.parts.map(
      (part) =>
        ({
          ...own[0],
          ...part,
          ...written,
          ...begunAndNoted(part, event, today.toString()),
          id: newId(),
        }) as (typeof own)[number],
    ),
  );
  return true;
}

/** Ends that are past are known to the family that reported them; what is prolonged or begins again is foreseen anew. */
function begunAndNoted(
  part: { readonly from_day: string; readonly to_day: string | null },
  { kind, happened_on: on }: LifeEventRow,
  today: string,
) {
  if (kind === 'cover-ended') return part.from_day === today ? { begun_by: kind, noted: null } : {};
  if (kind === 'studies' || (kind === 'disability' && part.to_day === null)) return { begun_by: kind, noted: null };
  return { noted: part.to_day !== null && part.to_day <= on ? ('ended' as const) : null };
}
