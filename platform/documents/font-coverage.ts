/**
 * The characters that a TrueType font can draw, from its `cmap` table (OpenType 1.9, formats 4 and 12, which every font we ship
 * has). Throws when the bytes are no such font.
 */
export function charactersOf(font: Buffer): Set<number> {
  const cmap = tableOf(font, 'cmap');
  const characters = new Set<number>();
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4);
    for (const [first, last] of rangesOf(font, subtable)) {
      for (let character = first; character <= last && character < 0xffff_ffff; character += 1) characters.add(character);
    }
  }
  return characters;
}

function tableOf(font: Buffer, name: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no ${name} table.`);
}

function rangesOf(font: Buffer, subtable: number): readonly (readonly [number, number])[] {
  const format = font.readUInt16BE(subtable);
  if (format === 12) {
    return times(font.readUInt32BE(subtable + 12), (group) => {
      const at = subtable + 16 + group * 12;
      return [font.readUInt32BE(at), font.readUInt32BE(at + 4)];
    });
  }
  if (format !== 4) return [];
  const segments = font.readUInt16BE(subtable + 6) / 2;
  return times(segments - 1, (segment) => [
    font.readUInt16BE(subtable + 16 + segments * 2 + segment * 2),
    font.readUInt16BE(subtable + 14 + segment * 2),
  ]);
}

function times<Value>(count: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
