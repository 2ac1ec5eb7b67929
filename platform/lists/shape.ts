import type { z } from 'zod';

export const listFormats = ['csv', 'xml', 'ndjson'] as const;
export type ListFormat = (typeof listFormats)[number];

/** The values of a record by their field, as text: an empty one is not told. */
export type Texts = { readonly [field: string]: string | undefined };

/** One kind of element, or of row, with the fields it may tell. */
export type ElementShape = { readonly name: string; readonly fields: readonly string[] };

/**
 * What a list looks like in every format: a header with its `count`, then that many records, some with parts. In XML a record is an element
 * under the root and a part an element in it; in CSV a row is a record, or, where records have parts, a part with its record's values before it.
 */
export type ListShape<Header extends ListHeader = ListHeader> = {
  readonly root: string;
  readonly namespace: string;
  readonly header: z.ZodType<Header>;
  readonly record: ElementShape;
  readonly part?: ElementShape;
  /** Columns without which no row could be read. The first is a field of the record, and says whose rows follow each other. */
  readonly columns: readonly [string, ...string[]];
};

export type ListHeader = { readonly count: number };

/** Why one record cannot be read, whatever its values say. */
export type RecordFault = {
  readonly place: '';
  readonly rule: 'cell-count' | 'quotes-wrong' | 'json-malformed' | 'unknown-field' | 'line-too-long';
};

/** Why a list cannot be read at all, or no further. */
export type ListFault = {
  readonly rule: 'format-unknown' | 'header-invalid' | 'columns-wrong' | 'xml-malformed' | 'doctype' | 'count-differs';
  readonly place: string;
  readonly line: number;
};

/** One record before its own rules: its texts, or what made it unreadable. `line` is where it begins. */
export type RawRecord = {
  readonly line: number;
  readonly texts: Texts;
  readonly parts: readonly Texts[];
  readonly fault?: RecordFault | undefined;
};

/**
 * What a format gives, in this order: the header, then records by blocks as they arrive. A fault is the last item. `lines`: on which line each value
 * of the header stands, where they do not all stand on the first.
 */
export type RawItem =
  | { readonly kind: 'header'; readonly values: unknown; readonly lines?: ReadonlyMap<string, number> }
  | { readonly kind: 'records'; readonly records: readonly RawRecord[] }
  | { readonly kind: 'fault'; readonly fault: ListFault };

export type RawReader = (source: AsyncIterable<Uint8Array>, shape: ListShape) => AsyncGenerator<RawItem, void>;

/** A header's value as its format writes it; its count is a number. */
export function headerValue(name: string, text: string): string | number {
  return name === 'count' && /^\d{1,9}$/.test(text) ? Number(text) : text;
}
