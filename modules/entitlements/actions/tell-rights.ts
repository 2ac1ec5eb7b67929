import type { DeedContext } from '#platform/actions';
import type { RightState } from '../model/right.ts';
import { listDaysOfMembers, type MemberParts } from '../store/beneficiaries.ts';

type RightTold = { readonly state: RightState; readonly from_day: string; readonly to_day: string };
type Told = { readonly number: string; readonly request: string; readonly rights: readonly RightTold[] };

/** Under which states a family may be cared for by the scheme: it is then covered by it. */
const covered: readonly RightState[] = ['open', 'provisional'];

/**
 * Tells who keeps the covers of all schemes on which days these families are covered by this one, as it is known now; of members who have no
 * part in some of these days, on which they have.
 */
export async function tellRights(context: DeedContext, families: readonly Told[]): Promise<void> {
  if (families.length === 0) return;
  const members = Map.groupBy(
    await listDaysOfMembers(
      context.tx,
      families.map(({ number }) => number),
    ),
    ({ registration_number }) => registration_number,
  );
  context.emit('entitlements.rights-told', {
    toldAt: context.now.toString(),
    registrations: [...Map.groupBy(families, ({ request }) => request)].map(([request, told]) => {
      const rights = told.flatMap((one) => one.rights);
      const own = members.get(told[0]?.number ?? '') ?? [];
      return {
        request,
        rights: rights.map(({ state, from_day, to_day }) => ({ isCover: covered.includes(state), from: from_day, to: to_day })),
        partly: own.filter((member) => !hasAll(member, rights)).map(({ person, days }) => ({ person, days })),
      };
    }),
  });
}

function hasAll({ days }: MemberParts, rights: readonly RightTold[]): boolean {
  return rights.every(({ from_day, to_day }) => days.some(({ from, to }) => from <= from_day && (to === null || to >= to_day)));
}
