import type { BilingualText } from '#design/documents/index.ts';
import type { Minutes } from '#modules/commissions';
import { translator } from '#platform/i18n';
import { bilingualPlace } from '../../portal/views/names.ts';

/** "Commission locale de Bzou", in both languages. */
export function commissionName({
  kind,
  territory,
  commission,
}: Pick<Minutes, 'kind' | 'territory' | 'commission'>): BilingualText {
  const place = bilingualPlace(territory);
  const named = { latin: commission.fr || place.latin, arabic: commission.ar || place.arabic };
  return {
    latin: translator('fr')(`commissions.commission.${kind}`, { place: named.latin }),
    arabic: translator('ar')(`commissions.commission.${kind}`, { place: named.arabic || named.latin }),
  };
}
