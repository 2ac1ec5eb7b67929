import { describe, expect, test } from 'vitest';
import { judgeReader, openWedge, readPasted, type Scan, TEST_CODE } from './wedge.ts';
import { fromLayout } from './wedge-layouts.ts';

/** The key that an American reader presses for a character. */
const keys: Readonly<Record<string, readonly [string, boolean]>> = {
  ...Object.fromEntries([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [letter, [`Key${letter}`, true]])),
  ...Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, [`Key${letter.toUpperCase()}`, false]])),
  ...Object.fromEntries([...'0123456789'].map((digit) => [digit, [`Digit${digit}`, false]])),
  ...{ ':': ['Semicolon', true], '-': ['Minus', false], '.': ['Period', false], '+': ['Equal', true], $: ['Digit4', true] },
  ...{ '%': ['Digit5', true], '*': ['Digit8', true], '/': ['Slash', false] },
};
const pressed = (text: string, { key = (char: string) => char, pause = 5, ended = true } = {}) => {
  const scans: Scan[] = [];
  const hear = openWedge((scan) => scans.push(scan));
  let at = 1_000;
  let prevented = 0;
  const press = (code: string, shiftKey: boolean, written: string) => {
    at += pause;
    return hear({ code, shiftKey, key: written, timeStamp: at, preventDefault: () => (prevented += 1) });
  };
  for (const char of text) {
    const [code, shift] = keys[char] ?? ['', false];
    if (shift) hear({ code: 'ShiftLeft', shiftKey: true, key: 'Shift', timeStamp: at, preventDefault: () => undefined });
    press(code, shift, key(char));
  }
  const heard = ended ? press('Enter', false, 'Enter') : false;
  return { scans, heard, prevented };
};

describe('a reader that types', () => {
  test('is read by the places of its keys, whatever this computer’s layout writes', () => {
    const { scans, heard, prevented } = pressed(TEST_CODE, { key: (char) => (char === 'A' ? 'Q' : char) });
    expect(scans).toMatchObject([{ byPlace: TEST_CODE, slowest: 5 }]);
    expect([heard, prevented]).toEqual([true, 1]);
  });

  test('is told from a hand, which is slower, and ends with Enter', () => {
    expect(pressed(TEST_CODE, { pause: 60 })).toEqual({ scans: [], heard: false, prevented: 0 });
    expect(pressed(TEST_CODE, { ended: false }).scans).toEqual([]);
    expect(pressed('AB').scans).toEqual([]);
  });

  test('is heard again after a hand has typed', () => {
    const scans: Scan[] = [];
    const hear = openWedge((scan) => scans.push(scan));
    const type = (text: string, pause: number, from: number) =>
      [...text].reduce((at, char) => {
        const [code = '', shiftKey = false] = keys[char] ?? [];
        hear({ code, shiftKey, key: char, timeStamp: at + pause, preventDefault: () => undefined });
        return at + pause;
      }, from);
    const at = type('bonjour', 150, 0);
    const end = type('RMD12345', 8, at + 500);
    hear({ code: 'Enter', shiftKey: false, key: 'Enter', timeStamp: end + 8, preventDefault: () => undefined });
    expect(scans.map(({ byPlace }) => byPlace)).toEqual(['RMD12345']);
  });
});

describe('a code pasted from a plain field', () => {
  const isRight = (text: string) => text === '0042HQ3';
  test.each([
    ['as it is', '0042HQ3'],
    ['in small letters', '0042hq3'],
    ['from a French keyboard without shift', 'àà\'éha"'],
    ['from an Arabic keyboard', '0042أ\u064e3'],
    ['from an Arabic keyboard, small letters', '٠٠٤٢اض٣'],
  ])('%s', (_how, pasted) => {
    expect(readPasted(pasted, isRight)).toBe('0042HQ3');
  });

  test('that is none is not read', () => {
    expect(readPasted('nothing of ours', isRight)).toBeUndefined();
  });

  test('keeps its letters on both layouts', () => {
    expect(fromLayout('QAWZ?', 'french')).toBe('AQZWM');
    expect(fromLayout('لآلأأ', 'arabic')).toBe('BGH');
    expect(fromLayout('لا', 'arabic')).toBe('b');
  });
});

test.each([
  ['well set, on the same layout', { byPlace: TEST_CODE, byKey: TEST_CODE }, { isWell: true, found: 'same-layout' }],
  [
    'well set, under a French or an Arabic layout',
    { byPlace: TEST_CODE, byKey: 'R?D&/QAWZ?' },
    { isWell: true, found: 'other-layout' },
  ],
  ['set for this computer’s layout', { byPlace: 'RMD', byKey: TEST_CODE }, { isWell: false, found: 'set-for-layout' }],
  ['that writes small letters', { byPlace: TEST_CODE.toLowerCase(), byKey: '' }, { isWell: false, found: 'letters-small' }],
  ['that read another code', { byPlace: 'ABCD', byKey: 'ABCD' }, { isWell: false, found: 'other-code' }],
])('a reader %s', (_how, scan, verdict) => {
  expect(judgeReader({ ...scan, slowest: 5 })).toEqual(verdict);
});
