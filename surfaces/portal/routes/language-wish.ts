import type { FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '#platform/i18n';
import { parseAddress } from '../place.ts';

/** The language of a page that is not there, or broke: that of its address, else the one the browser would like, else Arabic. */
export function languageOf(request: FastifyRequest): Language {
  return parseAddress(request.url)?.language ?? wishedLanguage(request.headers['accept-language']) ?? 'ar';
}

/** The first of our languages in an Accept-Language header; its order is taken for its preference, as browsers write it. */
export function wishedLanguage(header: string | undefined): Language | undefined {
  const wishes = (header ?? '').slice(0, 500).split(',');
  return wishes.map((wish) => toLanguage(wish.trim().toLowerCase())).find((language) => language !== undefined);
}

// Browsers know Tamazight of Morocco as zgh, as tzm, or as ber with a country.
function toLanguage(wish: string): Language | undefined {
  const [code = ''] = wish.split(/[-;]/);
  if (code === 'tzm' || code === 'ber') return 'zgh';
  return isLanguage(code) ? code : undefined;
}
