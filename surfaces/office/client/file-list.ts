/** The files of the list that an agent has just left, in its order: what "next" and "previous" of a file mean. Identifiers only. */
const KEPT = 'ramed.list';

export function keepList(files: readonly string[]): void {
  sessionStorage.setItem(KEPT, JSON.stringify(files));
}

export function neighboursOf(file: string): {
  readonly previous?: string;
  readonly next?: string;
  readonly place: number;
  readonly of: number;
} {
  const files = keptList();
  const at = files.indexOf(file);
  const [previous, next] = at === -1 ? [] : [files[at - 1], files[at + 1]];
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}), place: at + 1, of: files.length };
}

function keptList(): readonly string[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as string[];
  } catch {
    return [];
  }
}
