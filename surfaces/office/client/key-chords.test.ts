import { expect, test } from 'vitest';
import { pressedChord } from '../screens/keys/pressed-chord.ts';
import { chordOf } from './key-chords.ts';

const press = (
  key: string,
  code = '',
  marks: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {},
  timeStamp = 0,
) => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, timeStamp },
  ...marks,
});

test.each([
  [press('k', 'KeyK', { ctrlKey: true }), 'ctrl+k', false],
  [press('Enter', 'Enter', { ctrlKey: true }), 'ctrl+enter', false],
  [press('?', 'Comma', { shiftKey: true }), '?', true],
  [press('F2', 'F2'), 'f2', false],
  [press('ArrowDown', 'ArrowDown'), 'arrowdown', true],
  [press('Enter', 'Enter', { shiftKey: true }), 'shift+enter', true],
] as const)('%o is %s', (pressed, keys, isPlain) => {
  const chord = chordOf(pressed, undefined);
  expect([chord.matches(keys), chord.isPlain]).toEqual([true, isPlain]);
});

test('letters and digits count by their key on the board too: Arabic and AZERTY have the same shortcuts', () => {
  expect(chordOf(press('ت', 'KeyJ'), undefined).matches('j')).toBe(true);
  expect(chordOf(press('"', 'Digit3'), undefined).matches('3')).toBe(true);
  expect(chordOf(press('ل', 'KeyG', { ctrlKey: true }), undefined).matches('ctrl+g')).toBe(true);
});

test('two keys are one chord when the second follows at once, and not a while later', () => {
  const second = (timeStamp: number) => chordOf(press('1', 'Digit1', {}, timeStamp), { key: 'g', at: 0 });
  expect(second(500).matches('g 1')).toBe(true);
  expect(second(1_500).matches('g 1')).toBe(false);
});

test('what is pressed for another shortcut is written as the table writes it', () => {
  const marks = { ctrlKey: false, altKey: false, shiftKey: false };
  expect(pressedChord({ key: 'K', ...marks, ctrlKey: true })).toBe('ctrl+k');
  expect(pressedChord({ key: 'Enter', ...marks, shiftKey: true })).toBe('shift+enter');
  expect(pressedChord({ key: '?', ...marks, shiftKey: true })).toBe('?');
  expect(pressedChord({ key: 'Shift', ...marks, shiftKey: true })).toBeUndefined();
  expect(pressedChord({ key: 'Tab', ...marks })).toBeUndefined();
});
