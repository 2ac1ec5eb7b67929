/** An answer that is not what it was: `place` as in `members[0].birth_date`; an absent value is an answer that was not given. */
export type Apart = { readonly place: string; readonly before?: unknown; readonly now?: unknown };

/** Where two declarations part, answer by answer, in the order of the form. */
export function answersApart(before: unknown, now: unknown, place = ''): Apart[] {
  if (before === now || (isLeaf(before) && isLeaf(now) && JSON.stringify(before) === JSON.stringify(now))) return [];
  if (isLeaf(before) || isLeaf(now) || Array.isArray(before) !== Array.isArray(now)) return [apart(place, before, now)];
  const keys = [...new Set([...Object.keys(before as object), ...Object.keys(now as object)])];
  return keys.flatMap((key) => answersApart(at(before, key), at(now, key), placeOf(place, key, Array.isArray(before))));
}

function isLeaf(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function at(tree: unknown, key: string): unknown {
  return (tree as Readonly<Record<string, unknown>>)[key];
}

function placeOf(place: string, key: string, isList: boolean): string {
  if (isList) return `${place}[${key}]`;
  return place === '' ? key : `${place}.${key}`;
}

function apart(place: string, before: unknown, now: unknown): Apart {
  return { place, ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) };
}
