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
  // Not the length: a key of the Arabic layout writes two letters at once.
  const named = /^[A-Za-z][A-Za-z0-9]+$/.test(press.key);
  const shift = press.shiftKey && (named || marks !== '') ? 'shift+' : '';
  const written = press.key.toLowerCase();
  const letter = named || press.shiftKey ? undefined : letterOf(press);
  const names = new Set([written, letter].filter((name) => name !== undefined));
  const shifted = press.shiftKey && !named && marks === '' ? `shift+${letterOf(press)}` : undefined;
  const isSecond = before !== undefined && press.timeStamp - before.at < TOGETHER_MS;
  const firsts = isSecond ? [before.key.toLowerCase(), letterOf(before)].filter((name) => name !== undefined) : [];
  return {
    /** Means something in a field: letters, digits, signs, the keys that move in it, and Ctrl+A, which takes all its text. */
    isPlain: (marks === '' && !/^f\d+$/.test(written)) || (marks === 'ctrl+' && names.has('a')),
    matches: (keys: string) => [...names].some((name) => keys === `${marks}${shift}${name}`),
    /** Is this letter with Shift: `shift+b`. What Shift writes may mean something by itself, `?`, and a capital is its letter where nothing else is meant. */
    matchesShifted: (keys: string) => keys === shifted,
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
  const found = (test: (keys: string) => boolean) => names.find((name) => keysOf(name).some(test));
  return found(chord.completes) ?? found(chord.matchesShifted) ?? found(chord.matches);
}

/** Whether keys go into a field: a shortcut of one letter would eat what is typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/** The letter or digit that is meant: the one written where the layout writes such, else the one of its place on the board. */
function letterOf({ key, code }: Pick<Pressed, 'key' | 'code'>): string | undefined {
  return /^[a-z0-9]$/i.test(key) ? key.toLowerCase() : /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase();
}
