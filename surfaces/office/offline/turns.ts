import type { Shelf } from './shelf.ts';
import type { World } from './world.ts';

/** Lets one tab of a browser do a thing at a time. Gives undefined, having done nothing, when another tab is at it. */
export type Turns = { take<T>(name: string, work: () => Promise<T>): Promise<T | undefined> };

export type Locks = {
  request<T>(name: string, options: { ifAvailable: true }, work: (lock: unknown) => Promise<T>): Promise<T>;
};

/** The browser's own locks: let go of by themselves when a tab is closed. */
export function turnsByLocks(locks: Locks): Turns {
  return {
    take: (name, work) => locks.request(name, { ifAvailable: true }, async (lock) => (lock ? work() : undefined)),
  };
}

type Lease = { readonly holder: string; readonly until: number };
const LEASE = 120_000;

/**
 * Where a browser has no locks: a lease on the shelf. A lease that seems to last longer than any lease does is from a clock that was set back. Two
 * tabs that send at once do no harm, since each deed has its key; they only ask twice.
 */
export function turnsByLease(shelf: Shelf, world: Pick<World, 'now'>, holder: string): Turns {
  return {
    async take(name, work) {
      const now = world.now();
      const lease = await shelf.changeOpen<Lease | undefined>(`turn:${name}`, (held) => {
        const isHeld = held !== undefined && held.holder !== holder && held.until > now && held.until <= now + LEASE;
        return isHeld ? held : { holder, until: now + LEASE };
      });
      if (lease?.holder !== holder) return undefined;
      try {
        return await work();
      } finally {
        await shelf.changeOpen<Lease | undefined>(`turn:${name}`, (held) => (held?.holder === holder ? undefined : held));
      }
    },
  };
}
