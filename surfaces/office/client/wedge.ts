import { characterAt, fromLayout } from './wedge-layouts.ts';

/** A reader of codes types like a keyboard, only faster than any hand; it ends with Enter. */
const FASTEST_HAND_MS = 40;
/** What is shorter may be a hand that holds a key. */
const SHORTEST_CODE = 4;

export type KeyEvent = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'timeStamp' | 'preventDefault'>;

/**
 * What a reader typed: `byPlace` by the places of the keys, which no layout changes; `byKey` as this computer wrote it, which is right when the
 * reader was set for this computer's layout. `slowest` is the longest pause between two keys, in milliseconds.
 */
export type Scan = { readonly byPlace: string; readonly byKey: string; readonly slowest: number };

/**
 * Listens for a reader: give it every `keydown`. True when the key ended a code, which has then been told; nobody else should hear that Enter.
 * CapsLock counts as shift for letters, as the computer itself takes it.
 */
export function openWedge(onScan: (scan: Scan) => void): (press: KeyEvent) => boolean {
  let read: { place: string; key: string }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let slowest = 0;
  return (press) => {
    const pause = press.timeStamp - last;
    if (/^(Shift|Control|Alt|Meta|CapsLock)/.test(press.code)) return false;
    if (pause > FASTEST_HAND_MS) {
      read = [];
      slowest = 0;
    } else if (read.length > 0) slowest = Math.max(slowest, pause);
    last = press.timeStamp;
    if (press.code === 'Enter' || press.code === 'NumpadEnter') {
      const isCode = read.length >= SHORTEST_CODE;
      if (isCode) {
        press.preventDefault();
        onScan({ byPlace: read.map(({ place }) => place).join(''), byKey: read.map(({ key }) => key).join(''), slowest });
      }
      read = [];
      return isCode;
    }
    const place = characterAt(press.code, press.shiftKey);
    read = place === undefined ? [] : [...read, { place, key: press.key.length === 1 || press.key === 'لا' ? press.key : '' }];
    return false;
  };
}

/** A code that was pasted, or typed by a reader into a plain field: the first reading of it that is right; undefined when none is. */
export function readPasted(text: string, isRight: (text: string) => boolean): string | undefined {
  const trimmed = text.trim();
  return [trimmed, fromLayout(trimmed, 'french'), fromLayout(trimmed, 'arabic')]
    .flatMap((reading) => [reading, reading.toUpperCase()])
    .find(isRight);
}

/** What the page of the self-test prints: every letter that moves between layouts, the figures and the signs that our codes use. */
export const TEST_CODE = 'RMD1:AQZWM-0123456789.+$%*/';

/** What a test tells of a reader: well set or not, and in which words. */
export type ReaderVerdict =
  | { readonly isWell: true; readonly found: 'same-layout' | 'other-layout' }
  | { readonly isWell: false; readonly found: 'set-for-layout' | 'letters-small' | 'other-code' };

export function judgeReader({ byPlace, byKey }: Scan): ReaderVerdict {
  if (byPlace === TEST_CODE) return { isWell: true, found: byKey === TEST_CODE ? 'same-layout' : 'other-layout' };
  // A reader set for the layout of this computer: right here, wrong on the next one, and never what the places say.
  if (byKey === TEST_CODE) return { isWell: false, found: 'set-for-layout' };
  return { isWell: false, found: byPlace.toUpperCase() === TEST_CODE ? 'letters-small' : 'other-code' };
}
