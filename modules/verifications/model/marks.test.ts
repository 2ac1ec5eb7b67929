import { expect, test } from 'vitest';
import { markApart, type Span } from './marks.ts';

/** What parts stands between brackets. */
const shown = (spans: readonly Span[]) => spans.map(({ text, apart }) => (apart ? `[${text}]` : text)).join('');

test.each([
  ['a letter doubled', 'Mohamed', 'Mohammed', 'Mohamed', 'Moham[m]ed'],
  ['a name in two words', 'Benali', 'Ben Ali', 'Benali', 'Ben[ ]Ali'],
  ['capitals alone', 'BENALI Ahmed', 'Benali AHMED', 'BENALI Ahmed', 'Benali AHMED'],
  ['another vowel', 'Fatima', 'Fatema', 'Fat[i]ma', 'Fat[e]ma'],
  ['an accent', 'Aït', 'Ait', 'A[ï]t', 'A[i]t'],
  ['the same accent written in two ways', 'A\u00eft', 'Ai\u0308t', 'Aït', 'Aït'],
  ['another person', 'Omar', 'Zineb', '[Omar]', '[Zineb]'],
  ['letters shared by chance', 'Amrani Itto', 'ZERWALI Itto', '[Amran]i Itto', '[ZERWAL]I Itto'],
  ['nothing declared', '', 'Omar', '', '[Omar]'],
  ['a day', '1984-03-12', '1983-03-12', '198[4]-03-12', '198[3]-03-12'],
  ['an alef without its hamza', 'أحمد', 'احمد', '[أ]حمد', '[ا]حمد'],
  ['a shadda', 'محمد', 'محمّد', 'مح[م]د', 'مح[مّ]د'],
  ['a ta marbuta', 'فاطمة', 'فاطمه', 'فاطم[ة]', 'فاطم[ه]'],
  ['an article', 'الزروالي', 'زروالي', '[ال]زروالي', 'زروالي'],
  ['two words in Arabic', 'عبد الله', 'عبدالله', 'عبد[ ]الله', 'عبدالله'],
  ['Tifinagh', 'ⵎⵓⵃⴰ', 'ⵎⵓⵃ', 'ⵎⵓⵃ[ⴰ]', 'ⵎⵓⵃ'],
])('%s', (_title, declared, answered, left, right) => {
  const marked = markApart(declared, answered);
  expect([shown(marked.declared), shown(marked.answered)]).toEqual([left.normalize('NFC'), right.normalize('NFC')]);
});

test('what is written stays as it is written, whatever parts', () => {
  const [declared, answered] = ['Aït Ben Haddou  Lahcen', 'AIT BENHADDOU Lahsen'];
  const marked = markApart(declared, answered);
  expect([marked.declared, marked.answered].map((spans) => spans.map(({ text }) => text).join(''))).toEqual([declared, answered]);
});
