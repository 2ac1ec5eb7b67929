import { expect, test } from 'vitest';
import { pressedChord } from '../screens/keys/pressed-chord.ts';
import { chordOf, type KeyPress, shortcutPressed } from './key-chords.ts';

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
  const second = (timeStamp: number) => chordOf(press('1', 'Digit1', {}, timeStamp), { key: 'g', code: 'KeyG', at: 0 });
  expect(second(500).completes('g 1')).toBe(true);
  expect(second(1_500).completes('g 1')).toBe(false);
});

test('the first of two keys counts by its place on the board too: on an Arabic layout G writes another letter', () => {
  expect(chordOf(press('1', 'Digit1', {}, 500), { key: 'ل', code: 'KeyG', at: 0 }).completes('g 1')).toBe(true);
});

test('two keys mean their part of the office, also where the second alone opens a section', () => {
  const keys = { 'section-2': ['2'], 'go-new': ['g 2'] } as const;
  const pressed = (before?: KeyPress) =>
    shortcutPressed(chordOf(press('2', 'Digit2', {}, 500), before), ['section-2', 'go-new'] as const, (name) => keys[name]);
  expect(pressed({ key: 'g', code: 'KeyG', at: 0 })).toBe('go-new');
  expect(pressed()).toBe('section-2');
});

test('what is pressed for another shortcut is written as the table writes it', () => {
  const marks = { ctrlKey: false, altKey: false, shiftKey: false };
  expect(pressedChord({ key: 'K', ...marks, ctrlKey: true })).toBe('ctrl+k');
  expect(pressedChord({ key: 'Enter', ...marks, shiftKey: true })).toBe('shift+enter');
  expect(pressedChord({ key: '?', ...marks, shiftKey: true })).toBe('?');
  expect(pressedChord({ key: 'Shift', ...marks, shiftKey: true })).toBeUndefined();
  expect(pressedChord({ key: 'Tab', ...marks })).toBeUndefined();
});

test('a letter with Shift is its own shortcut where one is meant, and its letter where none is', () => {
  const keys = { previous: ['b'], approve: ['shift+b'], help: ['?'] } as const;
  const pressed = (key: string, code: string, among: readonly (keyof typeof keys)[]) =>
    shortcutPressed(chordOf(press(key, code, { shiftKey: true }), undefined), among, (name) => keys[name]);
  expect(pressed('B', 'KeyB', ['previous', 'approve'])).toBe('approve');
  expect(pressed('B', 'KeyB', ['previous'])).toBe('previous');
  expect(pressed('لآ', 'KeyB', ['previous', 'approve'])).toBe('approve');
  expect(pressed('?', 'Comma', ['approve', 'help'])).toBe('help');
});

test('the key that writes two Arabic letters is the letter of its place; a Latin layout means the letters that it writes', () => {
  expect(chordOf(press('لا', 'KeyB'), undefined).matches('b')).toBe(true);
  expect(chordOf(press('q', 'KeyA'), undefined).matches('a')).toBe(false);
  expect(chordOf(press('a', 'KeyQ'), undefined).matches('a')).toBe(true);
});
