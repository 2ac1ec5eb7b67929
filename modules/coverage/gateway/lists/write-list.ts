import {
  type CoverListHeader,
  coverListNamespace,
  coverListSchema,
  type LineTexts,
  type ListFormat,
  lineFields,
} from '../../model/cover-list.ts';

/** Pieces of a list, to be written in this order: one header, any number of lines, one footer. */
export type ListWriter = {
  header(meta: Omit<CoverListHeader, 'schema'>): string;
  line(texts: LineTexts): string;
  footer(): string;
};

/** A writer of `ramed.cover-list/1`: for stand-ins, samples and tests, and for a body that asks how a list looks. */
export function listWriter(format: ListFormat): ListWriter {
  return writers[format];
}

const writers: Readonly<Record<ListFormat, ListWriter>> = {
  csv: {
    header: (meta) => {
      const told = Object.entries({ schema: coverListSchema, ...meta }).map(([name, value]) => `#${name};${value}\r\n`);
      return `${told.join('')}${lineFields.join(';')}\r\n`;
    },
    line: (texts) => `${lineFields.map((field) => texts[field] ?? '').join(';')}\r\n`,
    footer: () => '',
  },
  ndjson: {
    header: (meta) => `${JSON.stringify({ schema: coverListSchema, ...meta })}\n`,
    line: (texts) => `${JSON.stringify(texts)}\n`,
    footer: () => '',
  },
  xml: {
    header: (meta) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<list xmlns="${coverListNamespace}"${attributes({ schema: coverListSchema, ...meta })}>\n`,
    line: (texts) => `  <cover${attributes(texts)}/>\n`,
    footer: () => '</list>\n',
  },
};

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
