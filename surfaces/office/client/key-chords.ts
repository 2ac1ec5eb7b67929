/** A key pressed a moment ago, which may be the first of two: `g 1`. */
export type KeyPress = { readonly key: string; readonly code: string; readonly at: number };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'timeStamp'>;

/** Two keys are one chord when the second follows within this time. */
const TOGETHER_MS = 1_000;

/**
 * What a press is as a chord, alone or after the one before. Letters and digits count by their key on the board as well as by what they write, so
 * that an Arabic or an AZERTY layout has the same shortcuts as any other.
 */
export function chordOf(press: Pressed, before: KeyPress | undefined) {
  const marks = [press.ctrlKey || press.metaKey ? 'ctrl+' : '', press.altKey ? 'alt+' : ''].join('');
  const named = press.key.length > 1;
  const shift = press.shiftKey && (named || marks !== '') ? 'shift+' : '';
  const written = press.key.toLowerCase();
  const names = new Set(
    [written, ...(named || press.shiftKey ? [] : [keyOnBoard(press.code)])].filter((name) => name !== undefined),
  );
  const isSecond = before !== undefined && press.timeStamp - before.at < TOGETHER_MS;
  const firsts = isSecond ? [before.key.toLowerCase(), keyOnBoard(before.code)].filter((name) => name !== undefined) : [];
  return {
    /** Writes something in a field: letters, digits, signs and the keys that move in it. */
    isPlain: marks === '' && !/^f\d+$/.test(written),
    matches: (keys: string) => [...names].some((name) => keys === `${marks}${shift}${name}`),
    /** Is the second of these two keys. */
    completes: (keys: string) => [...names].some((name) => firsts.some((first) => keys === `${first} ${name}`)),
  };
}

/** Which shortcut is pressed, of those that can be: whoever presses two keys means both, also where the second alone means something. */
export function shortcutPressed<Name extends string>(
  chord: ReturnType<typeof chordOf>,
  names: readonly Name[],
  keysOf: (name: Name) => readonly string[],
): Name | undefined {
  return names.find((name) => keysOf(name).some(chord.completes)) ?? names.find((name) => keysOf(name).some(chord.matches));
}

/** Whether keys go into a field: a shortcut of one letter would eat what is typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

function keyOnBoard(code: string): string | undefined {
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase();
}
