import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { LinkButton } from '#design/components/button.tsx';
import type { Subject } from '#modules/complaints';
import type { AnswerState } from '#modules/entitlements';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { addressOf, type Place, paths } from '../place.ts';

/** How a right stands today, in the words of the rights question. */
export type LiveRight = { readonly state: AnswerState; readonly since?: PlainDate; readonly until?: PlainDate };

/** The same for its own family: where it has stopped, since when, why and what can be done. */
export type RightView = LiveRight & {
  /** Only of a right that has stopped. */
  readonly headline?: Message;
  /** Why, whom to ask, what to do: most useful first. */
  readonly advice?: readonly Message[];
  /** The family may ask for its rights again, now. */
  readonly mayAskAgain?: boolean;
  /** The subject of a complaint about it, where somebody decided it. */
  readonly complain?: Subject;
};

/** The state and its days: what a desk, a hospital and the family go by. */
export function RightLine({
  place: { reader },
  right: { state, since, until },
}: {
  place: Place;
  right: LiveRight;
}): JSX.Element {
  return (
    <>
      <strong>{reader.text(`entitlements.answer.${state}`)}</strong>
      {since && <> · {reader.say('portal.verify.right-since', { day: since })}</>}
      {until && <> · {reader.say('portal.verify.right-until', { day: until })}</>}
    </>
  );
}

type Standing = { readonly place: Place; readonly number: string; readonly right: RightView | undefined };

/** Above whatever else a page says of a family: how its right stands and, where it has stopped, why and what can be done. */
export function RightStanding({ place, number, right }: Standing): JSX.Element | null {
  const { reader } = place;
  if (!right) return null;
  if (!right.headline)
    return (
      <p>
        {reader.text('portal.verify.right')} <RightLine place={place} right={right} />
      </p>
    );
  return (
    <Banner tone="warning" title={reader.tell(right.headline)}>
      <ul class="stack">
        {(right.advice ?? []).map((advice) => (
          <li>{reader.tell(advice)}</li>
        ))}
      </ul>
      <RightRemedies place={place} number={number} right={right} />
    </Banner>
  );
}

/** The way to ask again, and to complain; the page that asks again does not lead to itself. */
export function RightRemedies({ place, number, right }: Standing & { readonly right: RightView }): JSX.Element | null {
  const { reader } = place;
  const { complain } = right;
  const renew = paths.renew(number);
  const leadsToRenewal = right.mayAskAgain && place.path !== renew;
  if (!leadsToRenewal && !complain) return null;
  return (
    <div class="aids">
      {leadsToRenewal && <LinkButton href={addressOf(place, renew)}>{reader.text('portal.renew.link')}</LinkButton>}
      {complain && (
        <LinkButton kind="secondary" href={addressOf(place, paths.tellComplaint(complain, number))}>
          {reader.text('portal.complaints.nav')}
        </LinkButton>
      )}
    </div>
  );
}
