import type { DeedContext } from '#platform/actions';
import type { RightState } from '../model/right.ts';

type Told = {
  readonly request: string;
  readonly rights: readonly { readonly state: RightState; readonly from_day: string; readonly to_day: string }[];
};

/** Under which states a family may be cared for by the scheme: it is then covered by it. */
const covered: readonly RightState[] = ['open', 'provisional'];

/** Tells who keeps the covers of all schemes on which days these families are covered by this one, as it is known now. */
export function tellRights(context: DeedContext, families: readonly Told[]): void {
  if (families.length === 0) return;
  context.emit('entitlements.rights-told', {
    toldAt: context.now.toString(),
    registrations: families.map(({ request, rights }) => ({
      request,
      rights: rights.map(({ state, from_day, to_day }) => ({ isCover: covered.includes(state), from: from_day, to: to_day })),
    })),
  });
}
