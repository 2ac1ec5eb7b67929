import { refuse } from '#platform/refusals';
import type { IntakeRule } from '../../model/intake-rules.ts';
import type { Cut, Framer, Outlook } from './frame.ts';

/**
 * Cuts an XML batch: first the root's start tag, then every element under it as one record, whatever its name. Comments, CDATA and
 * instructions are told apart, so that nothing inside them passes for a tag; whether a record is well formed is for the XML parser.
 */
export const xmlPrologFramer: Framer = {
  cut(bytes, outlook): Cut {
    const gap = cutGap(bytes, outlook);
    if (gap !== undefined) return gap.found === 'comment' && /^<\?xml\s/.test(head(bytes)) ? checkDeclaration(bytes, gap) : gap;
    const end = endOfTag(bytes, 0);
    if (end !== undefined) return { found: 'record', end };
    return outlook === 'no-room' ? fatal('markup-too-large') : { found: 'more' };
  },
  pass: () => (bytes) => ({ drop: bytes.length }),
};

/** The records under a root element of this name, up to its end tag. */
export function xmlBodyFramer(root: string): Framer {
  return {
    cut(bytes, outlook): Cut {
      const gap = cutGap(bytes, outlook);
      if (gap !== undefined) return gap;
      return bytes[1] === slash ? cutRootEnd(bytes, root) : cutElement(bytes, root);
    },
    pass(start) {
      const closing = `</${nameAt(start, 1)}`;
      return (bytes) => passTag(bytes, closing);
    },
  };
}

/** After the root's end tag there is nothing but white space, comments and instructions. */
export const xmlTrailerFramer: Framer = {
  cut(bytes, outlook): Cut {
    if (bytes.length === 0 && outlook === 'nothing') return { found: 'end' };
    const gap = cutGap(bytes, outlook);
    return gap === undefined || gap.found === 'fatal' ? fatal('content-after-end') : gap;
  },
  pass: () => (bytes) => ({ drop: bytes.length }),
};

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const quote = 0x22;
const apostrophe = 0x27;
/** `<![CDATA[`: with so many bytes at hand, every opening can be told. */
const longestOpening = 9;

/** White space, a comment or an instruction at the beginning; undefined when a tag stands there. */
function cutGap(bytes: Buffer, outlook: Outlook): Cut | undefined {
  const blank = blankLength(bytes);
  if (blank > 0) return { found: 'nothing', end: blank };
  if (bytes.length === 0) return { found: 'more' };
  if (bytes[0] !== lessThan) return fatal('text-outside-request');
  if (bytes.length < longestOpening && outlook === 'more') return { found: 'more' };
  const closing = closingOf(bytes, 0);
  if (closing === undefined) return declarationOf(bytes);
  const end = bytes.indexOf(closing);
  if (closing === ']]>') return fatal('text-outside-request');
  if (end !== -1) return { found: 'comment', end: end + closing.length };
  return outlook === 'no-room' ? fatal('markup-too-large') : { found: 'more' };
}

/** `<!DOCTYPE` and its like, which could declare entities: none is read, whatever it holds. */
function declarationOf(bytes: Buffer): Cut | undefined {
  return bytes[1] === 0x21 ? fatal('doctype') : undefined;
}

function closingOf(bytes: Buffer, at: number): string | undefined {
  if (bytes[at + 1] === 0x3f) return '?>';
  if (bytes[at + 1] !== 0x21) return undefined;
  const opening = bytes.toString('latin1', at, at + longestOpening);
  if (opening.startsWith('<!--')) return '-->';
  return opening === '<![CDATA[' ? ']]>' : undefined;
}

function checkDeclaration(bytes: Buffer, whole: Cut & { readonly end: number }): Cut {
  const text = bytes.toString('latin1', 0, whole.end);
  const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? 'UTF-8';
  return /^(utf-?8|us-ascii|ascii)$/i.test(encoding) ? whole : fatal('encoding', { found: encoding.slice(0, 40) });
}

function cutElement(bytes: Buffer, root: string): Cut {
  const name = nameAt(bytes, 1);
  const startEnd = endOfTag(bytes, 0);
  if (startEnd === undefined) return { found: 'more' };
  if (bytes[startEnd - 2] === slash) return { found: 'record', end: startEnd };
  for (
    let at = bytes.indexOf(lessThan, startEnd);
    at !== -1 && bytes.length - at >= longestOpening;
    at = bytes.indexOf(lessThan, at)
  ) {
    const closing = closingOf(bytes, at);
    if (closing !== undefined) {
      const end = bytes.indexOf(closing, at + 2);
      if (end === -1) return { found: 'more' };
      at = end + closing.length;
    } else if (bytes[at + 1] === slash && isNamed(bytes, at + 2, name)) {
      const end = bytes.indexOf(greaterThan, at);
      return end === -1 ? { found: 'more' } : { found: 'record', end: end + 1 };
    } else if (isNamed(bytes, at + 1, name) || (bytes[at + 1] === slash && isNamed(bytes, at + 2, root))) {
      return { found: 'record', end: at, fault: 'xml-malformed' };
    } else at += 1;
  }
  return { found: 'more' };
}

function cutRootEnd(bytes: Buffer, root: string): Cut {
  const end = bytes.indexOf(greaterThan);
  if (end === -1) return { found: 'more' };
  const name = bytes.toString('utf8', 2, end).trim();
  return name === root
    ? { found: 'nothing', end: end + 1, next: xmlTrailerFramer }
    : fatal('xml-malformed', { detail: `</${name.slice(0, 40)}>` });
}

/** After the `>` that ends the tag; a `<` ends it as well, since no attribute may hold one. */
function endOfTag(bytes: Buffer, from: number): number | undefined {
  let within = 0;
  for (let at = from + 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === lessThan) return at;
    if (within !== 0) within = byte === within ? 0 : within;
    else if (byte === greaterThan) return at + 1;
    else if (byte === quote || byte === apostrophe) within = byte;
  }
  return undefined;
}

function passTag(bytes: Buffer, closing: string): { readonly end: number } | { readonly drop: number } {
  const at = bytes.indexOf(closing);
  if (at === -1) return { drop: Math.max(0, bytes.length - closing.length + 1) };
  const end = bytes.indexOf(greaterThan, at);
  return end === -1 ? { drop: at } : { end: end + 1 };
}

function nameAt(bytes: Buffer, from: number): string {
  let at = from;
  while (at < bytes.length && !endsName(bytes[at])) at += 1;
  return bytes.toString('latin1', from, at);
}

function isNamed(bytes: Buffer, from: number, name: string): boolean {
  for (let index = 0; index < name.length; index += 1) if (bytes[from + index] !== name.charCodeAt(index)) return false;
  return endsName(bytes[from + name.length]);
}

function endsName(byte: number | undefined): boolean {
  return byte === undefined || byte <= 0x20 || byte === slash || byte === greaterThan;
}

function blankLength(bytes: Buffer): number {
  let length = 0;
  while (blanks.has(bytes[length])) length += 1;
  return length;
}

/** Space, tab and the two line ends: all that XML calls white. */
const blanks: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

function head(bytes: Buffer): string {
  return bytes.toString('latin1', 0, longestOpening);
}

function fatal(rule: IntakeRule, facts: Readonly<Record<string, string>> = {}): Cut {
  return { found: 'fatal', refusal: refuse(rule, { facts }) };
}
