import type { Centimes } from '#platform/money';
import type { Language } from './languages.ts';

/** How figures are written. Browsers group fr-MA with dots and do not know zgh at all, so the tables are ours. */
const writing: Readonly<Record<Language, { group: string; decimal: string; percent: string; dirham: string }>> = {
  ar: { group: '\u202f', decimal: ',', percent: '\u00a0%', dirham: 'درهم' },
  fr: { group: '\u202f', decimal: ',', percent: '\u00a0%', dirham: 'DH' },
  zgh: { group: '\u202f', decimal: ',', percent: '\u00a0%', dirham: 'ⴷⵔⵀⵎ' },
  en: { group: ',', decimal: '.', percent: '%', dirham: 'DH' },
};

/**
 * A number in western digits: `1234.5` → `1 234,5` (fr, ar, zgh), `1,234.5` (en). Rounded to at most `decimals` places, 2 unless told,
 * without trailing zeros.
 */
export function formatNumber(language: Language, value: number | bigint, decimals = 2): string {
  const { group, decimal } = writing[language];
  const rounded = typeof value === 'bigint' ? value.toString() : withoutTrailingZeros(value.toFixed(decimals));
  const [whole = '0', fraction] = rounded.replace('-', '').split('.');
  const sign = rounded.startsWith('-') && Number(rounded) !== 0 ? '\u2212' : '';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return sign + grouped + (fraction ? decimal + fraction : '');
}

/** `480 DH`, `480 درهم`; centimes only where there are some: `480,50 DH`. */
export function formatMoney(language: Language, amount: Centimes): string {
  const { decimal, dirham } = writing[language];
  const whole = formatNumber(language, Math.trunc(Math.abs(amount) / 100));
  const fraction = Math.abs(amount) % 100;
  const sign = amount < 0 ? '\u2212' : '';
  return `${sign}${whole}${fraction ? decimal + String(fraction).padStart(2, '0') : ''}\u00a0${dirham}`;
}

/** A share between 0 and 1: `0.295` → `29,5 %`. */
export function formatPercent(language: Language, share: number, decimals = 1): string {
  return formatNumber(language, share * 100, decimals) + writing[language].percent;
}

function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
