import { describe, expect, it } from 'vitest';
import { aRequest, formats, readAll, textOf, verdicts } from './testing/batch-text.ts';

const two = [aRequest('R-1'), aRequest('R-2')];
const xml = textOf('xml', two);
const ndjson = textOf('ndjson', two);
const csv = textOf('csv', two);
const received = ['R-1 received', 'R-2 received'];

async function verdictOf(text: string | Buffer): Promise<string> {
  return verdicts(await readAll(text)).join(', ');
}

describe('a file that cannot be read says why, and what came before stands', () => {
  it.each([
    [
      'an external entity',
      xml.replace('<batch', '<!DOCTYPE batch [<!ENTITY x SYSTEM "file:///etc/passwd">]><batch'),
      'line 2 fatal doctype',
    ],
    ['an entity bomb', xml.replace('<batch', `<!DOCTYPE a [<!ENTITY a "${'&b;'.repeat(99)}">]>\n<batch`), 'line 2 fatal doctype'],
    ['a DOCTYPE without anything', xml.replace('<batch', '<!DOCTYPE batch><batch'), 'line 2 fatal doctype'],
    ['a DOCTYPE between requests', xml.replace('<request reference="R-2"', '<!DOCTYPE x><request'), 'fatal doctype'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${xml}`, 'utf16le'), 'line 1 fatal encoding'],
    ['UTF-16 without a mark', Buffer.from(ndjson, 'utf16le'), 'line 1 fatal encoding'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), 'line 1 fatal encoding'],
    ['latin-1 declared', xml.replace('UTF-8', 'ISO-8859-1'), 'line 1 fatal encoding'],
    ['another root', xml.replaceAll('batch', 'lot'), 'fatal header-missing'],
    ['another namespace', xml.replace('urn:ramed:batch:1', 'urn:ramed:batch:2'), 'fatal header-missing'],
    ['no namespace', xml.replace(/ xmlns="[^"]*"/, ''), 'fatal header-missing'],
    ['no sender', xml.replace(/ sender="[^"]*"/, ''), 'fatal header-invalid'],
    ['an attribute too many', xml.replace(' sender=', ' colour="red" sender='), 'fatal header-invalid'],
    ['a broken root', xml.replace('<batch xmlns', '<batch = xmlns'), 'fatal xml-malformed'],
    ['ten megabytes in the root', xml.replace('sender="', `sender="${'x'.repeat(1e6)}`), 'fatal markup-too-large'],
    [
      'text between requests',
      xml.replace('<request reference="R-2"', 'et puis <request reference="R-2"'),
      'R-1 received, line 19 fatal text-outside-request',
    ],
    [
      'CDATA between requests',
      xml.replace('<request reference="R-2"', '<![CDATA[x]]><request reference="R-2"'),
      'fatal text-outside-request',
    ],
    ['a second root', `${xml}<batch/>`, 'R-1 received, R-2 received, line 36 fatal content-after-end'],
    ['NULs after the end', `${xml}\0\0`, 'fatal content-after-end'],
    ['an end tag of something else', xml.replace('</batch>', '</lot>'), 'fatal xml-malformed'],
    ['a comment that never ends', xml.replace('<request', '<!-- <request'), 'fatal truncated'],
    [
      'a comment larger than a request',
      xml.replace('<request', `<!--${'x'.repeat(300_000)}--><request`),
      'fatal markup-too-large',
    ],
    ['a column nobody knows', csv.replace('milieu', 'quartier'), 'fatal column-unknown'],
    ['a column given twice', csv.replace('milieu', 'commune'), 'fatal column-repeated'],
    [
      'no column of references',
      csv.replace('reference;kind', 'kind;nuclei').replace(/(?<=nuclei[\s\S]*);nuclei/, ''),
      'fatal column-missing',
    ],
    ['CSV without a header', csv.slice(csv.indexOf('reference;')), 'fatal format-unknown'],
    ['NDJSON without a header', ndjson.slice(ndjson.indexOf('\n') + 1), 'fatal header-invalid'],
    ['a zip', Buffer.from('PK\x03\x04............'), 'fatal format-unknown'],
    ['nothing', '', 'fatal format-unknown'],
  ])('%s', async (_, text, verdict) => {
    expect(await verdictOf(text)).toContain(verdict);
  });

  it.each(formats)('cut anywhere, %s never passes for whole', async (format) => {
    const bytes = Buffer.from(textOf(format, two, 2));
    for (let length = 0; length < bytes.length - 2; length += 1) {
      const items = await readAll(bytes.subarray(0, length), { format });
      const noticed = items.some((item) => item.kind === 'fatal' || item.kind === 'refused');
      expect(noticed, `cut after ${length} bytes`).toBe(true);
    }
  });
});

describe('a file that looks odd and is right is read', () => {
  it.each([
    ['a byte-order mark', `\ufeff${xml}`],
    ['a mark before NDJSON', `\ufeff${ndjson}`],
    ['line ends of Windows', ndjson.replaceAll('\n', '\r\n')],
    ['empty lines', ndjson.replaceAll('\n', '\n\n  \n')],
    ['no last line end', ndjson.trimEnd()],
    ['a last row without line end', csv.trimEnd()],
    ['rows of nothing but separators', `${csv};;;;;\r\n;;;\r\n`],
    ['commas', csv.replaceAll(';', ',').replace('"1,5"', '1.5')],
    ['tabs', csv.replaceAll(';', '\t')],
    ['a decimal comma', csv.replaceAll(';1.5;', ';1,5;')],
    ['words and dates of a spreadsheet', csv.replaceAll('true', 'VRAI').replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$3/$2/$1')],
    ['header rows as wide as the sheet', csv.replace('#sender;ANNEXE-HAY-SALAM', '#sender;ANNEXE-HAY-SALAM;;;;;;')],
    [
      'comments and instructions',
      xml.replaceAll('<request', '<?x y?><!-- <request> --><request').replaceAll('<milieu>', '<!-- </request> --><milieu>'),
    ],
    ['CDATA', xml.replaceAll('>urban<', '><![CDATA[urban]]><').replaceAll('>Idir<', '><![CDATA[</request>]]><')],
    ['a prefix', xml.replace('xmlns=', 'xmlns:r=').replaceAll(/<(\/?)(?=[a-z])/g, '<$1r:')],
    [
      'a place for the schema',
      xml.replace('<batch', '<batch xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"'),
    ],
    ['a tag that holds a greater-than sign', xml.replaceAll('kind="new"', "kind='new' ")],
    ['answers in another order', xml.replaceAll(/(<commune>.*<\/commune>)(<milieu>.*<\/milieu>)/g, '$2$1')],
    ['no XML declaration', xml.slice(xml.indexOf('<batch'))],
  ])('%s', async (_, text) => {
    expect(verdicts(await readAll(text))).toEqual(received);
  });

  it('an empty batch, even in one tag', async () => {
    expect((await readAll(textOf('xml', []).replace('>\n</batch>', '/>'))).map((item) => item.kind)).toEqual([
      'opened',
      'closed',
    ]);
  });
});
