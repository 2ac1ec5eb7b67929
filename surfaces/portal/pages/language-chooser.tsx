import { Icon } from '#design/components/icon.tsx';
import { NotchRule } from '#design/components/notch-rule.tsx';
import { Pictogram } from '#design/components/pictogram.tsx';
import { renderDocument } from '#design/layouts/page.tsx';
import { readerOf } from '#design/reader.tsx';
import { type Language, languageCodes, languages, translator } from '#platform/i18n';

/** P01, at `/`: four doors, each in its own language. The browser's wish only chooses the words around them; without one, Arabic. */
export function renderLanguageChooser(wished: Language = 'ar'): string {
  const reader = readerOf(wished);
  const titles = languageCodes.map((language) => ({ language, title: translator(language)('portal.language.title') }));
  return renderDocument({
    reader,
    title: reader.text('portal.language.title'),
    children: (
      <main id="main" class="wrap">
        <div class="chooser sections">
          <div>
            <Pictogram name="family" />
            <p class="site-header__mark">{reader.text('design.site.mark')}</p>
            <h1 class="title">{reader.text('design.site.title')}</h1>
            <NotchRule />
          </div>
          <ul class="language-doors">
            {titles.map(({ language, title }) => (
              <li lang={languages[language].htmlLang} dir={languages[language].direction}>
                <a href={`/${language}`} hreflang={language} aria-label={`${languages[language].ownName}. ${title}`}>
                  {languages[language].ownName}
                  <Icon name="forward" />
                </a>
              </li>
            ))}
          </ul>
        </div>
      </main>
    ),
  });
}
