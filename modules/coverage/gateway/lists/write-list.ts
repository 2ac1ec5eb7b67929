import { type ListFormat, listWriter as recordWriter } from '#platform/lists';
import { type CoverListHeader, coverListSchema, type LineTexts } from '../../model/cover-list.ts';
import { coverListShape } from './shape.ts';

/** Pieces of a list, to be written in this order: one header, any number of lines, one footer. */
export type ListWriter = {
  header(meta: Omit<CoverListHeader, 'schema'>): string;
  line(texts: LineTexts): string;
  footer(): string;
};

/** A writer of `ramed.cover-list/1`: for stand-ins, samples and tests, and for a body that asks how a list looks. */
export function listWriter(format: ListFormat): ListWriter {
  const { header, record, footer } = recordWriter(coverListShape, format);
  return { header: (meta) => header({ schema: coverListSchema, ...meta }), line: (texts) => record(texts), footer };
}
