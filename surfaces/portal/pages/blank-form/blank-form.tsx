import type { JSX } from 'hono/jsx/jsx-runtime';
import { Pictogram } from '#design/components/pictogram.tsx';
import { type Language, languages } from '#platform/i18n';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

/** The file in each language, with its weight in kilobytes: whoever pays by the megabyte wants to know. */
export type BlankFormView = { readonly files: readonly { readonly language: Language; readonly weight: number }[] };

/** P21: the empty form, to print or to ask for at the counter. */
export function renderBlankForm(place: Place, view: BlankFormView): string {
  const { reader } = place;
  const title = reader.text('portal.blank-form.title');
  return renderPortalPage(
    place,
    { title, back: paths.home },
    <article class="column stack">
      <div class="guide-title">
        <Pictogram name="form" />
        <h1>{title}</h1>
      </div>
      <p class="lead">{reader.say('portal.blank-form.lead')}</p>
      <div class="prose">
        <p>{reader.say('portal.blank-form.same')}</p>
        <h2>{reader.text('portal.blank-form.choose')}</h2>
      </div>
      <Files place={place} view={view} />
      <div class="prose">
        <h2>{reader.text('portal.blank-form.how')}</h2>
        <ol class="path path--down">
          {steps.map(({ text, picture }) => (
            <li>
              <Pictogram name={picture} />
              <span>{reader.say(text)}</span>
            </li>
          ))}
        </ol>
        <p>
          <a href={addressOf(place, paths.guidePage('papers'))}>{reader.text('portal.offices.papers')}</a>
        </p>
        <p>
          <a href={addressOf(place, paths.offices)}>{reader.text('portal.offices.title')}</a>
        </p>
        <h2>{reader.text('portal.blank-form.online')}</h2>
        <p>{reader.say('portal.blank-form.online-text')}</p>
        <p>
          <a href={addressOf(place, paths.home)}>{reader.text('portal.apply.title')}</a>
        </p>
      </div>
    </article>,
  );
}

const steps = [
  { text: 'portal.blank-form.how.print', picture: 'counter' },
  { text: 'portal.blank-form.how.fill', picture: 'form' },
  { text: 'portal.blank-form.how.bring', picture: 'papers' },
] as const;

/** The reader's own language first. */
function Files({ place: { reader }, view: { files } }: { place: Place; view: BlankFormView }): JSX.Element {
  const ordered = [...files].sort(
    (one, other) => Number(other.language === reader.language) - Number(one.language === reader.language),
  );
  return (
    <ul class="places">
      {ordered.map(({ language, weight }) => {
        const { ownName, htmlLang, direction } = languages[language];
        return (
          <li>
            <a href={`/${language}${paths.blankFormFile}`} hreflang={htmlLang} type="application/pdf">
              <bdi lang={htmlLang} dir={direction}>
                {ownName}
              </bdi>
            </a>{' '}
            <span class="quiet">{reader.prose(reader.text('portal.blank-form.weight', { weight }))}</span>
          </li>
        );
      })}
    </ul>
  );
}
