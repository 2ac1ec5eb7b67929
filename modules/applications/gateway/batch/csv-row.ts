import { refuse } from '#platform/refusals';
import type { IntakeRule } from '../../model/intake-rules.ts';
import type { Cut, Framer, Outlook } from './frame.ts';
import { passLine } from './ndjson-framer.ts';

/**
 * Cuts and splits rows of CSV (RFC 4180, any of `;` `,` and tab). Our own because one bad quote must cost one row: a quote opens only at
 * the start of a cell, and one that is never closed ends with its line, where `csv-parse` gives up the rest of the file.
 */
export function csvFramer(delimiter: string, columns: number): Framer {
  const separator = delimiter.charCodeAt(0);
  return {
    cut(bytes, outlook): Cut {
      const lineEnd = bytes.indexOf(lineFeed);
      const line = lineEnd === -1 ? bytes : bytes.subarray(0, lineEnd);
      if (line.indexOf(quote) !== -1) return cutQuoted(bytes, { separator, outlook, lineEnd });
      if (lineEnd === -1) return outlook === 'nothing' ? cutLast(bytes, delimiter, columns) : { found: 'more' };
      return { found: isEmpty(line, separator) ? 'nothing' : 'record', end: lineEnd + 1 };
    },
    pass: () => passLine,
  };
}

/** The cells of a row, or the rule that its quotes break. */
export function splitRow(row: string, delimiter: string): readonly string[] | IntakeRule {
  const text = row.replace(/\r?\n$/, '');
  return text.includes('"') ? splitQuoted(text, delimiter) : text.split(delimiter);
}

const lineFeed = 0x0a;
const quote = 0x22;

type Around = { readonly separator: number; readonly outlook: Outlook; readonly lineEnd: number };

function cutQuoted(bytes: Buffer, { separator, outlook, lineEnd }: Around): Cut {
  let cellStarts = true;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === lineFeed) return { found: 'record', end: at + 1 };
    if (byte === quote && cellStarts) {
      at = closingQuote(bytes, at + 1);
      if (at === -1) return notClosed(outlook, lineEnd);
      if (at === bytes.length - 1 && outlook === 'more') return { found: 'more' };
    }
    cellStarts = byte === separator;
  }
  return outlook === 'nothing' ? { found: 'record', end: bytes.length } : { found: 'more' };
}

/** The line of the opening quote is given up, and nothing after it. */
function notClosed(outlook: Outlook, lineEnd: number): Cut {
  if (outlook === 'more') return { found: 'more' };
  if (lineEnd !== -1) return { found: 'record', end: lineEnd + 1, fault: 'quote-not-closed' };
  return outlook === 'nothing' ? { found: 'fatal', refusal: refuse('truncated') } : { found: 'more' };
}

function closingQuote(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(quote, from);
  while (at !== -1 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at;
}

/** A last row without line end is whole when it has all its cells. */
function cutLast(bytes: Buffer, delimiter: string, columns: number): Cut {
  if (isEmpty(bytes, delimiter.charCodeAt(0))) return { found: 'end' };
  const whole = bytes.toString('latin1').split(delimiter).length >= columns;
  return whole ? { found: 'record', end: bytes.length } : { found: 'fatal', refusal: refuse('truncated') };
}

/** Spreadsheets leave rows of nothing but separators. */
function isEmpty(line: Buffer, separator: number): boolean {
  return line.every((byte) => byte === separator || byte <= 0x20);
}

function splitQuoted(text: string, delimiter: string): readonly string[] | IntakeRule {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const opened = text[at] === '"';
    const end = opened ? endOfQuoted(text, at + 1) + 1 : text.indexOf(delimiter, at);
    if (opened && end === 0) return 'quote-not-closed';
    const next = end === -1 ? text.length : end;
    const cell = text.slice(at, next);
    if (!opened && cell.includes('"')) return 'quote-misplaced';
    cells.push(opened ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (next >= text.length) return cells;
    if (text[next] !== delimiter) return 'quote-misplaced';
    at = next + 1;
  }
}

function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
