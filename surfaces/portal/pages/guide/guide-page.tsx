import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { Pictogram, type PictogramName } from '#design/components/pictogram.tsx';
import type { PlainDate } from '#platform/dates';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import type { LawValue } from '../../views/guide/law-value.ts';
import type { Block } from '../../views/guide/markup.ts';
import { LawSources } from './law-sources.tsx';
import { Prose } from './prose.tsx';

export type GuideView = {
  readonly title: string;
  readonly summary: string;
  readonly updated: PlainDate;
  readonly sources: readonly string[];
  readonly blocks: readonly Block[];
  /** The numbers of the law the text names, by their name. */
  readonly values: ReadonlyMap<string, LawValue>;
  readonly picture?: PictogramName;
  readonly related: readonly { readonly title: string; readonly path: string }[];
  readonly isStatement: boolean;
};

/** P03 and P24: one page of the guide, or a statement. */
export function renderGuidePage(place: Place, view: GuideView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: view.title, back: view.isStatement ? paths.home : paths.guide },
    <article class="column stack">
      <div class="guide-title">
        {view.picture && <Pictogram name={view.picture} />}
        <h1>{reader.prose(view.title)}</h1>
      </div>
      <p class="lead">{reader.prose(view.summary)}</p>
      <Prose place={place} blocks={view.blocks} values={view.values} />
      <Related place={place} view={view} />
      <Numbers place={place} view={view} />
      <Opinion place={place} />
      <footer class="quiet">
        <p>{reader.say('portal.guide.updated', { day: view.updated })}</p>
      </footer>
    </article>,
  );
}

/** "Did this page help you?": one press, nothing about whoever presses. */
function Opinion({ place }: { place: Place }): JSX.Element {
  const { reader, path } = place;
  return (
    <form class="stack on-screen" method="post" action={addressOf(place, paths.opinion(path))}>
      <h2>{reader.text('portal.opinion.title')}</h2>
      <div class="buttons">
        {(['yes', 'no'] as const).map((answer) => (
          <Button kind="secondary" name="helpful" value={answer}>
            {reader.text(`portal.opinion.${answer}`)}
          </Button>
        ))}
      </div>
    </form>
  );
}

function Related({ place, view: { related } }: { place: Place; view: GuideView }): JSX.Element | null {
  const { reader } = place;
  if (related.length === 0) return null;
  return (
    <nav class="related stack" aria-labelledby="related">
      <h2 id="related">{reader.text('portal.guide.related')}</h2>
      <ul>
        {related.map(({ title, path }) => (
          <li>
            <a href={addressOf(place, path)}>{reader.prose(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Numbers({ place, view: { values, sources } }: { place: Place; view: GuideView }): JSX.Element | null {
  if (values.size === 0 && sources.length === 0) return null;
  return (
    <LawSources place={place} values={[...values.values()]}>
      {sources.map((source) => (
        <li>{place.reader.prose(source)}</li>
      ))}
    </LawSources>
  );
}
