import type { ListFormat, ListShape, Texts } from './shape.ts';

type Told = Readonly<Record<string, string | number>>;
type WrittenShape = Pick<ListShape, 'root' | 'namespace' | 'record' | 'part'>;

/** Pieces of a list, to be written in this order: one header, any number of records, one footer. */
export type ListWriter = {
  header(told: Told): string;
  record(texts: Texts, parts?: readonly Texts[]): string;
  footer(): string;
};

/** A writer of lists of a shape, in the form that the reader of the same shape reads. */
export function listWriter(shape: WrittenShape, format: ListFormat): ListWriter {
  return writers[format](shape);
}

const writers: Readonly<Record<ListFormat, (shape: WrittenShape) => ListWriter>> = {
  csv: ({ record, part }) => {
    const columns = [...record.fields, ...(part?.fields ?? [])];
    const row = (texts: Texts) => `${columns.map((column) => csvCell(texts[column] ?? '')).join(';')}\r\n`;
    return {
      header: (told) => {
        const rows = Object.entries(told).map(([name, value]) => `#${name};${csvCell(String(value))}\r\n`);
        return `${rows.join('')}${columns.join(';')}\r\n`;
      },
      record: (texts, parts) => (parts === undefined ? row(texts) : parts.map((one) => row({ ...texts, ...one })).join('')),
      footer: () => '',
    };
  },
  ndjson: () => ({
    header: (told) => `${JSON.stringify(told)}\n`,
    record: (texts) => `${JSON.stringify(texts)}\n`,
    footer: () => '',
  }),
  xml: ({ root, namespace, record, part }) => ({
    header: (told) => `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}"${attributes(told)}>\n`,
    record: (texts, parts) => {
      if (part === undefined || parts === undefined) return `  <${record.name}${attributes(texts)}/>\n`;
      const inside = parts.map((one) => `    <${part.name}${attributes(one)}/>\n`).join('');
      return `  <${record.name}${attributes(texts)}>\n${inside}  </${record.name}>\n`;
    },
    footer: () => `</${root}>\n`,
  }),
};

/** Attributes of an element, without those that are not told. */
function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replace(/\s+/g, ' ');
}

/** A cell between semicolons, in quotes where it holds one or a quote; it never ends a line. */
function csvCell(text: string): string {
  const flat = text.replace(/[\r\n]+/g, ' ');
  return /[;"]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
}
