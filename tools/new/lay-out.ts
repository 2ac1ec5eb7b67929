import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files to write, by path from the root, and what a person does then. */
export type Plan = { readonly files: Readonly<Record<string, string>>; readonly next: readonly string[] };

/** Writes all the files or, when one of them is already there, none. Returns their paths. */
export function layOut(root: string, files: Plan['files']): readonly string[] {
  const paths = Object.keys(files);
  const there = paths.find((path) => existsSync(join(root, path)));
  if (there !== undefined) throw new Error(`${there} is already there: nothing was written`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return paths;
}
