/** A physical line of a text; one longer than any line of a list may be comes without its text. */
export type TextLine = { readonly line: number; readonly text: string; readonly isTooLong: boolean };

const longest = 4_096;

/**
 * The lines of a stream, by blocks as they arrive, without the empty ones. Never holds more than a chunk and a line. Every value of a list
 * is ASCII, so bytes are read one by one as Latin letters: what is not ASCII breaks the rule of its own field.
 */
export async function* textLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine[], void> {
  let rest = '';
  let isPassing = false;
  let line = 1;
  for await (const chunk of source) {
    const pieces = (rest + asText(chunk)).split('\n');
    rest = pieces.pop() ?? '';
    const block: TextLine[] = [];
    for (const piece of pieces) {
      if (isPassing || piece.length > longest) block.push({ line, text: '', isTooLong: true });
      else if (piece !== '' && piece !== '\r') block.push({ line, text: withoutReturn(piece), isTooLong: false });
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
  else if (rest.trim() !== '') yield [{ line, text: withoutReturn(rest), isTooLong: false }];
}

function asText(chunk: Uint8Array): string {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
