import { encode as encodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { drawQr, readQrFromImage, toQrPng, toQrSvg } from './index.ts';

const text = `RMD1:${'6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N'.repeat(6)}`;

test('what is drawn is what is read', () => {
  expect(readQrFromImage(toQrPng(text))).toBe(text);
});

test('a text of base45 takes the small, alphanumeric form', () => {
  expect(drawQr(text).side).toBe(create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' }).modules.size + 8);
});

test('a text beyond base45, such as an address with accents, is drawn too', () => {
  expect(readQrFromImage(toQrPng('https://ramed.example/suivre?né=1982'))).toBe('https://ramed.example/suivre?né=1982');
});

test('a photograph of twelve megapixels, grey, noisy and askew, is read', () => {
  const photograph = photographOf(toQrPng(text, 8), { width: 4000, height: 3000 });
  expect(readQrFromImage(encodeJpeg(photograph, 60).data)).toBe(text);
});

test('a code printed light on dark is read', () => {
  const png = PNG.sync.read(Buffer.from(toQrPng(text)));
  for (let at = 0; at < png.data.length; at += 1) if (at % 4 !== 3) png.data[at] = 255 - (png.data[at] ?? 0);
  expect(readQrFromImage(PNG.sync.write(png))).toBe(text);
});

test('a code on a transparent ground is read as on white paper', () => {
  const png = PNG.sync.read(Buffer.from(toQrPng(text)));
  for (let at = 0; at < png.data.length; at += 4) if (png.data[at] === 255) png.data.fill(0, at, at + 4);
  expect(readQrFromImage(PNG.sync.write(png))).toBe(text);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('not a picture')],
  ['a cut JPEG', Buffer.from('ffd8ffe000104a46', 'hex')],
  ['a cut PNG', Buffer.from(toQrPng(text)).subarray(0, 90)],
  ['a PNG that says it is a million pixels wide', Buffer.from(toQrPng(text)).fill(0xff, 16, 24)],
  ['a white page', PNG.sync.write(Object.assign(new PNG({ width: 80, height: 80 }), { data: Buffer.alloc(80 * 80 * 4, 255) }))],
])('there is no code in %s, and no failure', (_, bytes) => {
  expect(readQrFromImage(bytes)).toBeUndefined();
});

test('the label of a drawing cannot break out of it', () => {
  expect(toQrSvg('A', '"><script>')).toContain('aria-label="&quot;>&lt;script>"');
});

/** The code turned by eight degrees, a third of the photograph's height, on a grey table under uneven light. */
function photographOf(code: Uint8Array, { width, height }: { width: number; height: number }) {
  const source = PNG.sync.read(Buffer.from(code));
  const data = Buffer.alloc(width * height * 4, 255);
  const [cos, sin] = [Math.cos(0.14), Math.sin(0.14)];
  const scale = source.width / (height / 3);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [(at % width) - width * 0.6, Math.floor(at / width) - height * 0.4];
    const u = Math.floor((x * cos + y * sin) * scale + source.width / 2);
    const v = Math.floor((y * cos - x * sin) * scale + source.width / 2);
    const inside = u >= 0 && v >= 0 && u < source.width && v < source.width;
    const ink = inside ? (source.data[(v * source.width + u) * 4] ?? 0) * 0.6 + 40 : 110;
    data.fill(Math.max(0, Math.min(255, ink + ((at * 7919) % 41) - 20 + ((at % width) / width) * 30)), at * 4, at * 4 + 3);
  }
  return { width, height, data };
}
