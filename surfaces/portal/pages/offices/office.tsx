import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Pictogram } from '#design/components/pictogram.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { namesOf, type PlaceLink, PlaceList } from './offices.tsx';

export type OfficeView = {
  readonly commune: PlaceLink;
  readonly province: PlaceLink;
  readonly region: PlaceLink;
  readonly kind: 'town' | 'village';
  readonly neighbours: readonly PlaceLink[];
};

/** P22, a commune: where to go with a request, and where when ill. Says what nobody has published instead of inventing it. */
export function renderOffice(place: Place, view: OfficeView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.offices.title'), back: paths.office(view.province.code) },
    <div class="column stack">
      <h1 class="title">
        <span class="title__caption">{reader.text('portal.offices.title')}</span>
        {namesOf(place, view.commune.name)}
      </h1>
      <Counter place={place} view={view} />
      <HealthCentre place={place} />
      <Banner>
        <p>{reader.say('portal.offices.one-counter')}</p>
      </Banner>
      {view.neighbours.length > 0 && (
        <section class="stack">
          <h2>{reader.text(`portal.offices.neighbours.${view.kind}`)}</h2>
          <PlaceList place={place} places={view.neighbours} />
        </section>
      )}
    </div>,
  );
}

function Counter({ place, view }: { place: Place; view: OfficeView }): JSX.Element {
  const { reader } = place;
  const asked = reader.text('portal.offices.ask-commune');
  return (
    <section class="stack">
      <div class="guide-title">
        <Pictogram name="counter" />
        <h2>{reader.text('portal.offices.counter')}</h2>
      </div>
      <p>{reader.say(`portal.offices.go.${view.kind}`)}</p>
      <SummaryList
        rows={[
          { term: reader.text('portal.offices.commune'), description: namesOf(place, view.commune.name) },
          { term: reader.text('portal.offices.kind'), description: reader.text(`portal.offices.kind.${view.kind}`) },
          { term: reader.text('portal.offices.province'), description: namesOf(place, view.province.name) },
          { term: reader.text('portal.offices.region'), description: namesOf(place, view.region.name) },
          { term: reader.text('portal.offices.address'), description: asked },
          { term: reader.text('portal.offices.hours'), description: asked },
        ]}
      />
      <p>
        <a href={addressOf(place, paths.guidePage('papers'))}>{reader.text('portal.offices.papers')}</a>
      </p>
    </section>
  );
}

function HealthCentre({ place }: { place: Place }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <div class="guide-title">
        <Pictogram name="health-centre" />
        <h2>{reader.text('portal.offices.health-centre')}</h2>
      </div>
      <p>{reader.say('portal.offices.health-centre-text')}</p>
      <p>
        <a href={addressOf(place, paths.guidePage('reference-sheet'))}>{reader.text('portal.offices.reference-sheet')}</a>
      </p>
    </section>
  );
}
