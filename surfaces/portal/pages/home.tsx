import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { type Door, Doors } from '#design/components/doors.tsx';
import { Pictogram } from '#design/components/pictogram.tsx';
import type { Centimes } from '#platform/money';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';
import { doorsOf } from './doors.ts';
import type { GuideLink } from './guide/guide-index.tsx';
import { SearchForm } from './guide/search-form.tsx';

export type HomeView = {
  /** The contribution of a vulnerable family, from the law of the day. */
  readonly contribution: {
    readonly perPerson: Centimes;
    readonly cap: Centimes;
    readonly example: { persons: number; amount: Centimes };
  };
  /** The pages of the guide most people need first. */
  readonly guide: readonly GuideLink[];
  /** The free number to call; none as long as it is not known. */
  readonly helpline?: string | undefined;
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
          <p>
            <strong>{reader.text('portal.home.free')}</strong>
          </p>
          <p class="choices-row">
            <LinkButton href={addressOf(place, paths.follow)} starts>
              {reader.text('portal.nav.follow')}
            </LinkButton>
            <LinkButton kind="secondary" href={addressOf(place, paths.apply.start)}>
              {reader.text('portal.apply.title')}
            </LinkButton>
          </p>
        </div>
        <Pictogram name="family" />
      </div>
      <section class="stack">
        <h2>{reader.text('portal.home.doors')}</h2>
        <Doors doors={homeDoors(place, view)} />
      </section>
      <Questions place={place} view={view} />
      <Path place={place} />
      <Price place={place} view={view} />
      <Help place={place} view={view} />
    </div>,
  );
}

function homeDoors(place: Place, { hasSamples }: HomeView): Door[] {
  const { reader } = place;
  const samples: Door = {
    href: addressOf(place, paths.samples),
    name: reader.text('portal.sample.title'),
    help: reader.say('portal.home.door.sample'),
    picture: 'house',
  };
  return [...doorsOf(place), ...(hasSamples ? [samples] : [])];
}

function Questions({ place, view: { guide } }: { place: Place; view: HomeView }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.home.questions')}</h2>
      <SearchForm place={place} path={paths.guide} label={reader.text('portal.guide.search')} query="" />
      <ul class="places">
        {guide.map(({ path: to, title }) => (
          <li>
            <a href={addressOf(place, to)}>{reader.prose(title)}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={addressOf(place, paths.guide)}>{reader.text('portal.guide.all')}</a>
      </p>
    </section>
  );
}

function Help({ place: { reader }, view: { helpline } }: { place: Place; view: HomeView }): JSX.Element {
  return (
    <section class="column stack">
      <div class="guide-title">
        <Pictogram name="phone" />
        <h2>{reader.text('portal.home.help')}</h2>
      </div>
      {helpline ? <p>{reader.code(helpline)}</p> : <p>{reader.say('portal.home.help.to-come')}</p>}
      <p>{reader.say('portal.home.help.counter')}</p>
    </section>
  );
}

const path = [
  { text: 'portal.home.path.papers', picture: 'papers' },
  { text: 'portal.home.path.family', picture: 'commission' },
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
