import { batchNamespace, batchSchema } from './batch.ts';
import { textOf } from './leaf-text.ts';
import type { Shape } from './shape.ts';
import { declarationShape } from './shape.ts';
import type { BatchWriter } from './write-batch.ts';

/** `ramed.batch/1` as XML, valid against `ramed-batch-1.xsd`: one element a line down to the member, values as elements. */
export function xmlWriter(): BatchWriter {
  return {
    header: (meta) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<batch${attributes({ xmlns: batchNamespace, schema: batchSchema, ...meta })}>\n`,
    record: ({ reference, declaration }) =>
      `<request${attributes({ reference, kind: 'new' })}>\n${element('declaration', declarationShape, declaration)}</request>\n`,
    footer: () => '</batch>\n',
  };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

function element(name: string, shape: Shape, value: unknown): string {
  if (value === undefined) return '';
  if (typeof shape === 'string') return `<${name}>${escaped(textOf(value))}</${name}>`;
  if (shape.kind === 'constant') return '';
  if (shape.kind === 'list') {
    return `<${name}>\n${(value as readonly unknown[]).map((item) => element(shape.item, shape.of, item)).join('')}</${name}>\n`;
  }
  const record = value as Readonly<Record<string, unknown>>;
  const inner = Object.entries(shape.fields).map(([key, field]) => element(key, field, record[key]));
  return `<${name}>${inner.join('')}</${name}>\n`;
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Tabs and line ends go as numbers too: a reader may otherwise turn them into spaces. */
function escaped(text: string): string {
  return /[<>&"\t\n\r]/.test(text) ? text.replace(/[<>&"\t\n\r]/g, (sign) => entities[sign] ?? `&#${sign.charCodeAt(0)};`) : text;
}
