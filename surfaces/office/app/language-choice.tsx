import { type Language, languageCodes, languages } from '#platform/i18n';
import { speak, useSpeech, useText } from '../client/words.tsx';

/** The language of this computer, changed at once and kept. */
export function LanguageChoice({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { language } = useSpeech();
  const text = useText();
  const choose = async (chosen: Language) => {
    await speak(chosen);
    onLanguage(chosen);
  };
  return (
    <select
      className="language"
      aria-label={text('office.shell.language')}
      value={language}
      onChange={(change) => void choose(change.target.value as Language)}
    >
      {languageCodes.map((code) => (
        <option key={code} value={code} lang={languages[code].htmlLang}>
          {languages[code].ownName}
        </option>
      ))}
    </select>
  );
}
