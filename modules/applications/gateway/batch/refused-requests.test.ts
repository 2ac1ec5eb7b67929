import { describe, expect, it } from 'vitest';
import { aDeclaration, aRequest, readAll, textOf, verdicts } from './testing/batch-text.ts';

const three = ['R-1', 'R-2', 'R-3'].map((reference) => aRequest(reference));

/** The same three requests, the second one spoilt. */
function spoilt(format: 'xml' | 'ndjson' | 'csv', from: string | RegExp, to: string): string {
  const [before = '', after = ''] = textOf(format, three).split(
    /(?<=R-1[\s\S]*)(?=<request reference="R-2|\{"reference":"R-2|R-2;)/,
  );
  const end = after.search(/(?<=<\/request>)\n|\r?\n/);
  const own = format === 'xml' ? after.slice(0, after.indexOf('</request>')) : after.slice(0, end);
  const changed = own.replace(from, () => to);
  if (changed === own) throw new TypeError(`nothing to spoil: ${String(from)}`);
  return before + changed + after.slice(own.length);
}

async function verdictOnSecond(text: string | Buffer): Promise<string | undefined> {
  const [first, second, third, ...more] = verdicts(await readAll(text));
  expect([first, third, more]).toEqual(['R-1 received', 'R-3 received', []]);
  return second;
}

describe('a spoilt request is refused with its place and rule, and its neighbours are received', () => {
  it.each([
    ['an element that no form has', '<nuclei>', '<castle>3</castle><nuclei>', 'R-2 castle unknown-key'],
    ['an element inside an answer', '<milieu>urban', '<milieu><b/>urban', 'R-2 milieu.b unknown-key'],
    ['an answer given twice', '<milieu>', '<milieu>rural</milieu><milieu>', 'R-2 milieu element-repeated'],
    ['an attribute on an answer', '<commune>', '<commune old="1">', 'R-2 commune.@old unknown-key'],
    ['an attribute on the request', 'kind="new"', 'kind="new" urgent="yes"', 'R-2 urgent unknown-key'],
    ['text between answers', '<milieu>', 'vers Assilah<milieu>', 'R-2 text-unexpected'],
    ['text in the list of members', '<member>', 'x<member>', 'R-2 members text-unexpected'],
    ['an element of another namespace', '<milieu>', '<x:milieu>', 'R-2 x:milieu unknown-key'],
    ['a word that is no choice', '<sex>F', '<sex>female', 'R-2 members[0].sex choice'],
    ['a number in words', '<rooms>2', '<rooms>two', 'R-2 dwelling.rooms type'],
    ['a day that does not exist', '2010-02-28', '2011-02-29', 'R-2 members[1].birth_date format'],
    ['tags that do not close each other', '</milieu>', '</commune>', 'R-2 xml-malformed'],
    ['an entity nobody declared', 'Fatima', '&secret;', 'R-2 xml-malformed'],
    ['a sign that XML does not know', 'Fatima', 'Fat\u0000ima', 'R-2 xml-malformed'],
    ['a character by the number of one', 'Fatima', 'Fat&#0;ima', 'R-2 xml-malformed'],
    ['an attribute given twice', 'kind="new"', 'kind="new" kind="new"', 'R-2 xml-malformed'],
    ['a bare ampersand', 'Fatima', 'Fatima & Co', 'R-2 xml-malformed'],
    ['an attribute value that never ends', 'kind="new">', 'kind="new>', 'R-2 xml-malformed'],
    ['no reference', 'reference="R-2" ', '', '? reference required'],
    ['a reference with a space', 'R-2', 'R 2', '? reference format'],
    ['a kind that is not read yet', 'kind="new"', 'kind="renewal"', 'R-2 kind choice'],
    ['ten thousand levels', '<nuclei>', '<n>'.repeat(10_000), 'R-2 n unknown-key'],
    ['a request without end', /<\/declaration>\n/, '</declaration><!-- -->', 'R-2 received'],
  ])('in XML: %s', async (_, from, to, verdict) => {
    expect(await verdictOnSecond(spoilt('xml', from, to))).toBe(verdict);
  });

  it.each([
    ['a key that no form has', '"nuclei":1', '"nuclei":1,"castle":3', 'R-2 castle unknown-key'],
    ['a key of the engine', '"nuclei":1', '"__proto__":{"nuclei":1}', 'R-2 __proto__ unknown-key'],
    ['a number as text', '"rooms":2', '"rooms":"2"', 'R-2 dwelling.rooms type'],
    ['broken JSON', '"nuclei":1', '"nuclei":', 'R-2 json-malformed'],
    ['a hundred thousand levels', '"nuclei":1', `"nuclei":${'['.repeat(100_000)}`, 'R-2 json-malformed'],
    ['as many levels, closed', '"nuclei":1', `"nuclei":${'['.repeat(9000)}${']'.repeat(9000)}`, 'R-2 nuclei type'],
    ['a list', /^.*$/, '[1,2]', '? type'],
    ['null', /^.*$/, 'null', '? type'],
    ['no declaration', /,"declaration":.*$/, '}', 'R-2 declaration required'],
    ['a name of invisible letters', 'Fatima', 'Fat\u202eima', 'R-2 members[0].names.fr.given invisible-character'],
  ])('in NDJSON: %s', async (_, from, to, verdict) => {
    expect(await verdictOnSecond(spoilt('ndjson', from, to))).toBe(verdict);
  });

  it.each([
    ['a word that is no choice', 'urban', 'downtown', 'R-2 milieu choice'],
    ['a number with a space for thousands', '12000', '12 000', 'R-2 resources.income_year type'],
    ['a date in two digits', '2024-04-21', '21/04/24', 'R-2 filed_on format'],
    ['too many cells', 'R-2;new', 'R-2;new;new', '? cell-count'],
    ['a quote never closed', /true(?=[^"]*$)/, '"true', '? quote-not-closed'],
    ['a quote inside a cell', 'urban', 'ur"ban', '? quote-misplaced'],
    ['letters after a quote', 'urban', '"urban"s', '? quote-misplaced'],
    ['a reference with a space', 'R-2', 'R 2', '? reference format'],
  ])('in CSV: %s', async (_, from, to, verdict) => {
    expect(await verdictOnSecond(spoilt('csv', from, to))).toBe(verdict);
  });

  it('a line break inside a name costs the two lines it makes, no more', async () => {
    const items = await readAll(spoilt('csv', 'Fatima', '"Fat\nima"'));
    expect(verdicts(items).map((verdict) => verdict.split(' ').at(-1))).toEqual([
      'received',
      'quote-not-closed',
      'quote-misplaced',
      'received',
    ]);
  });

  it('a member left out between two others has its number said', async () => {
    const text = textOf('csv', [aRequest('R-1')]).replaceAll('member_2_', 'member_10_');
    expect(verdicts(await readAll(text))).toEqual(['? members[1] member-skipped']);
  });

  it.each(['xml', 'ndjson', 'csv'] as const)('bytes that are no UTF-8 cost one request in %s', async (format) => {
    const [before = '', after = ''] = textOf(format, three).split(/(?<=R-2[\s\S]*?)Fatima/);
    const rest = textOf(format, three).split('Fatima').slice(2).join('Fatima');
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from('Zohr\xe9', 'latin1'), Buffer.from(after && rest)]);
    expect(await verdictOnSecond(bytes)).toMatch(/invalid-utf8$/);
  });

  it('every reason is given at once, with the line in XML', async () => {
    const text = spoilt('ndjson', '"sex":"F","birth_date":"1980-03-26"', '"sex":"X","birth_date":"1980-3-26"');
    const refused = (await readAll(text)).find((item) => item.kind === 'refused');
    expect(refused).toMatchObject({
      ordinal: 2,
      line: 3,
      reference: 'R-2',
      refusals: [{ refused: 'format' }, { refused: 'choice' }],
    });
    const inXml = (await readAll(spoilt('xml', '<nuclei>', '\n\n<castle/><nuclei>'))).find((item) => item.kind === 'refused');
    expect(inXml?.refusals[0].facts?.line).toBeGreaterThan(inXml?.line ?? 0);
  });

  it('what the rules of the request refuse is refused here as well', async () => {
    const rules = () => [{ refused: 'commune-unknown', place: 'commune' } as const];
    expect(verdicts(await readAll(textOf('ndjson', [aRequest('R-1', aDeclaration())]), { rules }))).toEqual([
      'R-1 commune commune-unknown',
    ]);
  });
});
