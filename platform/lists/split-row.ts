/** What may be wrong with the quotes of a row. */
export type QuoteFault = 'quote-not-closed' | 'quote-misplaced';

/** The cells of a row (RFC 4180), or the rule that its quotes break. No cell holds the end of a line: a wrong quote costs its own row only. */
export function splitRow(row: string, delimiter: string): readonly string[] | QuoteFault {
  const text = row.replace(/\r?\n$/, '');
  return text.includes('"') ? splitQuoted(text, delimiter) : text.split(delimiter);
}

function splitQuoted(text: string, delimiter: string): readonly string[] | QuoteFault {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const opened = text[at] === '"';
    const end = opened ? endOfQuoted(text, at + 1) + 1 : text.indexOf(delimiter, at);
    if (opened && end === 0) return 'quote-not-closed';
    const next = end === -1 ? text.length : end;
    const cell = text.slice(at, next);
    if (!opened && cell.includes('"')) return 'quote-misplaced';
    cells.push(opened ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (next >= text.length) return cells;
    if (text[next] !== delimiter) return 'quote-misplaced';
    at = next + 1;
  }
}

function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
