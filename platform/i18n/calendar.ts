import type { PlainDate } from '#platform/dates';
import type { Language } from './languages.ts';

/** `long` 3 janvier 2026 · `short` 3 janv. 2026 · `month` janvier 2026 · `year` 2026 */
export type DateStyle = 'long' | 'short' | 'month' | 'year';

/** A day in words with western digits, day before month in all four languages, the Moroccan names of the months in Arabic. */
export function formatDate(language: Language, date: PlainDate, style: DateStyle = 'long'): string {
  if (style === 'year') return String(date.year);
  const names = style === 'short' ? shortMonths[language] : months[language];
  const monthAndYear = `${names[date.month - 1]} ${date.year}`;
  return style === 'month' ? monthAndYear : `${dayOfMonth(language, date.day)} ${monthAndYear}`;
}

function dayOfMonth(language: Language, day: number): string {
  return language === 'fr' && day === 1 ? '1er' : String(day);
}

const months: Readonly<Record<Language, readonly string[]>> = {
  ar: words('يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'),
  fr: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  zgh: words('ⵉⵏⵏⴰⵢⵔ ⴱⵕⴰⵢⵕ ⵎⴰⵕⵚ ⵉⴱⵔⵉⵔ ⵎⴰⵢⵢⵓ ⵢⵓⵏⵢⵓ ⵢⵓⵍⵢⵓⵣ ⵖⵓⵛⵜ ⵛⵓⵜⴰⵏⴱⵉⵔ ⴽⵜⵓⴱⵔ ⵏⵓⵡⴰⵏⴱⵉⵔ ⴷⵓⵊⴰⵏⴱⵉⵔ'),
  en: words('January February March April May June July August September October November December'),
};

// Arabic and Tamazight months are not abbreviated: a cut word is a word lost to a slow reader.
const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  ar: months.ar,
  fr: words('janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.'),
  zgh: months.zgh,
  en: words('Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'),
};

function words(list: string): readonly string[] {
  return list.split(' ');
}
