import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Language, languageCodes, languages } from '#platform/i18n';
import type { Reader } from '../reader.tsx';
import { Icon } from './icon.tsx';

export function SkipLink({ reader }: { reader: Reader }): JSX.Element {
  return (
    <a class="skip-link" href="#main">
      {reader.text('design.skip-link')}
    </a>
  );
}

export function BackLink({ href, children }: { href: string; children: Child }): JSX.Element {
  return (
    <a class="back-link" href={href}>
      <Icon name="back" />
      {children}
    </a>
  );
}

/** The same place in another language, each named by its own speakers. */
export function LanguageSwitch(props: { reader: Reader; addressIn: (language: Language) => string }): JSX.Element {
  return (
    <nav aria-label={props.reader.text('design.language-switch')}>
      <ul class="language-switch">
        {languageCodes.map((language) => (
          <li>
            {language === props.reader.language ? (
              <span aria-current="true">{languages[language].ownName}</span>
            ) : (
              <a href={props.addressIn(language)} lang={languages[language].htmlLang} hreflang={language}>
                {languages[language].ownName}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
