import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Doors } from '#design/components/doors.tsx';
import type { PictogramName } from '#design/components/pictogram.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { SearchForm } from './search-form.tsx';

export type GuideLink = {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly picture?: PictogramName;
};

/** `query` is what was asked, '' when nothing was. */
export type GuideIndexView = { readonly query: string } & (
  | { readonly groups: readonly { readonly group: string; readonly pages: readonly GuideLink[] }[] }
  | { readonly found: readonly GuideLink[] }
);

/** The guide's table of contents; `?q=` leaves the pages that speak of it. */
export function renderGuideIndex(place: Place, view: GuideIndexView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.guide.title'), back: paths.home },
    <div class="stack">
      <h1 class="title">{reader.text('portal.guide.title')}</h1>
      <p class="lead">{reader.say('portal.guide.lead')}</p>
      <SearchForm place={place} path={paths.guide} label={reader.text('portal.guide.search')} query={view.query} />
      {'found' in view ? (
        <Found place={place} query={view.query} found={view.found} />
      ) : (
        <Groups place={place} groups={view.groups} />
      )}
    </div>,
  );
}

type Groups = readonly { readonly group: string; readonly pages: readonly GuideLink[] }[];

function Groups({ place, groups }: { place: Place; groups: Groups }): JSX.Element {
  return (
    <div class="sections">
      {groups.map(({ group, pages }) => (
        <section class="stack">
          <h2>{place.reader.text(`portal.guide.group.${group}`)}</h2>
          <Pages place={place} pages={pages} />
        </section>
      ))}
    </div>
  );
}

function Found({ place, query, found }: { place: Place; query: string; found: readonly GuideLink[] }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack" aria-live="polite">
      <h2>{reader.say('portal.guide.found', { count: found.length, query })}</h2>
      {found.length > 0 ? (
        <Pages place={place} pages={found} />
      ) : (
        <Fragment>
          <p>{reader.say('portal.guide.none')}</p>
          <p>
            <a href={addressOf(place, paths.guide)}>{reader.text('portal.guide.all')}</a>
          </p>
        </Fragment>
      )}
    </section>
  );
}

function Pages({ place, pages }: { place: Place; pages: readonly GuideLink[] }): JSX.Element {
  const { reader } = place;
  return (
    <Doors
      doors={pages.map(({ path, title, summary, picture = 'papers' }) => ({
        href: addressOf(place, path),
        name: reader.prose(title),
        help: reader.prose(summary),
        picture,
      }))}
    />
  );
}
