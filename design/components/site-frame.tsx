import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Language, languageCodes, languages, translator } from '#platform/i18n';
import type { Reader } from '../reader.tsx';
import { LanguageSwitch } from './navigation.tsx';

type FrameProps = { readonly reader: Reader; readonly addressIn: (language: Language) => string };

/** The name of the service and, where there is room, of the bodies that run it: words, and no crest. */
export function SiteHeader({ reader, addressIn }: FrameProps): JSX.Element {
  return (
    <header class="site-header">
      <div class="wrap">
        <div class="site-header__bodies">
          <Bodies language={reader.language} />
        </div>
        <div class="site-header__row">
          <a class="site-header__name" href={`/${reader.language}`}>
            <span class="site-header__mark">{reader.text('design.site.mark')}</span>
            <span class="site-header__title">{reader.text('design.site.title')}</span>
          </a>
          <LanguageSwitch reader={reader} addressIn={addressIn} />
        </div>
      </div>
    </header>
  );
}

export type FooterLink = { readonly href: string; readonly text: string };

/** The ways on, and the bodies in the country's three scripts. */
export function SiteFooter({ reader, links }: { reader: Reader; links: readonly FooterLink[] }): JSX.Element {
  return (
    <footer class="site-footer">
      <div class="wrap">
        <ul class="site-footer__links">
          {links.map(({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
        <p>{reader.say('design.site.free')}</p>
        <div class="site-footer__bodies">
          {scripts.map((language) => (
            <Bodies language={language} />
          ))}
        </div>
      </div>
    </footer>
  );
}

const scripts = languageCodes.filter((language) => language !== 'en');

function Bodies({ language }: { language: Language }): JSX.Element {
  const { htmlLang, direction } = languages[language];
  return (
    <span lang={htmlLang} dir={direction}>
      {translator(language)('design.site.bodies')}
    </span>
  );
}
