import type { JSX } from 'hono/jsx/jsx-runtime';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { SearchForm } from '../guide/search-form.tsx';

/** A place to go on from: its two names, and what tells it from others of that name. */
export type PlaceLink = {
  readonly code: string;
  readonly name: { readonly fr: string; readonly ar: string };
  readonly within?: { readonly fr: string; readonly ar: string };
};

export type OfficesView = {
  readonly level: 'regions' | 'provinces' | 'communes' | 'found';
  /** The place whose parts are listed; none at the first level and for a search. */
  readonly of?: PlaceLink;
  /** Where "back" leads: a code, or nothing for the first level. */
  readonly above?: string;
  readonly query: string;
  readonly places: readonly PlaceLink[];
};

/** P22: region, then province, then commune, as lists of links; or a name, however it is spelt. */
export function renderOffices(place: Place, view: OfficesView): string {
  const { reader } = place;
  const title = view.of ? namesOf(place, view.of.name) : reader.text('portal.offices.title');
  return renderPortalPage(
    place,
    { title: reader.text('portal.offices.title'), back: backOf(view) },
    <div class="stack">
      <h1 class="title">
        {view.of && <span class="title__caption">{reader.text('portal.offices.title')}</span>}
        {title}
      </h1>
      {!view.of && <p class="lead">{reader.say('portal.offices.lead')}</p>}
      {!view.of && (
        <SearchForm place={place} path={paths.offices} label={reader.text('portal.offices.search')} query={view.query} />
      )}
      <section class="stack">
        <h2>{reader.say(`portal.offices.choose.${view.level}`, { count: view.places.length, query: view.query })}</h2>
        <Empty place={place} view={view} />
        <PlaceList place={place} places={view.places} />
      </section>
    </div>,
  );
}

function backOf({ level, above }: OfficesView): string {
  if (level === 'regions') return paths.home;
  return above === undefined ? paths.offices : paths.office(above);
}

function Empty({ place: { reader }, view }: { place: Place; view: OfficesView }): JSX.Element | null {
  if (view.places.length > 0) return null;
  return <p>{reader.say(view.level === 'found' ? 'portal.offices.none' : 'portal.offices.casablanca')}</p>;
}

export function PlaceList({ place, places }: { place: Place; places: readonly PlaceLink[] }): JSX.Element | null {
  if (places.length === 0) return null;
  return (
    <ul class="places">
      {places.map(({ code, name, within }) => (
        <li>
          <a href={addressOf(place, paths.office(code))}>{namesOf(place, name)}</a>
          {within && <span class="quiet"> {namesOf(place, within)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A name in the reader's script; in both where the reader's language has neither, since places have no name in Tifinagh in the census. */
export function namesOf({ reader }: Place, { fr, ar }: { readonly fr: string; readonly ar: string }): JSX.Element {
  if (reader.language === 'ar') return <bdi>{ar}</bdi>;
  const arabic = (
    <bdi lang="ar" dir="rtl">
      {ar}
    </bdi>
  );
  return reader.language === 'zgh' ? (
    <span>
      <bdi>{fr}</bdi> · {arabic}
    </span>
  ) : (
    <bdi>{fr}</bdi>
  );
}
