import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { isOpened, type OfficeComputer, openOfficeComputer, type SignedInAgent } from '../office-computer.ts';
import type { Vault } from '../vault.ts';
import type { World } from '../world.ts';

/** A computer of an office, whose disk outlives its browser and whose clock can be set. */
export type AComputer = { readonly world: World; readonly clock: { now: number }; openBrowser(): Promise<OfficeComputer> };

export function aComputer(at = '2026-11-28T08:30:00Z'): AComputer {
  const clock = { now: Date.parse(at) };
  const indexedDB = new IDBFactory() as unknown as World['indexedDB'];
  const keyRange = IDBKeyRange as unknown as World['keyRange'];
  const world = { indexedDB, keyRange, crypto: globalThis.crypto, now: () => clock.now };
  return { world, clock, openBrowser: () => openOfficeComputer(world) };
}

export function anAgent(agent = 'agent-1', over: Partial<SignedInAgent> = {}): SignedInAgent {
  return {
    agent,
    names: { fr: 'Salma Counter', ar: 'سلمى' },
    post: 'counter-agent',
    office: { fr: 'Azilal', ar: 'أزيلال' },
    vaultSecret: `secret of ${agent}`,
    offlineDays: 30,
    ...over,
  };
}

export async function openedBySignIn(computer: OfficeComputer, agent = anAgent()): Promise<Vault> {
  const vault = await computer.openSignedIn(agent);
  if (!isOpened(vault)) throw new Error(`not opened: ${vault.refused}`);
  return vault;
}
