import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';

/** The template and the texts by which minutes are set: where one changed, the same minutes give other bytes, and nobody has touched them. */
export function minutesForm(): string {
  form ??= digestOfFiles([
    'design/documents/minutes.typ',
    'design/documents/sitting-paper.typ',
    'design/documents/frame.typ',
    ...['ar', 'fr', 'zgh'].map((language) => `design/documents/messages/${language}.json`),
    ...['ar', 'fr'].map((language) => `modules/commissions/messages/${language}.json`),
  ]);
  return form;
}

let form: string | undefined;

function digestOfFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(join(projectRoot, path))).update('\0');
  return hash.digest('hex');
}
