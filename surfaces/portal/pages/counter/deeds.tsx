import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Button, LinkButton } from '#design/components/button.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

/** What a counter may do with a file now, by the lifecycle: the words of `passages`. */
export const counterDeeds = ['accept-papers', 'complete', 'ask-for-papers'] as const;
export type CounterDeed = (typeof counterDeeds)[number];

export type DeedsView = {
  readonly number: string;
  readonly deeds: readonly CounterDeed[];
  /** The file had moved on before the button was pressed. */
  readonly isStale?: boolean;
};

/** The deeds of a counter on the page of a file, before what the family reads: one button each, the usual one first. */
export function CounterDeeds({ place, view }: { place: Place; view: DeedsView }): JSX.Element {
  const { reader } = place;
  const { number, deeds, isStale } = view;
  return (
    <section class="column stack" aria-labelledby="deeds">
      <h2 id="deeds">{reader.text('portal.counter.deeds')}</h2>
      {isStale && (
        <Banner tone="warning">
          <p>{reader.say('portal.counter.stale')}</p>
        </Banner>
      )}
      {deeds.includes('accept-papers') && <p>{reader.say('portal.counter.look')}</p>}
      <div class="buttons">
        {deeds.map((deed) =>
          deed === 'ask-for-papers' ? (
            <LinkButton kind="secondary" href={addressOf(place, paths.askForPapers(number))}>
              {reader.text('portal.counter.ask-for-papers')}
            </LinkButton>
          ) : (
            <form method="post" action={addressOf(place, paths.counterDeed(number, deed))}>
              <Button>{reader.text(`portal.counter.${deed}`)}</Button>
            </form>
          ),
        )}
      </div>
      <p>
        <a href={addressOf(place, paths.post)}>{reader.text('portal.counter.next-file')}</a>
      </p>
    </section>
  );
}
