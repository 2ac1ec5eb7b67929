/** The letters of the GSM 7-bit alphabet (3GPP TS 23.038, 6.2.1): a message of these alone has 160 a segment. */
const gsmLetters = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** These count twice. */
const gsmPairs = new Set('^{}\\[~]|€\f');

export type Measure = { readonly alphabet: 'gsm-7' | 'ucs-2'; readonly units: number; readonly segments: number };

/** How many segments a message to a telephone takes; each is paid for. One alone holds 160 units of GSM-7 or 70 of UCS-2, several 153 or 67 each. */
export function measure(text: string): Measure {
  const letters = [...text];
  const isGsm = letters.every((letter) => gsmLetters.has(letter) || gsmPairs.has(letter));
  const units = isGsm ? letters.reduce((sum, letter) => sum + (gsmPairs.has(letter) ? 2 : 1), 0) : text.length;
  const [alone, each] = isGsm ? [160, 153] : [70, 67];
  return { alphabet: isGsm ? 'gsm-7' : 'ucs-2', units, segments: units <= alone ? 1 : Math.ceil(units / each) };
}
