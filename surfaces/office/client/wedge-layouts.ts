/** The keys of a keyboard by their place, with what they write on an American one: what a reader of codes believes it types on. */
const american: Readonly<Record<string, readonly [string, string]>> = {
  ...Object.fromEntries([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [`Key${letter}`, [letter.toLowerCase(), letter]])),
  ...Object.fromEntries([...'0123456789'].map((digit, at) => [`Digit${digit}`, [digit, ')!@#$%^&*('[at] ?? '']])),
  ...Object.fromEntries([...'0123456789'].map((digit) => [`Numpad${digit}`, [digit, digit]])),
  ...{ Minus: ['-', '_'], Equal: ['=', '+'], BracketLeft: ['[', '{'], BracketRight: [']', '}'], Backslash: ['\\', '|'] },
  ...{ Semicolon: [';', ':'], Quote: ["'", '"'], Comma: [',', '<'], Period: ['.', '>'], Slash: ['/', '?'], Space: [' ', ' '] },
  ...{ Backquote: ['`', '~'], NumpadAdd: ['+', '+'], NumpadSubtract: ['-', '-'], NumpadDivide: ['/', '/'] },
  ...{ NumpadMultiply: ['*', '*'], NumpadDecimal: ['.', '.'] },
};

/** What the key at a place writes on an American keyboard; undefined for a key that writes nothing. */
export function characterAt(code: string, shift: boolean): string | undefined {
  return american[code]?.[shift ? 1 : 0];
}

export type Layout = 'french' | 'arabic';

// Row by row, each key as `without shift` and `with shift`, in the order of the places below.
const places = [
  ...['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0', 'Minus', 'Equal'],
  ...[...'QWERTYUIOP'].map((letter) => `Key${letter}`),
  ...['BracketLeft', 'BracketRight'],
  ...[...'ASDFGHJKL'].map((letter) => `Key${letter}`),
  ...['Semicolon', 'Quote'],
  ...[...'ZXCVBNM'].map((letter) => `Key${letter}`),
  ...['Comma', 'Period', 'Slash'],
];

const written: Readonly<Record<Layout, { readonly plain: readonly string[]; readonly shifted: readonly string[] }>> = {
  french: {
    plain: [...'&é"\'(-è_çà)=', ...'azertyuiop', ...'^$', ...'qsdfghjkl', ...'mù', ...'wxcvbn,', ...';:!'],
    shifted: [...'1234567890°+', ...'AZERTYUIOP', ...'¨£', ...'QSDFGHJKL', ...'M%', ...'WXCVBN?', ...'./§'],
  },
  arabic: {
    plain: [
      ...[...'1234567890-='],
      ...['ض', 'ص', 'ث', 'ق', 'ف', 'غ', 'ع', 'ه', 'خ', 'ح', 'ج', 'د'],
      ...['ش', 'س', 'ي', 'ب', 'ل', 'ا', 'ت', 'ن', 'م', 'ك', 'ط'],
      ...['ئ', 'ء', 'ؤ', 'ر', 'لا', 'ى', 'ة', 'و', 'ز', 'ظ'],
    ],
    shifted: [
      ...[...'!@#$%^&*)(_+'],
      ...['\u064e', '\u064b', '\u064f', '\u064c', 'لإ', 'إ', '‘', '÷', '×', '؛', '<', '>'],
      ...['\u0650', '\u064d', ']', '[', 'لأ', 'أ', 'ـ', '،', '/', ':', '"'],
      ...['~', '\u0652', '}', '{', 'لآ', 'آ', '’', ',', '.', '؟'],
    ],
  },
};

/** What an American keyboard would have written where this layout wrote a text: the codes of a reader, pasted or typed into a plain field. */
export function fromLayout(text: string, layout: Layout): string {
  const table = tables[layout];
  let read = '';
  for (let at = 0; at < text.length; ) {
    const two = text.slice(at, at + 2);
    const taken = two.length === 2 && table.has(two) ? two : text.charAt(at);
    read += table.get(taken) ?? taken;
    at += taken.length;
  }
  return read;
}

const tables: Readonly<Record<Layout, ReadonlyMap<string, string>>> = {
  french: inverseOf('french'),
  arabic: inverseOf('arabic'),
};

function inverseOf(layout: Layout): ReadonlyMap<string, string> {
  const { plain, shifted } = written[layout];
  const pairs = places.flatMap((place, at) => [
    [plain[at] ?? '', characterAt(place, false) ?? ''] as const,
    [shifted[at] ?? '', characterAt(place, true) ?? ''] as const,
  ]);
  // Figures of the East are figures, whatever the key.
  const eastern = [...'٠١٢٣٤٥٦٧٨٩'].map((figure, value) => [figure, `${value}`] as const);
  return new Map([...pairs, ...eastern]);
}
