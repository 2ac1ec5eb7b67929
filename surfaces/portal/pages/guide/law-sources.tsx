import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Disclosure } from '#design/components/disclosure.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import type { LawValue } from '../../views/guide/law-value.ts';

/** Where each number of a page comes from and how sure it is: a reader may doubt, and should be able to check. `children` are other sources, as list items. */
export function LawSources(props: { place: Place; values: readonly LawValue[]; children?: Child }): JSX.Element {
  const { place, values, children } = props;
  const { reader } = place;
  return (
    <Disclosure summary={reader.text('portal.guide.sources')}>
      <ul class="plain-list quiet">
        {children}
        {values.map(({ text, status, source, from }) => (
          <li>
            <bdi>{text}</bdi> – {reader.say('portal.guide.since', { day: from })} – {reader.text(`portal.guide.status.${status}`)}{' '}
            – <bdi lang="en">{source}</bdi>
          </li>
        ))}
      </ul>
      <p class="quiet">
        <a href={addressOf(place, paths.lawNumbers)}>{reader.text('portal.guide.about-numbers')}</a>
      </p>
    </Disclosure>
  );
}
