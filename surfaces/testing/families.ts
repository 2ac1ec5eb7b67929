import { type BatchFormat, batchWriter } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { newId } from '#platform/ids';
import { findNamedFamily } from '../../modules/applications/testing/named-families.ts';

const kinds = { poor: 'itto', vulnerable: 'rachid', 'not eligible': 'khalid' } as const;
const places = {
  azilal: { rural: '05.081.03.07', urban: '05.081.01.03' },
  'beni mellal': { rural: '05.091.03.03', urban: '05.091.01.01' },
} as const;

let made = 0;

/** A family nobody has seen yet: a named one with a card of its own. `magic`: the last two digits of the head's card. */
export function aFamily(
  kind: keyof typeof kinds = 'poor',
  { at = 'azilal', magic = '10' }: { readonly at?: keyof typeof places; readonly magic?: string } = {},
): Declaration {
  const named = findNamedFamily(kinds[kind])?.declaration;
  if (!named) throw new Error(`nobody is called ${kinds[kind]}`);
  made += 1;
  const card = `IC${String(made).padStart(4, '0')}${magic}`;
  const members = named.members.map(({ cnie: _own, ...member }, place) => (place === 0 ? { ...member, cnie: card } : member));
  return { ...named, commune: places[at][named.milieu], members } as Declaration;
}

/** What an office delivers: one file with the requests of these families, under references … */
export function aFileOf(
  declarations: readonly Declaration[],
  { sender = `OFFICE-${newId()}`, format = 'ndjson' }: { readonly sender?: string; readonly format?: BatchFormat } = {},
): string {
  const writer = batchWriter(format);
  const header = writer.header({ sender, reference: 'LOT-1', created_on: '2026-11-02' });
  const records = declarations.map((declaration, index) => writer.record({ reference: `R-${index + 1}`, declaration }));
  return header + records.join('') + writer.footer();
}
