import type { Declaration } from '#modules/eligibility';
import { canonicalJson, type Json } from '#platform/canonical-json';
import type { State } from './lifecycle.ts';

/**
 * Where a file may still be corrected: before its checks are asked, or when one of them differs. Afterwards a score, a decision or a right
 * rests on what it says.
 */
export const correctable: Readonly<Record<State, boolean>> = {
  draft: false,
  filed: true,
  incomplete: true,
  checking: false,
  discordant: true,
  scored: false,
  enquiry: false,
  scheduled: false,
  decided: false,
  validated: false,
  held: false,
  registered: false,
  closed: false,
};

/** One answer changed: `place` as in `members[0].names.fr.family`; an absent value is an answer that was not given. */
export type Change = { readonly place: string; readonly from?: unknown; readonly to?: unknown };

/** An answer that somebody else changed since: what it was, what it is now, what was wanted. */
export type Conflict = { readonly place: string; readonly base?: unknown; readonly theirs?: unknown; readonly yours?: unknown };

type Corrected =
  | { readonly declaration: unknown; readonly changes: readonly Change[] }
  | { readonly conflicts: readonly Conflict[] }
  | { readonly wrongPlace: string };

/**
 * The declaration with these changes in it, not yet held to any rule; or the answers that no longer are what they were when the change was
 * made. What already stands as it was wanted is no change: two agents who write the same agree.
 */
export function correct(declaration: Declaration, wanted: readonly Change[]): Corrected {
  const read = wanted.map((change) => ({ change, parts: partsOf(change.place) }));
  const astray = read.find(({ parts }) => parts === undefined);
  if (astray) return { wrongPlace: astray.change.place };
  const located = read as readonly Located[];
  const standing = located.map((one) => ({ ...one, now: valueIn(declaration, one.parts) }));
  const open = standing.filter(({ change, now }) => !isSame(now, change.to));
  const conflicts = open.filter(({ change, now }) => !isSame(now, change.from));
  if (conflicts.length > 0) {
    return { conflicts: conflicts.map(({ change, now }) => withoutAbsent(change.place, change.from, now, change.to)) };
  }
  return { declaration: written(declaration, open), changes: open.map(({ change }) => change) };
}

type Part = string | number;
type Located = { readonly change: Change; readonly parts: readonly Part[] };

/** The commune, its milieu, the day of deposit and the numbers of the members are not anybody's to correct. */
const fixed = /^(schema|filed_on|commune|milieu|members|members\[\d+\]\.ref)$/;
const wellWritten = /^[a-z][a-z_]*(\[\d{1,2}\])?(\.[a-z][a-z_]*(\[\d{1,2}\])?)*$/;

function partsOf(place: string): readonly Part[] | undefined {
  if (!wellWritten.test(place) || fixed.test(place)) return undefined;
  return place.match(/[a-z_]+|\d+/g)?.map((part) => (/^\d/.test(part) ? Number(part) : part));
}

function valueIn(tree: unknown, parts: readonly Part[]): unknown {
  return parts.reduce<unknown>(
    (value, part) => (isTree(value) && Object.hasOwn(value, part) ? (value as Record<Part, unknown>)[part] : undefined),
    tree,
  );
}

/** Answers first, then those who leave from the last to the first, then those who come: no place moves before it is written. */
function written(declaration: Declaration, changes: readonly Located[]): unknown {
  const isPerson = ({ parts }: Located) => parts.length === 2 && parts[0] === 'members';
  const leaves = ({ change }: Located) => change.to === undefined;
  const answers = changes.filter((one) => !isPerson(one) || !leaves(one));
  const tree = answers.reduce<unknown>((whole, { change, parts }) => withAt(whole, parts, change.to), declaration);
  const gone = new Set(changes.filter((one) => isPerson(one) && leaves(one)).map(({ parts }) => parts[1]));
  const { members, ...household } = tree as { readonly members: readonly object[] };
  const left = members.filter((_person, index) => !gone.has(index));
  return { ...household, members: left.map((person, index) => ({ ...person, ref: index + 1 })) };
}

function withAt(tree: unknown, [first, ...rest]: readonly Part[], value: unknown): unknown {
  if (first === undefined) return value;
  if (typeof first === 'number') {
    const list = Array.isArray(tree) ? [...tree] : [];
    list[Math.min(first, list.length)] = withAt(list[first], rest, value);
    return list;
  }
  const { [first]: old, ...others } = isTree(tree) ? (tree as Record<string, unknown>) : {};
  const inner = withAt(old, rest, value);
  return inner === undefined ? others : { ...others, [first]: inner };
}

/** Everything in which one declaration differs from another, answer by answer; a person who came or left is one change. */
export function changesBetween(before: unknown, after: unknown, place = ''): readonly Change[] {
  if (isSame(before, after)) return [];
  if (!isTree(before) || !isTree(after)) return [asChange(place, before, after)];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== 'ref');
  return keys.flatMap((key) => {
    const inner = Array.isArray(before) ? `${place}[${key}]` : `${place}${place === '' ? '' : '.'}${key}`;
    return changesBetween((before as Record<string, unknown>)[key], (after as Record<string, unknown>)[key], inner);
  });
}

function asChange(place: string, from: unknown, to: unknown): Change {
  return { place, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function withoutAbsent(place: string, base: unknown, theirs: unknown, yours: unknown): Conflict {
  const known = Object.entries({ base, theirs, yours }).filter(([, value]) => value !== undefined);
  return { place, ...Object.fromEntries(known) };
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalJson(one as Json) === canonicalJson(other as Json);
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
