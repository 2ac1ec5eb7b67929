import { inflateSync } from 'node:zlib';

/** `protected`: it asks for a password. `active`: it would do something when it is opened. */
export type PdfFault = 'unreadable' | 'protected' | 'active';

/** How many sheets a PDF has, or why it is not taken. Nothing in it is run or drawn. */
export function sheetsOfPdf(bytes: Buffer): { readonly sheets: number } | { readonly fault: PdfFault } {
  const text = bytes.toString('latin1');
  if (!text.slice(-2_048).includes('%%EOF')) return { fault: 'unreadable' };
  const objects = [withoutStreams(text), ...packedObjects(text, bytes)].map(withoutEscapes);
  if (objects.some((part) => /\/Encrypt\b/.test(part))) return { fault: 'protected' };
  if (objects.some((part) => ACTIVE.test(part))) return { fault: 'active' };
  const sheets = objects.reduce((sum, part) => sum + (part.match(/\/Type\s*\/Page(?![\w#])/g)?.length ?? 0), 0);
  return sheets === 0 ? { fault: 'unreadable' } : { sheets };
}

/** Scripts, programs to start, files within the file, forms that send themselves. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA)\b/;

/** A picture's bytes may spell anything: only what stands between the streams is the document's own word. */
function withoutStreams(text: string): string {
  return text.replace(/\bstream\r?\n[\s\S]*?\bendstream\b/g, ' ');
}

/** `/JavaScr#69pt` is `/JavaScript`. */
function withoutEscapes(part: string): string {
  return part.replace(/#([0-9a-fA-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const LARGEST_PACKED = 8 * 1_048_576;
/** Together: a file made to swell must not fill the memory. */
const MOST_PACKED = 200;

/** Since PDF 1.5 the objects themselves may be packed away in streams. What cannot be unpacked holds no sheet that anyone could read. */
function packedObjects(text: string, bytes: Buffer): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/\/Type\s*\/ObjStm\b[\s\S]{0,400}?\bstream\r?\n/g)) {
    if (found.length === MOST_PACKED) break;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const unpacked = inflate(bytes.subarray(start, end < 0 ? bytes.length : end));
    if (unpacked !== undefined) found.push(unpacked);
  }
  return found;
}

function inflate(packed: Buffer): string | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: LARGEST_PACKED, finishFlush: 2 }).toString('latin1');
  } catch {
    return undefined;
  }
}
