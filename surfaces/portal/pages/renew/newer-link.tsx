import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { LinkButton } from '#design/components/button.tsx';
import type { PlainDate } from '#platform/dates';
import { addressOf, type Place, paths } from '../../place.ts';
import type { FollowView, NewerView } from '../follow.view.ts';

/** Whoever comes with the number of an earlier request is told of the newer one, and led to it. */
export function NewerLink({ place, number, newer }: { place: Place; number: string; newer: NewerView }): JSX.Element {
  const { reader } = place;
  return (
    <Banner title={reader.say('portal.renew.newer', { day: newer.askedOn })}>
      <p>
        {reader.text('portal.follow.number')} <span data-copy={newer.number}>{reader.code(newer.number)}</span>
      </p>
      {newer.begins && <p>{reader.say('portal.renew.newer-begins', { day: newer.begins })}</p>}
      <p>{reader.text('portal.renew.newer-both')}</p>
      <LinkButton href={addressOf(place, paths.newer(number))}>{reader.text('portal.renew.newer-see')}</LinkButton>
    </Banner>
  );
}

/** A family that asked again keeps what it has to its term; refused, it is told what it can do. */
export function RunningRight(props: { place: Place; running: NonNullable<FollowView['running']> }): JSX.Element {
  const { reader } = props.place;
  const { registration, endsOn, isRefused } = props.running;
  return (
    <Banner tone={isRefused ? 'warning' : 'information'} title={reader.say('portal.renew.running', { day: endsOn })}>
      {isRefused && (
        <p>
          {reader.text('portal.renew.refused')} {reader.code(registration)}
        </p>
      )}
    </Banner>
  );
}

/** Near the end of its rights a family is told to ask for them again while there is time. */
export function RenewNow({ place, number, until }: { place: Place; number: string; until: PlainDate }): JSX.Element {
  const { reader } = place;
  return (
    <Banner title={reader.say('portal.renew.ends', { day: until })}>
      <p>{reader.text('portal.renew.now')}</p>
      <LinkButton href={addressOf(place, paths.renew(number))}>{reader.text('portal.renew.link')}</LinkButton>
    </Banner>
  );
}
