import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ComponentExamples } from '#design/components/example.ts';
import { componentExamples } from '#design/components/examples.ts';
import { renderPage } from '#design/layouts/page.tsx';
import { type Reader, readerOf } from '#design/reader.tsx';
import { isLanguage, type Language } from '#platform/i18n';

/** `/gallery?language=ar`: an index of the components; `&component=timeline`: its examples. Unknown values fall back to Arabic and the index. */
export function renderGallery(languageAsked: string, componentAsked?: string): string {
  const language: Language = isLanguage(languageAsked) ? languageAsked : 'ar';
  const reader = readerOf(language);
  const shown = componentExamples.find(({ component }) => component === componentAsked);
  return renderPage({
    reader,
    title: reader.text('portal.gallery.title'),
    addressIn: (other) => addressOf(other, shown?.component),
    footerLinks: componentExamples.map(({ component }) => ({ href: addressOf(language, component), text: component })),
    children: (
      <div class="sections">
        <h1 class="title">
          <span class="title__caption">{reader.text('portal.gallery.title')}</span>
          {shown ? <bdi lang="en">{shown.component}</bdi> : reader.text('portal.gallery.lead')}
        </h1>
        {shown ? <Examples reader={reader} shown={shown} /> : <Index language={language} />}
      </div>
    ),
  });
}

function addressOf(language: Language, component?: string): string {
  return component ? `/gallery?language=${language}&component=${component}` : `/gallery?language=${language}`;
}

function Index({ language }: { language: Language }): JSX.Element {
  return (
    <ul class="task-list column">
      {componentExamples.map(({ component, examples }) => (
        <li>
          <a href={addressOf(language, component)} lang="en">
            {component}
          </a>
          <bdi>{Object.keys(examples).length}</bdi>
        </li>
      ))}
    </ul>
  );
}

// The names of examples are those of the code, so they stay English and left to right in every language.
function Examples({ reader, shown }: { reader: Reader; shown: ComponentExamples }): JSX.Element {
  return (
    <div class="sections column">
      {Object.entries(shown.examples).map(([name, render]) => (
        <section class="stack" aria-labelledby={`example-${name}`}>
          <h2 id={`example-${name}`} lang="en">
            <bdi>{name}</bdi>
          </h2>
          {render(reader)}
        </section>
      ))}
    </div>
  );
}
