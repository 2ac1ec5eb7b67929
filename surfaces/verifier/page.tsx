import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { renderPage } from '#design/layouts/page.tsx';
import { type Reader, readerOf } from '#design/reader.tsx';
import { type Language, loadMessages, projectRoot } from '#platform/i18n';

/** How a state looks from two metres, beside its word. */
const looks = {
  open: { tone: '', sign: 'M4 12.500 9.500 18 20 7' },
  'emergency-only': { tone: 'attention', sign: 'M12 4v16M4 12h16' },
  unpaid: { tone: 'attention', sign: 'M3 7h18v10H3zM12 10v4' },
  'unpaid-emergencies': { tone: 'attention', sign: 'M3 7h18v10H3zM12 10v4' },
  suspended: { tone: 'refused', sign: 'M9 5v14M15 5v14' },
  closed: { tone: 'refused', sign: 'M6 6l12 12M18 6 6 18' },
  expired: { tone: 'refused', sign: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3.500 2' },
  revoked: { tone: 'refused', sign: 'M12 3a9 9 0 1 0 .01 0M5.600 5.600l12.800 12.800' },
  forged: { tone: 'refused', sign: 'M6 6l12 12M18 6 6 18' },
  unknown: { tone: 'unknown', sign: 'M9 9a3 3 0 1 1 4.500 2.600c-1 .7-1.500 1.200-1.500 2.400m0 4v.5' },
  unreadable: { tone: 'unknown', sign: 'M9 9a3 3 0 1 1 4.500 2.600c-1 .7-1.500 1.200-1.500 2.400m0 4v.5' },
  slip: { tone: 'unknown', sign: 'M12 3 2 20h20zM12 10v5m0 2.500v.5' },
  'card-alone': { tone: 'unknown', sign: 'M3 6h18v12H3zM7 14h6' },
  'cannot-tell': { tone: 'unknown', sign: 'M9 9a3 3 0 1 1 4.500 2.600c-1 .7-1.500 1.200-1.500 2.400m0 4v.5' },
} as const;

/** The page in one language: the same for everyone, so that it can be kept; what is on the device its script fills in. */
export function renderVerifier(language: Language, script: string): string {
  const reader = readerOf(language);
  const html = renderPage({
    reader,
    title: reader.text('verifier.title'),
    script,
    addressIn: (other) => `/verifier/${other}`,
    footerLinks: [{ href: `/${language}/verify`, text: reader.text('verifier.no-script-link') }],
    children: <Content reader={reader} />,
  });
  // The layout of all pages knows no modules and no words for a script: here the script is in pieces, and says them itself.
  return html
    .replace(`<script src="${script}"`, `<script type="module" src="${script}"`)
    .replace('<body>', `<body data-language="${language}">`)
    .replace('<main ', `<main data-words="${wordsIn(language)}" `);
}

function Content({ reader }: { reader: Reader }): JSX.Element {
  const { text } = reader;
  return (
    <div class="column stack">
      <h1 class="title">{text('verifier.title')}</h1>
      <p class="lead">{reader.say('verifier.lead')}</p>
      <noscript>
        <p>
          {reader.say('verifier.no-script')} <a href={`/${reader.language}/verify`}>{text('verifier.no-script-link')}</a>
        </p>
      </noscript>
      <form id="ask" class="form" novalidate>
        <TextField
          reader={reader}
          name="number"
          label={text('verifier.number')}
          hint={reader.say('verifier.number-hint')}
          shape="code"
          autocomplete="off"
          takesCursor
        />
        <TextField
          reader={reader}
          name="born"
          label={text('verifier.born')}
          hint={reader.say('verifier.born-hint')}
          inputMode="numeric"
          autocomplete="off"
        />
        <Button>{text('verifier.ask')}</Button>
        <p>
          <button id="camera" type="button" class="button button--secondary" hidden>
            {text('verifier.camera')}
          </button>
        </p>
        <video id="video" class="figure" muted playsinline hidden aria-label={text('verifier.camera')} />
      </form>
      <div id="answer" role="status" />
      <Picture reader={reader} />
      <h2>{text('verifier.waiting-heading')}</h2>
      <div id="waiting" role="status">
        <p>{text('verifier.waiting-none')}</p>
      </div>
      {Object.entries(looks).map(([state, look]) => (
        <Look reader={reader} state={state} {...look} />
      ))}
    </div>
  );
}

function Picture({ reader }: { reader: Reader }): JSX.Element {
  const { text } = reader;
  return (
    <Fragment>
      <h2>{text('verifier.picture-heading')}</h2>
      <div id="picture" />
      <div id="news" role="status" />
      <form id="keep" class="form" novalidate hidden>
        <TextField
          reader={reader}
          name="key"
          type="password"
          label={text('verifier.key')}
          hint={reader.say('verifier.key-hint')}
          autocomplete="off"
        />
        <Button kind="secondary">{text('verifier.keep')}</Button>
      </form>
      <p id="kept" class="stack" hidden>
        <button id="update" type="button" class="button button--secondary">
          {text('verifier.fetch')}
        </button>{' '}
        <button id="forget" type="button" class="button button--warning">
          {text('verifier.forget')}
        </button>
      </p>
    </Fragment>
  );
}

function Look({ reader, state, tone, sign }: { reader: Reader; state: string; tone: string; sign: string }): JSX.Element {
  return (
    <template data-look={state}>
      <div class={tone === '' ? 'verdict' : `verdict verdict--${tone}`}>
        <div class="verdict__head">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={sign} />
          </svg>
          <h2>{reader.text(`verifier.state.${state}`)}</h2>
        </div>
        <div class="verdict__body stack" />
      </div>
    </template>
  );
}

/** What the script says, as an attribute: nothing inline runs under the policy of the pages. */
function wordsIn(language: Language): string {
  const words = [...loadMessages(projectRoot)[language]].filter(([key]) => key.startsWith('verifier.'));
  return JSON.stringify(Object.fromEntries(words)).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
