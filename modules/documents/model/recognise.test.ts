import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { aHeic, aPdf, aPhoto, aPng, aWebp, eicar } from '../testing/samples.ts';
import { paperLimitsOn } from './paper-limits.ts';
import { recognise } from './recognise.ts';
import { decideRoom } from './room-for-page.ts';

test.each([
  ['a photograph', aPhoto(), { mediaType: 'image/jpeg', sheets: 1 }],
  [
    'a photograph that says more behind its end, as some telephones’ do',
    Buffer.concat([aPhoto(), Buffer.from('trailer')]),
    { mediaType: 'image/jpeg', sheets: 1 },
  ],
  ['a picture of a screen', aPng(), { mediaType: 'image/png', sheets: 1 }],
  ['a picture that came by a messenger', aWebp(), { mediaType: 'image/webp', sheets: 1 }],
  ['a scanned document of three sheets', aPdf({ sheets: 3 }), { mediaType: 'application/pdf', sheets: 3 }],
  ['the same, its objects packed away', aPdf({ sheets: 3, packed: true }), { mediaType: 'application/pdf', sheets: 3 }],
])('%s is known by its content', (_title, bytes, expected) => {
  expect(recognise(bytes)).toEqual(expected);
});

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['a text', Buffer.from('carte.jpg'), 'not-a-paper'],
  ['a page of the web', Buffer.from('<html><script>alert(1)</script></html>'), 'not-a-paper'],
  ['a drawing that can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'not-a-paper'],
  ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'not-a-paper'],
  ['a moving picture', Buffer.from('GIF89a'), 'not-a-paper'],
  ['an archive with a PDF’s mark further on', Buffer.from('PK\u0003\u0004 %PDF-1.7'), 'not-a-paper'],
  ['the test file of the scanners', Buffer.from(eicar), 'not-a-paper'],
  ['what an iPhone stores by itself', aHeic(), 'heic'],
  ['the first bytes of a photograph and no more', aPhoto().subarray(0, 40), 'unreadable'],
  [
    'a photograph’s mark before something else',
    Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.from('<script>')]),
    'unreadable',
  ],
  ['a picture that was cut off', aPng().subarray(0, 60), 'unreadable'],
  ['a picture shorter than it says', aWebp().subarray(0, 29), 'unreadable'],
  ['a picture that would fill the memory of whoever opens it', aPng({ width: 60_000, height: 60_000 }), 'unreadable'],
  ['a stamp', aPhoto({ width: 120, height: 160 }), 'too-small'],
  ['a document that was cut off', aPdf({ sheets: 3 }).subarray(0, 60), 'unreadable'],
  ['a document without a sheet', aPdf({ sheets: 0 }), 'unreadable'],
  ['a document with a password', aPdf({ extra: '<< /Encrypt 9 0 R >>' }), 'protected'],
  ['a document with a script', aPdf({ extra: '<< /S /JavaScript /JS (app.alert(1)) >>' }), 'active'],
  ['a script whose name is disguised', aPdf({ extra: '<< /S /JavaScr#69pt >>' }), 'active'],
  ['a script packed away', aPdf({ packed: true, extra: '<< /S /JavaScript >>' }), 'active'],
  ['a document with a file in it', aPdf({ extra: '<< /EmbeddedFiles 4 0 R >>' }), 'active'],
  ['a document that starts a program', aPdf({ extra: '<< /S /Launch >>' }), 'active'],
])('%s is not taken', (_title, bytes, fault) => {
  expect(recognise(bytes)).toEqual({ fault });
});

test('what a picture’s bytes happen to spell inside a document is no sheet of it', () => {
  const drawn = '7 0 obj << /Length 12 >>\nstream\n/JS /Type /Page\nendstream';
  expect(recognise(aPdf({ extra: drawn }))).toEqual({ mediaType: 'application/pdf', sheets: 1 });
});

/** A document whose objects are packed away as the dictionary says. */
function aPackedPdf(dictionary: string, packed: Buffer, before = ''): Buffer {
  const head = Buffer.from(`%PDF-1.7\n${before}1 0 obj << /Type /ObjStm ${dictionary} >>\nstream\n`, 'latin1');
  return Buffer.concat([head, packed, Buffer.from('\nendstream\n2 0 obj << /Type /Page >>\n%%EOF', 'latin1')]);
}
const script = Buffer.from('<< /S /JavaScript >>');
const deflated = '/Filter /FlateDecode';

test.each([
  ['behind a remark that looks like a stream', aPackedPdf(deflated, deflateSync(script), '% >>stream\n')],
  ['packed twice', aPackedPdf('/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(script)))],
  ['packed in another way', aPackedPdf('/Filter /ASCIIHexDecode', Buffer.from(script.toString('hex')))],
  ['packed with a prediction', aPackedPdf(`${deflated} /DecodeParms << /Predictor 12 >>`, deflateSync(script))],
  ['behind the word that ends a stream', aPackedPdf(deflated, cutByItsOwnWord())],
])('a script %s is not taken, since it cannot be seen', (_title, bytes) => {
  expect(recognise(bytes)).toEqual({ fault: 'unreadable' });
});

function cutByItsOwnWord(): Buffer {
  const word = Buffer.from('endstream');
  const stored = Buffer.from([0, word.length, 0, 0xff ^ word.length, 0xff]);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), stored, word, deflateSync(script).subarray(2)]);
}

test('a script behind a remark that looks like a stream is seen', () => {
  const hidden = aPdf({ extra: '% >>stream\n<< /S /JavaScript >>\nendstream' });
  expect(recognise(hidden)).toEqual({ fault: 'active' });
});

test('a document made to swell is not unpacked to its end, nor are many that swell together', () => {
  expect(recognise(aPackedPdf(deflated, deflateSync(Buffer.alloc(64 * 1_048_576), { level: 9 })))).toEqual({
    fault: 'unreadable',
  });
  const one = aPackedPdf(deflated, deflateSync(Buffer.alloc(4 * 1_048_576), { level: 9 }));
  expect(recognise(Buffer.concat(Array.from({ length: 100 }, () => one)))).toEqual({ fault: 'unreadable' });
});

test.each([
  ['streams that never end', 'stream\n'],
  ['types that lead nowhere', '/Type/ObjStm'],
  ['types that name no page', '/Type /Page#'],
  ['escapes', '#2f#54'],
])('a document made to keep its reader busy takes moments: %s', (_title, pattern) => {
  const bytes = Buffer.from(`%PDF-1.7\n${pattern.repeat((7 * 1_048_576) / pattern.length)}\n%%EOF`, 'latin1');
  const begun = performance.now();
  expect(recognise(bytes)).toEqual({ fault: 'unreadable' });
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('a paper and a family have room up to the limits of the law; what was found infected takes none', () => {
  const limits = { ...paperLimitsOn('2026-11-26'), pagesPerPaper: 3, bytesPerOwner: 1_048_576 };
  const page = { kind: 'adult-identity', bytes: 1_000, sheets: 2 };
  const clean = { ...page, scan: 'clean' as const };
  expect(decideRoom(page, [{ ...clean, sheets: 1 }], limits)).toBeUndefined();
  expect(decideRoom(page, [clean], limits)).toMatchObject({ refused: 'too-many-pages', facts: { most: 3 } });
  expect(decideRoom(page, [{ ...clean, scan: 'infected' }], limits)).toBeUndefined();
  expect(decideRoom(page, [{ ...clean, kind: 'child-identity' }], limits)).toBeUndefined();
  const heavy = { ...clean, kind: 'child-identity', bytes: limits.bytesPerOwner };
  expect(decideRoom(page, [heavy], limits)).toMatchObject({ refused: 'too-much', facts: { megabytes: 1 } });
});
