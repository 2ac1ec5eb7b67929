import { refuse } from '#platform/refusals';
import type { IntakeRefusal, IntakeRule } from '../../model/intake-rules.ts';
import type { ByteWindow } from './byte-window.ts';

/** What stands at the beginning of the bytes, as far as they are there: `end` counts from their first byte. */
export type Cut =
  | { readonly found: 'record'; readonly end: number; readonly fault?: IntakeRule }
  /** White space, an empty line; or a comment, which must fit the limit of a record. What follows may obey other rules (`next`). */
  | { readonly found: 'nothing' | 'comment'; readonly end: number; readonly next?: Framer }
  | { readonly found: 'end' }
  | { readonly found: 'fatal'; readonly refusal: IntakeRefusal }
  | { readonly found: 'more' };

/** What can still come after the bytes at hand: `nothing` once the stream ended, `no-room` once they alone exceed the limit of a record. */
export type Outlook = 'more' | 'nothing' | 'no-room';

/** Knows where a record of one format begins and ends, without understanding it. */
export type Framer = {
  cut(bytes: Buffer, outlook: Outlook): Cut;
  /** For a record too large, of which `start` is the beginning: tells of further bytes where it ends, or how many can be let go. */
  pass(start: Buffer): (bytes: Buffer) => { readonly end: number } | { readonly drop: number };
};

export type Frame =
  | {
      readonly found: 'record';
      readonly bytes: Buffer;
      readonly byteOffset: number;
      readonly line: number;
      readonly fault?: IntakeRule;
    }
  | { readonly found: 'end' }
  | { readonly found: 'fatal'; readonly refusal: IntakeRefusal };

/** Cuts a stream into records, one at a time, never holding more than one record and one chunk. */
export class FrameReader {
  readonly #window: ByteWindow;
  readonly #limit: number;
  #framer: Framer;

  constructor(window: ByteWindow, framer: Framer, limit: number) {
    this.#window = window;
    this.#framer = framer;
    this.#limit = limit;
  }

  use(framer: Framer): void {
    this.#framer = framer;
  }

  async next(): Promise<Frame> {
    for (;;) {
      const { bytes, ended } = this.#window;
      const outlook = bytes.length > this.#limit ? 'no-room' : ended ? 'nothing' : 'more';
      const cut = this.#framer.cut(bytes, outlook);
      if (cut.found === 'record') return this.#take(cut.end, cut.fault);
      if (cut.found === 'end' || cut.found === 'fatal') return cut;
      if (cut.found === 'nothing' || cut.found === 'comment') {
        if (cut.found === 'comment' && cut.end > this.#limit) return { found: 'fatal', refusal: refuse('markup-too-large') };
        this.#window.drop(cut.end);
        this.#framer = cut.next ?? this.#framer;
      } else if (outlook === 'no-room') return await this.#passTooLarge();
      else if (outlook === 'nothing') return { found: 'fatal', refusal: refuse('truncated') };
      else await this.#window.grow();
    }
  }

  #take(end: number, fault: IntakeRule | undefined): Frame {
    const { bytes, place } = this.#window;
    const found = end > this.#limit ? 'record-too-large' : fault;
    this.#window.drop(end);
    return { found: 'record', bytes: bytes.subarray(0, end), ...place, ...(found === undefined ? {} : { fault: found }) };
  }

  async #passTooLarge(): Promise<Frame> {
    const { bytes, place } = this.#window;
    const frame: Frame = {
      found: 'record',
      bytes: Buffer.from(bytes.subarray(0, headLength)),
      ...place,
      fault: 'record-too-large',
    };
    const pass = this.#framer.pass(bytes);
    for (;;) {
      const passed = pass(this.#window.bytes);
      this.#window.drop('end' in passed ? passed.end : passed.drop);
      if ('end' in passed || this.#window.ended) return frame;
      await this.#window.grow();
    }
  }
}

/** Enough of a record too large to read its reference. */
const headLength = 1024;
