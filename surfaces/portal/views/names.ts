import { findCommune, findProvince, findRegion, type PlaceName, provinceOf } from '#modules/territory';
import type { Language } from '#platform/i18n';

type Bilingual = { readonly latin: string; readonly arabic: string };
type Name = { readonly family: string; readonly given: string };
type Names = { readonly fr?: Name | undefined; readonly ar?: Name | undefined };

/** A person in both scripts; empty in the script in which the name is not known, as documents want it. */
export function documentName({ fr, ar }: Names): Bilingual {
  return { latin: fr ? `${fr.family} ${fr.given}` : '', arabic: ar ? `${ar.given} ${ar.family}` : '' };
}

/** A person in both scripts; the one that is known stands in for the other, since a page must not be silent about who it is for. */
export function personName({ fr, ar }: Names): Bilingual {
  const latin = fr ? `${fr.given} ${fr.family}` : '';
  const arabic = ar ? `${ar.given} ${ar.family}` : '';
  return { latin: latin || arabic, arabic: arabic || latin };
}

/** A commune, province or region as the reader writes it; the code itself when the land has no such place, and nothing for the nation. */
export function placeName(language: Language, code: string): string {
  const name = findPlace(code);
  return name ? inLanguage(language, name) : code;
}

/** The province that a commune belongs to. */
export function provinceName(language: Language, commune: string): string {
  const found = findCommune(commune);
  return found ? inLanguage(language, provinceOf(found).name) : placeName(language, commune);
}

export function bilingualPlace(code: string): Bilingual {
  const name = findPlace(code);
  return { latin: name?.fr ?? code, arabic: name?.ar ?? '' };
}

function findPlace(code: string): PlaceName | undefined {
  return (findCommune(code) ?? findProvince(code) ?? findRegion(code))?.name;
}

// No official list names the communes in Tifinagh: readers of Tamazight get the Latin form, which road signs carry too.
function inLanguage(language: Language, { fr, ar }: PlaceName): string {
  return language === 'ar' ? ar : fr;
}
