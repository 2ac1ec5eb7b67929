import { type Child, Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Language, languages } from '#platform/i18n';
import { iconAddress, stylesheetAddress } from '../assets.ts';
import { SkipLink } from '../components/navigation.tsx';
import { NotchRule } from '../components/notch-rule.tsx';
import { type FooterLink, SiteFooter, SiteHeader } from '../components/site-frame.tsx';
import { isolateRuns } from '../isolate-runs.ts';
import type { Reader } from '../reader.tsx';

export type PageProps = {
  readonly reader: Reader;
  /** The task of the page; the browser's title is "task - RAMED", with "Error:" first when something must be corrected. */
  readonly title: string;
  readonly hasErrors?: boolean;
  /** Where the same page stands in another language. */
  readonly addressIn: (language: Language) => string;
  readonly footerLinks: readonly FooterLink[];
  /** The address of a script of our own that betters the page and that it can do without. */
  readonly script?: string;
  /** What stands above `main`: a back link. */
  readonly before?: Child;
  readonly children: Child;
};

export type DocumentProps = Pick<PageProps, 'reader' | 'title' | 'hasErrors' | 'script' | 'children'>;

/** A page of the service: skip link, header with the bodies and the languages, the content, the footer. */
export function renderPage({ reader, addressIn, footerLinks, before, children, ...rest }: PageProps): string {
  return renderDocument({
    reader,
    ...rest,
    children: (
      <Fragment>
        <SkipLink reader={reader} />
        <SiteHeader reader={reader} addressIn={addressIn} />
        <NotchRule />
        {before && (
          <nav class="before wrap" aria-label={reader.text('design.back-navigation')}>
            {before}
          </nav>
        )}
        <main id="main" class="wrap" tabindex={-1}>
          {children}
        </main>
        <NotchRule />
        <SiteFooter reader={reader} links={footerLinks} />
      </Fragment>
    ),
  });
}

/** A whole HTML document: no inline script, no inline style, so that a policy of `'self'` lets it all through. */
export function renderDocument(props: DocumentProps): string {
  const html = (<Document {...props} />).toString();
  return `<!doctype html>${props.reader.direction === 'rtl' ? isolateRuns(html) : html}`;
}

function Document({ reader, title, hasErrors, script, children }: DocumentProps): JSX.Element {
  const errorMark = hasErrors ? `${reader.text('design.error-prefix')} ` : '';
  return (
    <html lang={languages[reader.language].htmlLang} dir={reader.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${errorMark}${title} - ${reader.text('design.site.mark')}`}</title>
        <link rel="icon" href={iconAddress} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheetAddress} />
        {script && <script src={script} defer />}
      </head>
      <body>{children}</body>
    </html>
  );
}
