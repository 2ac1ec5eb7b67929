import { findCommune, findProvince, findRegion, type PlaceName, provinceOf } from '#modules/territory';
import { type Language, translator } from '#platform/i18n';

type Bilingual = { readonly latin: string; readonly arabic: string };
type Name = { readonly family: string; readonly given: string };
type Names = { readonly fr?: Name | undefined; readonly ar?: Name | undefined };

/** A person as one is called, in both scripts; empty in the script in which the name is not known. */
export function calledName({ fr, ar }: Names): Bilingual {
  return { latin: fr ? `${fr.given} ${fr.family}` : '', arabic: ar ? `${ar.given} ${ar.family}` : '' };
}

/** The same on a page, which must not be silent about whom it is for: the script that is known stands in for the other. */
export function personName(names: Names): Bilingual {
  const { latin, arabic } = calledName(names);
  return { latin: latin || arabic, arabic: arabic || latin };
}

/** The same on paper: the family name first and in capitals where there are any, as on every Moroccan form. */
export function documentName(names: Names): Bilingual {
  const { fr } = names;
  return { latin: fr ? `${fr.family.toUpperCase()} ${fr.given}` : '', arabic: calledName(names).arabic };
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

/** The same in both scripts, for paper. */
function provinceNames(commune: string): Bilingual {
  const found = findCommune(commune);
  return bilingualPlace(found ? provinceOf(found).code : commune);
}

export function bilingualPlace(code: string): Bilingual {
  const name = findPlace(code);
  return { latin: name?.fr ?? code, arabic: name?.ar ?? '' };
}

/** "Commission locale de Bzou", in the language of the reader and, for who reads Arabic, in Arabic. */
export function localCommission(language: Language, commune: string): Bilingual {
  return commissionIn(language, 'cpl', bilingualPlace(commune));
}

/** The same of the commission that hears appeals against what a commune's decided. */
export function provincialCommission(language: Language, commune: string): Bilingual {
  return commissionIn(language, 'cpp', provinceNames(commune));
}

function commissionIn(language: Language, kind: 'cpl' | 'cpp', { latin, arabic }: Bilingual): Bilingual {
  return {
    latin: translator(language === 'ar' ? 'fr' : language)(`commissions.commission.${kind}`, { place: latin }),
    arabic: translator('ar')(`commissions.commission.${kind}`, { place: arabic }),
  };
}

function findPlace(code: string): PlaceName | undefined {
  return (findCommune(code) ?? findProvince(code) ?? findRegion(code))?.name;
}

// No official list names the communes in Tifinagh: readers of Tamazight get the Latin form, which road signs carry too.
function inLanguage(language: Language, { fr, ar }: PlaceName): string {
  return language === 'ar' ? ar : fr;
}
