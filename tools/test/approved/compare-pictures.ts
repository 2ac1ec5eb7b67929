import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { toPalettePng } from './palette-png.ts';

/** How many pixels may differ beyond the soft edges of letters: a hair, not a word. */
const HAIR = 12;

export type Difference = { readonly what: string; readonly picture?: Buffer };

/** What a person would see between the approved picture and the page as it is; undefined when nothing. Both in the same sixteen colours. */
export function differenceOf(approved: Buffer, found: Buffer): Difference | undefined {
  if (approved.equals(found)) return undefined;
  const [before, now] = [PNG.sync.read(approved), PNG.sync.read(found)];
  if (before.width !== now.width || before.height !== now.height)
    return { what: `${now.width} × ${now.height} pixels, approved ${before.width} × ${before.height}` };
  const diff = new PNG({ width: now.width, height: now.height });
  const pixels = pixelmatch(before.data, now.data, diff.data, now.width, now.height, { threshold: 0.15 });
  return pixels <= HAIR ? undefined : { what: `${pixels} pixels differ`, picture: PNG.sync.write(diff) };
}

/** A screenshot in sixteen colours. */
export function toApprovable(screenshot: Buffer): Buffer {
  return toPalettePng(PNG.sync.read(screenshot));
}
