/** Arabic is the reference text, French its equal, Tamazight for every page of citizens, English for the rest of the world. */
export type Language = 'ar' | 'fr' | 'zgh' | 'en';

export type Direction = 'rtl' | 'ltr';

export type LanguageDetails = {
  readonly direction: Direction;
  readonly ownName: string;
  /** The value of `<html lang>`. */
  readonly htmlLang: string;
  /** The forms a count takes. Each plural of a message must spell out all of them. */
  readonly pluralForms: readonly PluralForm[];
  /** The form for a whole, non-negative count. */
  readonly pluralForm: (count: number) => PluralForm;
};

export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

export const languages: Readonly<Record<Language, LanguageDetails>> = {
  ar: {
    direction: 'rtl',
    ownName: 'العربية',
    htmlLang: 'ar-MA',
    pluralForms: ['zero', 'one', 'two', 'few', 'many', 'other'],
    pluralForm: arabicForm,
  },
  zgh: {
    direction: 'ltr',
    ownName: 'ⵜⴰⵎⴰⵣⵉⵖⵜ',
    htmlLang: 'zgh-MA',
    pluralForms: ['one', 'few', 'other'],
    pluralForm: tamazightForm,
  },
  fr: {
    direction: 'ltr',
    ownName: 'Français',
    htmlLang: 'fr-MA',
    pluralForms: ['one', 'other'],
    pluralForm: (count) => (count < 2 ? 'one' : 'other'),
  },
  en: {
    direction: 'ltr',
    ownName: 'English',
    htmlLang: 'en',
    pluralForms: ['one', 'other'],
    pluralForm: (count) => (count === 1 ? 'one' : 'other'),
  },
};

export const languageCodes: readonly Language[] = ['ar', 'zgh', 'fr', 'en'];

export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && (languageCodes as readonly string[]).includes(text);
}

function arabicForm(count: number): PluralForm {
  if (!Number.isInteger(count)) return 'other';
  const lastTwo = count % 100;
  if (count <= 2) return (['zero', 'one', 'two'] as const)[count] ?? 'other';
  if (lastTwo >= 3 && lastTwo <= 10) return 'few';
  return lastTwo >= 11 ? 'many' : 'other';
}

// CLDR has no plural rule for zgh; this is that of Tachelhit (shi), its nearest neighbour: plural after 2–10, "ⵏ" and the singular beyond.
function tamazightForm(count: number): PluralForm {
  if (count <= 1) return 'one';
  return Number.isInteger(count) && count <= 10 ? 'few' : 'other';
}
