import { keepExportSecret } from './export.ts';
import {
  changeKeyring,
  findKeyring,
  type Keyring,
  MOST_WRONG_PINS,
  makeKeyring,
  newDataKey,
  unwrapByPin,
  unwrapByServer,
  wrapByPin,
  wrapByServer,
} from './keyring.ts';
import { openShelf, type Shelf } from './shelf.ts';
import { openVault, type Vault } from './vault.ts';
import type { Bytes, World } from './world.ts';

/** Who works at this computer: what the tiles show before anybody has opened anything. Nothing else lies open. */
export type Tile = {
  readonly agent: string;
  readonly names: { readonly fr: string; readonly ar: string };
  readonly post: string;
  readonly office: { readonly fr: string; readonly ar: string };
};

/** What a sign-in at the server tells of an agent: their own secret there, and for how many days the PIN alone opens. */
export type SignedInAgent = Tile & { readonly vaultSecret: string; readonly offlineDays: number };

export type NotOpened =
  | { readonly refused: 'wrong-pin'; readonly triesLeft: number }
  /** Only a sign-in at the server opens now; nothing is lost. */
  | { readonly refused: 'server-needed'; readonly why: 'wrong-pins' | 'too-long' | 'no-pin' }
  /** The server's key is another than the one this work was sealed with: the PIN opens it. */
  | { readonly refused: 'pin-needed' }
  | { readonly refused: 'unknown-agent' };

export type Room = { readonly kept: boolean; readonly used: number | undefined; readonly left: number | undefined };

export type OfficeComputer = {
  listTiles(): Promise<readonly Tile[]>;
  hasPin(agent: string): Promise<boolean>;
  /** After a sign-in at the server: opens the agent's vault, or makes it the first time. */
  openSignedIn(agent: SignedInAgent): Promise<Vault | NotOpened>;
  openByPin(agent: string, pin: string): Promise<Vault | NotOpened>;
  /** When only the PIN could open after the server changed its key: from now on the new secret opens too. */
  openByPinAndKeep(agent: SignedInAgent, pin: string): Promise<Vault | NotOpened>;
  /** The server has answered this agent: the days without it begin anew. */
  noteOnline(agent: string): Promise<void>;
  /** Asks the browser to keep the work, and tells how much room there is. */
  askRoom(): Promise<Room>;
  close(): void;
};

const DAY = 86_400_000;
const SHORTEST_PIN = 6;

export function isOpened(found: Vault | NotOpened): found is Vault {
  return !('refused' in found);
}

/** Six digits or more that are not all one digit and not a row: the first that a stranger tries. */
export function isGoodPin(pin: string): boolean {
  if (!/^\d+$/.test(pin) || pin.length < SHORTEST_PIN) return false;
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
  return steps.size > 1 || Math.abs([...steps][0] ?? 0) > 1;
}

export async function openOfficeComputer(world: World): Promise<OfficeComputer> {
  const shelf = await openShelf(world);
  const desk = { world, shelf };
  return {
    listTiles: async () => (await shelf.readOpen<readonly Tile[]>('tiles')) ?? [],
    hasPin: async (agent) => (await findKeyring(shelf, agent))?.pin !== undefined,
    openSignedIn: (agent) => openSignedIn(desk, agent),
    openByPin: (agent, pin) => openByPin(desk, agent, pin),
    async openByPinAndKeep(agent, pin) {
      const dataKey = await dataKeyByPin(desk, agent.agent, pin);
      return 'refused' in dataKey ? dataKey : keepSignIn(desk, agent, dataKey);
    },
    async noteOnline(agent) {
      await changeKeyring(shelf, agent, (ring) => ({ ...ring, lastOnline: world.now() }));
    },
    askRoom: () => askRoom(world),
    close: () => shelf.close(),
  };
}

type Computer = { readonly world: World; readonly shelf: Shelf };

async function openSignedIn(desk: Computer, agent: SignedInAgent): Promise<Vault | NotOpened> {
  const ring = (await findKeyring(desk.shelf, agent.agent)) ?? (await firstKeyring(desk, agent));
  const dataKey = await unwrapByServer(desk.world, desk.shelf, { ring, secret: agent.vaultSecret });
  return dataKey ? keepSignIn(desk, agent, dataKey) : { refused: 'pin-needed' };
}

async function firstKeyring({ world, shelf }: Computer, { agent, vaultSecret, offlineDays }: SignedInAgent): Promise<Keyring> {
  const { name, wrapped } = await wrapByServer(world, shelf, { agent, secret: vaultSecret, dataKey: newDataKey(world) });
  const byServer = { [name]: wrapped };
  return makeKeyring(shelf, { agent, byServer, wrongPins: 0, lastOnline: world.now(), offlineDays });
}

/** The agent stands among the tiles, the server's present secret opens, and the count of wrong PINs begins anew. */
async function keepSignIn({ world, shelf }: Computer, signedIn: SignedInAgent, dataKey: Bytes): Promise<Vault> {
  const { agent, names, post, office, vaultSecret, offlineDays } = signedIn;
  const { name, wrapped } = await wrapByServer(world, shelf, { agent, secret: vaultSecret, dataKey });
  await changeKeyring(shelf, agent, (ring) => ({
    ...ring,
    byServer: { ...ring.byServer, [name]: wrapped },
    wrongPins: 0,
    lastOnline: world.now(),
    offlineDays,
  }));
  await shelf.changeOpen<readonly Tile[]>('tiles', (tiles = []) => [
    ...tiles.filter((tile) => tile.agent !== agent),
    { agent, names, post, office },
  ]);
  const vault = await open({ world, shelf }, agent, dataKey);
  await keepExportSecret(vault, vaultSecret);
  return vault;
}

async function openByPin(desk: Computer, agent: string, pin: string): Promise<Vault | NotOpened> {
  const dataKey = await dataKeyByPin(desk, agent, pin);
  return 'refused' in dataKey ? dataKey : open(desk, agent, dataKey);
}

/**
 * A try is counted before the PIN is, so that closing the browser in between gains nothing. The fifth wrong one in a row destroys the wrapping by
 * the PIN. A clock that stands before the last sign-in shuts nobody out: batteries of old computers are flat, and the days bound habit, not thieves.
 */
async function dataKeyByPin({ world, shelf }: Computer, agent: string, pin: string): Promise<Bytes | NotOpened> {
  const found = await findKeyring(shelf, agent);
  if (!found) return { refused: 'unknown-agent' };
  if (!found.pin) return { refused: 'server-needed', why: found.wrongPins >= MOST_WRONG_PINS ? 'wrong-pins' : 'no-pin' };
  if (world.now() - found.lastOnline > found.offlineDays * DAY) return { refused: 'server-needed', why: 'too-long' };
  const ring = await changeKeyring(shelf, agent, (earlier) => ({ ...earlier, wrongPins: earlier.wrongPins + 1 }));
  if (ring.wrongPins > MOST_WRONG_PINS) return destroyPin(shelf, agent);
  const dataKey = await unwrapByPin(world, shelf, { ring, pin });
  if (dataKey) {
    await changeKeyring(shelf, agent, (earlier) => ({ ...earlier, wrongPins: 0 }));
    return dataKey;
  }
  const triesLeft = MOST_WRONG_PINS - ring.wrongPins;
  return triesLeft > 0 ? { refused: 'wrong-pin', triesLeft } : destroyPin(shelf, agent);
}

async function destroyPin(shelf: Shelf, agent: string): Promise<NotOpened> {
  await changeKeyring(shelf, agent, ({ pin: _destroyed, ...rest }) => ({ ...rest, wrongPins: MOST_WRONG_PINS }));
  return { refused: 'server-needed', why: 'wrong-pins' };
}

function open({ world, shelf }: Computer, agent: string, dataKey: Bytes): Promise<Vault> {
  return openVault({
    world,
    shelf,
    agent,
    dataKey,
    async setPin(pin, key) {
      if (!isGoodPin(pin)) throw new Error('weak-pin');
      const wrapped = await wrapByPin(world, shelf, { agent, pin, dataKey: key });
      await changeKeyring(shelf, agent, (ring) => ({ ...ring, pin: wrapped, wrongPins: 0 }));
    },
    onLock: () => dataKey.fill(0),
  });
}

async function askRoom({ storage }: World): Promise<Room> {
  const kept = (await storage?.persisted?.()) === true || (await storage?.persist?.()) === true;
  const { usage, quota } = (await storage?.estimate?.()) ?? {};
  return { kept, used: usage, left: quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage) };
}
