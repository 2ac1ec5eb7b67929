/** The key that chooses an option: 1 to 9, then 0, then letters. Written beside each, so that nobody has to learn them. */
const KEYS = '1234567890abcdef';

export function keyOfOption(index: number): string {
  return KEYS[index] ?? '';
}

/** Which option a press chooses, by the key on the board as well as by what it writes: digits are shifted on AZERTY. */
export function optionOfKey({ key, code }: { readonly key: string; readonly code: string }): number | undefined {
  const onBoard = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const index = KEYS.indexOf(onBoard ?? key.toLowerCase());
  return key.length === 1 && index >= 0 ? index : undefined;
}
