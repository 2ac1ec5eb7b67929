import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PlainDate } from '#platform/dates';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

/** Files of the first run worth opening; the families are invented, so their birth dates may be told. */
export type SampleFile = {
  readonly number: string;
  readonly story: 'poor' | 'vulnerable' | 'held' | 'refused' | 'discordant';
  readonly birth: PlainDate;
};

export function renderSampleFiles(place: Place, { files }: { readonly files: readonly SampleFile[] }): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.sample.title'), back: paths.home },
    <div class="column stack">
      <h1 class="title">{reader.text('portal.sample.title')}</h1>
      <p class="lead">{reader.say('portal.sample.lead')}</p>
      <ul class="samples">
        {files.map((file) => (
          <Sample place={place} file={file} />
        ))}
      </ul>
    </div>,
  );
}

function Sample({ place, file }: { place: Place; file: SampleFile }): JSX.Element {
  const { reader } = place;
  return (
    <li class="sample stack">
      <h2>{reader.text(`portal.sample.${file.story}`)}</h2>
      <p>
        <a href={addressOf(place, paths.request(file.number))}>
          {reader.text('portal.follow.request')} {reader.code(file.number)}
        </a>
      </p>
      <p class="quiet">{reader.say('portal.sample.birth', { day: file.birth })}</p>
    </li>
  );
}
