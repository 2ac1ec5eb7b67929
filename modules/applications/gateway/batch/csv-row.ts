import { refuse } from '#platform/refusals';
import type { Cut, Framer } from './frame.ts';
import { passLine } from './ndjson-framer.ts';

/**
 * One row a line: no answer of a declaration may hold a line break, so a quote that is never closed costs its own row only, where
 * `csv-parse` looks for its end in the rows that follow. A last row without line end is whole when it has
 * all its `columns`, the last one filled.
 */
export function csvFramer(delimiter: string, columns: number): Framer {
  const separator = delimiter.charCodeAt(0);
  return {
    cut(bytes, outlook): Cut {
      const lineEnd = bytes.indexOf(lineFeed);
      if (lineEnd !== -1) return { found: isEmpty(bytes, lineEnd, separator) ? 'nothing' : 'record', end: lineEnd + 1 };
      if (outlook !== 'nothing') return { found: 'more' };
      if (isEmpty(bytes, bytes.length, separator)) return { found: 'end' };
      const cells = bytes.toString('latin1').split(delimiter);
      const whole = cells.length >= columns && cells.at(-1) !== '';
      return whole ? { found: 'record', end: bytes.length } : { found: 'fatal', refusal: refuse('truncated') };
    },
    pass: () => passLine,
  };
}

const lineFeed = 0x0a;

/** Spreadsheets leave rows of nothing but separators. */
function isEmpty(bytes: Buffer, end: number, separator: number): boolean {
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== separator && byte > 0x20) return false;
  }
  return true;
}
