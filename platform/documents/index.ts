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
const DOCUMENTS_REMEMBERED = 30;

type Typesetter = { readonly compiler: NodeCompiler; readonly drawable: ReadonlySet<number> };

let typesetter: Typesetter | undefined;

/**
 * A PDF/A-2a from `design/documents/<template>.typ`. The data reaches the template as values, never as markup: whatever a name
 * contains, it is printed as it stands. Only the fonts of `design/fonts` are used, no clock and no randomness: the same data give
 * the same bytes. Throws when the template is wrong or does not find what it needs in the data.
 */
export async function renderPdf(template: string, data: Json): Promise<Uint8Array> {
  typesetter ??= createTypesetter();
  const { compiler, drawable } = typesetter;
  const inputs = { data: JSON.stringify(toPrintable(data, drawable)) };
  const compiled = compiler.compile({ mainFilePath: join(TEMPLATES, `${template}.typ`), inputs });
  if (!compiled.result) throw new DocumentError(template, messagesOf(compiled.takeDiagnostics()?.shortDiagnostics));
  try {
    return compiler.pdf(compiled.result, { pdfStandard: PDF_STANDARD });
  } catch (error) {
    throw new DocumentError(template, [withoutData(String(error))]);
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

/** The typesetter quotes the text it stumbled on: that is somebody's name. */
function withoutData(fault: string): string {
  return fault.replace(/the text `[^`]*`/g, 'a text');
}

function messagesOf(diagnostics: readonly unknown[] | undefined): readonly string[] {
  return (diagnostics ?? []).map((diagnostic) => (diagnostic as { message?: string }).message ?? 'unknown fault');
}
