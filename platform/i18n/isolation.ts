/** Opens a run whose direction its own first letter decides; `isolationEnd` closes it. HTML says the same with `<bdi>`. */
export const isolationStart = '\u2068';
export const isolationEnd = '\u2069';

/** Keeps a number, a name or a code from reordering the words around it, in plain text: letters, SMS, titles. */
export function isolate(text: string): string {
  return `${isolationStart}${text}${isolationEnd}`;
}

/** A piece of a sentence: plain, or isolated from the direction of its neighbours. */
export type Run = { readonly text: string; readonly isolated: boolean };

/** Splits at the marks of `isolate`, for a page to write `<bdi>` instead. Nested marks stay with the outer run. */
export function toRuns(text: string): Run[] {
  return text
    .split(/(\u2068[^\u2069]*\u2069)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith(isolationStart) ? { text: piece.slice(1, -1), isolated: true } : { text: piece, isolated: false },
    );
}
