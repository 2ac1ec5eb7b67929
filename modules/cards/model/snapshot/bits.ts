/** Writes numbers of up to 40 bits one after the other, highest bit first. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #bits = 0;

  write(value: number, width: number): void {
    if (width > 24) {
      this.write(Math.floor(value / 2 ** 24), width - 24);
      this.write(value % 2 ** 24, 24);
      return;
    }
    if ((this.#bits + width + 8) / 8 > this.#bytes.length) this.#grow();
    for (let left = width; left > 0; ) {
      const room = 8 - (this.#bits & 7);
      const taken = Math.min(room, left);
      const part = (value >>> (left - taken)) & ((1 << taken) - 1);
      const at = this.#bits >> 3;
      this.#bytes[at] = (this.#bytes[at] ?? 0) | (part << (room - taken));
      this.#bits += taken;
      left -= taken;
    }
  }

  /** Rice code: how often 2^k goes into it, in ones, then the rest in k bits. */
  writeRice(value: number, k: number): void {
    for (let quotient = Math.floor(value / 2 ** k); quotient > 0; quotient -= 1) this.write(1, 1);
    this.write(0, 1);
    this.write(value % 2 ** k, k);
  }

  /** What was written, filled up to whole bytes; the writer is empty afterwards. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, Math.ceil(this.#bits / 8));
    this.#bytes.fill(0, 0, taken.length);
    this.#bits = 0;
    return taken;
  }

  #grow(): void {
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Reads them back; past the end everything is zero. */
export class BitReader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(width: number): number {
    if (width > 24) return this.read(width - 24) * 2 ** 24 + this.read(24);
    let value = 0;
    for (let left = width; left > 0; ) {
      const room = 8 - (this.#at & 7);
      const taken = Math.min(room, left);
      const byte = this.#bytes[this.#at >> 3] ?? 0;
      value = (value << taken) | ((byte >>> (room - taken)) & ((1 << taken) - 1));
      this.#at += taken;
      left -= taken;
    }
    return value;
  }

  readRice(k: number): number {
    let quotient = 0;
    while (this.read(1) === 1) quotient += 1;
    return quotient * 2 ** k + this.read(k);
  }
}
