/** A physical line of a text; one longer than any line of a list may be comes without its text. */
export type TextLine = { readonly line: number; readonly text: string; readonly isTooLong: boolean };

const longest = 4_096;

/**
 * The lines of a UTF-8 stream, by blocks as they arrive, without the empty ones and without a byte-order mark. Never holds more than a chunk
 * and a line.
 */
export async function* textLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine[], void> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let isPassing = false;
  let line = 1;
  for await (const chunk of source) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    const block: TextLine[] = [];
    for (const piece of pieces) {
      if (isPassing || piece.length > longest) block.push({ line, text: '', isTooLong: true });
      else if (!isBlank(piece)) block.push({ line, text: withoutReturn(piece), isTooLong: false });
      isPassing = false;
      line += 1;
    }
    if (rest.length > longest) {
      rest = '';
      isPassing = true;
    }
    if (block.length > 0) yield block;
  }
  if (isPassing) yield [{ line, text: '', isTooLong: true }];
  else if (!isBlank(rest)) yield [{ line, text: withoutReturn(rest), isTooLong: false }];
}

/** Asked of every line of tens of millions: nearly all are told by their first letter. */
function isBlank(text: string): boolean {
  return text.charCodeAt(0) > 0x20 ? false : text.trim() === '';
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
