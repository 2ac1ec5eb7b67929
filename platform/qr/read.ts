import { decode as decodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import { findQr, findQrCodes, type Picture } from './find.ts';

/** Larger than any telephone's photograph; a picture bomb stops here, before it is unpacked. */
const MOST_PIXELS = 60_000_000;

/**
 * The text of the QR code in a PNG or JPEG photograph, light on dark too; undefined when there is none to be read, or when the
 * bytes are no such picture.
 */
export function readQrFromImage(bytes: Uint8Array): string | undefined {
  const picture = decodePicture(bytes);
  return picture && findQr(picture);
}

/** The texts of all the codes in it, as on a page of a dossier. */
export function readQrCodesFromImage(bytes: Uint8Array): readonly string[] {
  const picture = decodePicture(bytes);
  return picture ? findQrCodes(picture) : [];
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
