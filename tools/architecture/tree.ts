import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SourceFile = { readonly path: string; readonly text: string };

/** The house as its rules see it: every written file with its path from the root, in order. */
export type Tree = { readonly files: readonly SourceFile[] };

/** One thing that is wrong, and where. */
export type Fault = { readonly path: string; readonly what: string };

/** A rule of the house that no tool knows. `why` is for whoever breaks it. */
export type Rule = { readonly name: string; readonly why: string; faults(tree: Tree): readonly Fault[] };

const WRITTEN = /\.(ts|tsx|mjs|css|sql|json|yaml|md)$/;
const NOT_OURS = new Set(['node_modules', '.data', '.git', 'violations', 'package-lock.json', 'coverage']);

export function readTree(root: string): Tree {
  return { files: pathsUnder(root, '').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })) };
}

function pathsUnder(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return pathsUnder(root, path);
      return WRITTEN.test(entry.name) ? [path] : [];
    });
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path);
}

/** The module a path lies in, or undefined. */
export function moduleOf(path: string): string | undefined {
  return /^modules\/([^/]+)\//.exec(path)?.[1];
}

/** The modules that have a folder. */
export function modulesIn(tree: Tree): readonly string[] {
  return [...new Set(tree.files.flatMap(({ path }) => moduleOf(path) ?? []))];
}

/** One fault for each line of a file that a pattern finds, with what it found. */
export function faultsOnLines({ path, text }: SourceFile, pattern: RegExp, say: (found: string) => string): readonly Fault[] {
  return text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line)?.[0];
    return found === undefined ? [] : [{ path: `${path}:${index + 1}`, what: say(found) }];
  });
}
