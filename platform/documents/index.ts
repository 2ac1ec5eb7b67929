import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '#platform/config';
import { charactersOf } from './font-coverage.ts';
import { toPrintable } from './printable-text.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const FONTS = join(projectRoot, 'design/fonts');
const TEMPLATES = join(projectRoot, 'design/documents');

/** Archival, with the text searchable and the structure marked for people who listen to it. */
const PDF_STANDARD = 'a-2a';

/** Layout results unused for so many documents are forgotten; without this the process would grow with each document. */
const DOCUMENTS_REMEMBERED = 5;

type Typesetter = { readonly compiler: NodeCompiler; readonly drawable: ReadonlySet<number> };

let typesetter: Typesetter | undefined;

/**
 * A PDF/A-2a from `design/documents/<template>.typ`. The data reaches the template as values, never as markup: whatever a name
 * contains, it is printed as it stands. Only the fonts of `design/fonts` are used, no clock and no randomness: the same data give
 * the same bytes. Throws a {@link DocumentError} when the template is wrong or does not find what it needs in the data.
 */
export async function renderPdf(template: string, data: Json): Promise<Uint8Array> {
  // In one step: a compiled document kept as a JavaScript object holds native memory that the collector does not see.
  return compile(template, data, (compiler, source) => compiler.pdf(source, { pdfStandard: PDF_STANDARD }));
}

/**
 * The words of the same paper in the order in which they are read, a paragraph or a row of a table a line, with the marks that keep numbers
 * and names in their own direction: for whoever approves its texts. A PDF gives Arabic back as it is drawn, not as it is read.
 */
export async function readText(template: string, data: Json): Promise<string> {
  const [words] = compile(template, data, (compiler, { inputs, ...source }) =>
    compiler.query({ ...source, inputs: { ...inputs, reading: 'yes' } }, { selector: '<reading>', field: 'value' }),
  ) as [string];
  const lines = words.split('\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').trim());
  return lines.filter((line) => line !== '').join('\n');
}

type Source = { readonly mainFilePath: string; readonly inputs: Record<string, string> };

function compile<Out>(template: string, data: Json, work: (compiler: NodeCompiler, source: Source) => Out): Out {
  typesetter ??= createTypesetter();
  const { compiler, drawable } = typesetter;
  const mainFilePath = join(TEMPLATES, `${template}.typ`);
  try {
    return work(compiler, { mainFilePath, inputs: { data: JSON.stringify(toPrintable(data, drawable)) } });
  } catch (fault) {
    throw new DocumentError(template, messagesOf(fault));
  } finally {
    compiler.evictCache(DOCUMENTS_REMEMBERED);
  }
}

/** A template is wrong, or was given other data than it needs. The message carries no personal data. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code = 'document-not-rendered';

  constructor(template: string, faults: readonly string[]) {
    super(`The document "${template}" could not be set: ${faults.join('; ')}.`);
  }
}

function createTypesetter(): Typesetter {
  const files = readdirSync(FONTS).filter((file) => file.endsWith('.ttf'));
  const fonts = files.sort().map((file) => readFileSync(join(FONTS, file)));
  return {
    compiler: NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: fonts }] }),
    drawable: new Set(fonts.flatMap((font) => [...charactersOf(font)])),
  };
}

/**
 * What the typesetter complains of, without the text it stumbled on: that is somebody's name. Its native errors carry their
 * words in `code`.
 */
function messagesOf(fault: unknown): readonly string[] {
  const said = String((fault as { code?: unknown }).code ?? fault);
  const diagnostics = [...said.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => message);
  const messages = diagnostics.length > 0 ? diagnostics : [said.trim()];
  return messages.map((message) => message.replace(/the text `[^`]*`/g, 'a text'));
}
