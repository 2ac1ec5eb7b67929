import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

/** Leads to what was said of another insurance; the words say whether an answer is waited for. */
export function CoverLink(props: { place: Place; number: string; cover: 'answer' | 'see' }): JSX.Element {
  const { place, number, cover } = props;
  return (
    <div class="aids">
      <LinkButton href={addressOf(place, paths.cover(number))} kind={cover === 'see' ? 'secondary' : 'primary'}>
        {place.reader.text(`portal.cover.link.${cover}`)}
      </LinkButton>
    </div>
  );
}
