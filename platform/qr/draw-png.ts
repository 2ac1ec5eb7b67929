import { PNG } from 'pngjs';
import { modulesOf, QUIET_ZONE } from './draw.ts';

/** A PNG of so many pixels for each square. */
export function toQrPng(text: string, pixelsPerModule = 6): Uint8Array {
  const { size, isDark } = modulesOf(text);
  const side = (size + 2 * QUIET_ZONE) * pixelsPerModule;
  const png = new PNG({ width: side, height: side, colorType: 0 });
  for (let at = 0; at < side * side; at += 1) {
    const column = Math.floor((at % side) / pixelsPerModule) - QUIET_ZONE;
    const row = Math.floor(at / side / pixelsPerModule) - QUIET_ZONE;
    png.data.fill(isDark(row, column) ? 0 : 255, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4);
  }
  return PNG.sync.write(png, { colorType: 0 });
}
