import type { LineFault, LineTexts, ListFault } from '../../model/cover-list.ts';

/** One line of a list before its rules: its texts, or what made it unreadable. */
export type RawLine = { readonly line: number; readonly texts: LineTexts; readonly fault?: Pick<LineFault, 'place' | 'rule'> };

/** What a format gives, in this order: the header, then lines by blocks as they arrive. A fault is the last item. */
export type RawItem =
  | { readonly kind: 'header'; readonly values: unknown }
  | { readonly kind: 'lines'; readonly lines: readonly RawLine[] }
  | { readonly kind: 'fault'; readonly fault: ListFault };

export type RawReader = (source: AsyncIterable<Uint8Array>) => AsyncGenerator<RawItem, void>;
