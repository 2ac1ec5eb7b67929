import { refuse } from '#platform/refusals';
import type { Cut, Framer } from './frame.ts';

/** One record a line; empty lines do not count. */
export const ndjsonFramer: Framer = {
  cut(bytes, outlook): Cut {
    const lineEnd = bytes.indexOf(lineFeed);
    if (lineEnd !== -1) return { found: isBlank(bytes.subarray(0, lineEnd)) ? 'nothing' : 'record', end: lineEnd + 1 };
    if (outlook !== 'nothing') return { found: 'more' };
    if (isBlank(bytes)) return { found: 'end' };
    return isJson(bytes) ? { found: 'record', end: bytes.length } : { found: 'fatal', refusal: refuse('truncated') };
  },
  pass: () => passLine,
};

/** Up to the end of the line. */
export function passLine(bytes: Buffer): { readonly end: number } | { readonly drop: number } {
  const lineEnd = bytes.indexOf(lineFeed);
  return lineEnd === -1 ? { drop: bytes.length } : { end: lineEnd + 1 };
}

const lineFeed = 0x0a;

function isBlank(line: Buffer): boolean {
  const first = line[0];
  if (first === undefined) return true;
  return first <= 0x20 && line.toString('latin1').trim() === '';
}

/** A last line without line end is whole when it can be read. */
function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString());
    return true;
  } catch {
    return false;
  }
}
