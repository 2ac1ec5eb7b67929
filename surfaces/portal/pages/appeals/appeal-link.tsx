import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import type { AppealState } from '#modules/commissions';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { addressOf, type Place, paths } from '../../place.ts';

/** How the decision on a file stands to being contested, on a day. */
export type AppealStanding =
  | { readonly kind: 'open' | 'late'; readonly lastDay: PlainDate; readonly caution?: Message }
  | { readonly kind: 'filed'; readonly number: string; readonly state: AppealState };

/** Leads to the appeal, or to the one that was filed; the words say which. */
export function AppealLink(props: { place: Place; number: string; standing: AppealStanding }): JSX.Element {
  const { place, number, standing } = props;
  const key = standing.kind === 'filed' ? 'portal.appeals.see' : 'portal.appeals.contest';
  return (
    <LinkButton href={addressOf(place, paths.appeal(number))} starts={standing.kind !== 'filed'}>
      {place.reader.text(key)}
    </LinkButton>
  );
}
