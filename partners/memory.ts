/** A map that forgets what was used longest ago once it holds `limit` entries. */
export type Memory<Value> = {
  readonly find: (key: string) => Value | undefined;
  readonly keep: (key: string, value: Value) => void;
};

export function boundedMemory<Value>(limit: number): Memory<Value> {
  const entries = new Map<string, Value>();
  return {
    find(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    keep(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > limit) dropOldest(entries);
    },
  };
}

/** Counts the questions, known by their traces, put more than once: exactly as long as no more than `limit` distinct ones were put. */
export type RepeatWatch = { readonly see: (trace: number) => void; readonly repeated: () => number };

export function repeatWatch(limit: number): RepeatWatch {
  const seen = new Set<number>();
  const again = new Set<number>();
  return {
    see(trace) {
      if (seen.has(trace)) again.add(trace);
      seen.add(trace);
      if (seen.size > limit) dropOldest(seen);
    },
    repeated: () => again.size,
  };
}

function dropOldest(collection: Map<string, unknown> | Set<number>): void {
  const oldest = collection.keys().next();
  if (!oldest.done) collection.delete(oldest.value as never);
}

/** 53 bits of a text (cyrb53, public domain): half a million questions are watched in tens of megabytes, and no name is kept. */
export function toTrace(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
