import { decode as decodeJpeg } from 'jpeg-js';
import jsQrModule from 'jsqr';
import { PNG } from 'pngjs';

type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Larger than any telephone's photograph; a picture bomb stops here, before it is unpacked. */
const MOST_PIXELS = 60_000_000;

/** Longest sides tried in turn: small codes want many pixels, blurred or noisy ones want few. */
const SIDES = [1400, 900, 2200, 600, 3200];

/**
 * jsQR is a CommonJS package whose types say `export default`: under Node the function is one level deeper than they promise.
 */
const jsQr = ((jsQrModule as { default?: unknown }).default ?? jsQrModule) as typeof jsQrModule;

/**
 * The text of the QR code in a PNG or JPEG photograph, light on dark too; undefined when there is none to be read, or when the
 * bytes are no such picture.
 */
export function readQrFromImage(bytes: Uint8Array): string | undefined {
  const picture = decodePicture(bytes);
  if (!picture) return undefined;
  const longest = Math.max(picture.width, picture.height);
  for (const side of new Set(SIDES.map((side) => Math.min(side, longest)))) {
    const { data, width, height } = shrink(picture, side);
    const found = jsQr(new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height);
    if (found?.data) return found.data;
  }
  return undefined;
}

function decodePicture(bytes: Uint8Array): Picture | undefined {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xd8) {
      return decodeJpeg(bytes, { useTArray: true, maxResolutionInMP: MOST_PIXELS / 1_000_000, maxMemoryUsageInMB: 1024 });
    }
    return isSmallPng(bytes) ? PNG.sync.read(Buffer.from(bytes)) : undefined;
  } catch {
    return undefined;
  }
}

function isSmallPng(bytes: Uint8Array): boolean {
  const header = Buffer.from(bytes.subarray(0, 24));
  const isPng = header.length === 24 && header.toString('latin1', 1, 4) === 'PNG';
  return isPng && header.readUInt32BE(16) * header.readUInt32BE(20) <= MOST_PIXELS;
}

/** Each pixel of the result is the mean, over white paper, of those it stands for. Never enlarges. */
function shrink(picture: Picture, side: number): Picture {
  const ratio = Math.max(1, Math.max(picture.width, picture.height) / side);
  const width = Math.max(1, Math.floor(picture.width / ratio));
  const height = Math.max(1, Math.floor(picture.height / ratio));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      data.fill(meanGrey(picture, { x: x * ratio, y: y * ratio, ratio }), (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
}

function meanGrey({ data, width, height }: Picture, square: { x: number; y: number; ratio: number }): number {
  const [left, top] = [Math.floor(square.x), Math.floor(square.y)];
  const right = Math.min(width, Math.max(left + 1, Math.floor(square.x + square.ratio)));
  const bottom = Math.min(height, Math.max(top + 1, Math.floor(square.y + square.ratio)));
  let sum = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      const grey = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      sum += 255 + ((grey - 255) * (data[at + 3] ?? 255)) / 255;
    }
  }
  return sum / ((right - left) * (bottom - top));
}
