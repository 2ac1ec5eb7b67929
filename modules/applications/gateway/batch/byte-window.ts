/**
 * The part of a stream that is being looked at: bytes come in at the end and are let go at the beginning, and nothing else is held.
 * The source is asked for more only when the reader needs more.
 */
export class ByteWindow {
  readonly #source: AsyncIterator<Uint8Array>;
  #bytes: Buffer = Buffer.alloc(0);
  #offset = 0;
  #line = 1;
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Where `bytes` begins: bytes from the start of the stream, and line counted from 1. */
  get place(): { readonly byteOffset: number; readonly line: number } {
    return { byteOffset: this.#offset, line: this.#line };
  }

  get ended(): boolean {
    return this.#ended;
  }

  async grow(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done === true) this.#ended = true;
    else this.#bytes = this.#bytes.length === 0 ? asBuffer(value) : Buffer.concat([this.#bytes, value]);
  }

  drop(length: number): void {
    for (let at = this.#bytes.indexOf(lineFeed); at !== -1 && at < length; at = this.#bytes.indexOf(lineFeed, at + 1))
      this.#line += 1;
    this.#offset += length;
    this.#bytes = this.#bytes.subarray(length);
  }

  /** Lets the source go, so that a reader that stops early leaves no open file. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

const lineFeed = 0x0a;

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
