import type { Entry, Item, State } from './item.ts';

/** After so many failures of its own an item lets those of other files pass; after twice as many it is set aside. */
export const LETS_OTHERS_PASS = 5;
export const SET_ASIDE = 10;

const unsentStates: ReadonlySet<State> = new Set<State>(['waiting', 'sent', 'refused', 'quarantined']);
const onTheWay: ReadonlySet<State> = new Set<State>(['waiting', 'sent']);

/** Whether the server has yet to hear of it, or to accept it. */
export function isUnsent({ standing }: Entry): boolean {
  return unsentStates.has(standing.state);
}

/** Why an item that could be sent is not: what it needs has not arrived, was refused or is broken. */
export type Hold = { readonly by: string; readonly why: 'not-arrived' | 'refused' | 'broken' };

/**
 * What is sent next, in the order in which it was done. An item waits for those of its own file that are on their way, and for those it needs to have
 * arrived; refused and broken ones hold up only what needs them. `passed`: already tried in this round.
 */
export function nextToSend(
  entries: readonly Entry[],
  passed: ReadonlySet<string> = new Set(),
  damaged: readonly string[] = [],
): Item | undefined {
  const busy = new Set<string>();
  const known = byId(entries, damaged);
  for (const { item, standing } of inOrder(entries)) {
    if (!onTheWay.has(standing.state)) continue;
    if (holdOf(item, known)) continue;
    if (!busy.has(item.file) && !passed.has(item.id)) return item;
    busy.add(item.file);
  }
  return undefined;
}

/** What holds an item back, for people to read. Ids that are no longer known had arrived and were cleared away. */
export function holdOf(item: Item, known: ReadonlyMap<string, Entry | 'damaged'>): Hold | undefined {
  for (const id of item.waitsFor) {
    const needed = latestOf(id, known);
    if (needed === 'damaged') return { by: id, why: 'broken' };
    if (needed === undefined || needed.standing.state === 'acknowledged') continue;
    const { state } = needed.standing;
    const why = onTheWay.has(state) ? 'not-arrived' : state === 'quarantined' ? 'broken' : 'refused';
    return { by: needed.item.id, why };
  }
  return undefined;
}

export function byId(entries: readonly Entry[], damaged: readonly string[] = []): ReadonlyMap<string, Entry | 'damaged'> {
  return new Map<string, Entry | 'damaged'>([
    ...entries.map((entry) => [entry.item.id, entry] as const),
    ...damaged.map((id) => [id, 'damaged'] as const),
  ]);
}

export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => a.item.seq - b.item.seq);
}

/** Whether it, or what was done in its place, is at the server. */
export function hasArrived(id: string, known: ReadonlyMap<string, Entry | 'damaged'>): boolean {
  const latest = latestOf(id, known);
  return latest !== undefined && latest !== 'damaged' && latest.standing.state === 'acknowledged';
}

/**
 * What the server calls the file of a page: a family may have sent the very request that an agent typed, and the deed then gives the name it has
 * there. Undefined: as the page says.
 */
export function fileAtServer(item: Item, known: ReadonlyMap<string, Entry | 'damaged'>): string | undefined {
  for (const id of item.waitsFor) {
    const needed = latestOf(id, known);
    const output = needed === undefined || needed === 'damaged' ? undefined : needed.standing.output;
    if (typeof output !== 'object' || output === null || !('application' in output)) continue;
    if (typeof output.application === 'string') return output.application;
  }
  return undefined;
}

/** Who needs a refused item needs what was done in its place. */
function latestOf(id: string, known: ReadonlyMap<string, Entry | 'damaged'>): Entry | 'damaged' | undefined {
  const found = known.get(id);
  if (found === undefined || found === 'damaged' || found.standing.state !== 'replaced') return found;
  for (const other of known.values())
    if (other !== 'damaged' && other.item.replaces === id) return latestOf(other.item.id, known);
  return found;
}
