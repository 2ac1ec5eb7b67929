import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { type Door, Doors } from '#design/components/doors.tsx';
import { Pictogram, type PictogramName } from '#design/components/pictogram.tsx';
import type { Centimes } from '#platform/money';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

export type HomeView = {
  /** The contribution of a vulnerable family, from the law of the day. */
  readonly contribution: {
    readonly perPerson: Centimes;
    readonly cap: Centimes;
    readonly example: { persons: number; amount: Centimes };
  };
  /** Whether the sample files of a first start are there to be looked at. */
  readonly hasSamples: boolean;
};

/** P02: what the scheme is, the ways in, what it costs, what happens next. */
export function renderHome(place: Place, view: HomeView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('design.site.title') },
    <div class="sections">
      <div class="hero">
        <div class="column stack">
          <h1>{reader.text('portal.home.title')}</h1>
          <p class="lead">{reader.say('portal.home.lead')}</p>
          <LinkButton href={addressOf(place, paths.follow)} starts>
            {reader.text('portal.nav.follow')}
          </LinkButton>
        </div>
        <Pictogram name="family" />
      </div>
      <section class="stack">
        <h2>{reader.text('portal.home.doors')}</h2>
        <Doors doors={doorsOf(place, view)} />
      </section>
      <Path place={place} />
      <Price place={place} view={view} />
    </div>,
  );
}

function doorsOf(place: Place, { hasSamples }: HomeView): Door[] {
  const { reader } = place;
  const door = (path: string, name: string, help: string, picture: PictogramName): Door => ({
    href: addressOf(place, path),
    name: reader.text(name),
    help: reader.say(help),
    picture,
  });
  return [
    door(paths.follow, 'portal.nav.follow', 'portal.home.door.follow', 'papers'),
    door(paths.verify, 'portal.nav.verify', 'portal.home.door.verify', 'card'),
    ...(hasSamples ? [door(paths.samples, 'portal.sample.title', 'portal.home.door.sample', 'house')] : []),
  ];
}

const path = [
  { text: 'portal.home.path.papers', picture: 'papers' },
  { text: 'portal.home.path.family', picture: 'family' },
  { text: 'portal.home.path.card', picture: 'card' },
  { text: 'portal.home.path.hospital', picture: 'hospital' },
] as const;

function Path({ place: { reader } }: { place: Place }): JSX.Element {
  return (
    <section class="stack">
      <h2>{reader.text('portal.home.path.title')}</h2>
      <ol class="path">
        {path.map(({ text, picture }) => (
          <li>
            <Pictogram name={picture} />
            <p>{reader.say(text)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Price({ place: { reader }, view: { contribution } }: { place: Place; view: HomeView }): JSX.Element {
  return (
    <section class="column stack">
      <h2>{reader.text('portal.home.price.title')}</h2>
      <ul class="plain-list">
        <li>{reader.say('portal.home.price.poor')}</li>
        <li>{reader.say('portal.home.price.vulnerable', { perPerson: contribution.perPerson, cap: contribution.cap })}</li>
      </ul>
      <p class="quiet">{reader.say('portal.home.price.example', contribution.example)}</p>
    </section>
  );
}
