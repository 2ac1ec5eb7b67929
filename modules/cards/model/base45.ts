const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const DIGITS: ReadonlyMap<string, number> = new Map([...ALPHABET].map((character, digit) => [character, digit]));

/** Bytes as RFC 9285 text: only characters of the QR alphanumeric mode, three for two bytes. */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += write((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0), 3);
  return bytes.length % 2 === 0 ? text : text + write(bytes.at(-1) ?? 0, 2);
}

/** The bytes of an RFC 9285 text; undefined when the text is not one. No two texts give the same bytes. */
export function parseBase45(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3);
    const value = read(group);
    if (value === undefined || group.length === 1 || value > (group.length === 3 ? 0xffff : 0xff)) return undefined;
    if (group.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

function write(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 45)) text += ALPHABET[rest % 45];
  return text;
}

function read(group: string): number | undefined {
  let value = 0;
  for (const character of [...group].reverse()) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return undefined;
    value = value * 45 + digit;
  }
  return value;
}
