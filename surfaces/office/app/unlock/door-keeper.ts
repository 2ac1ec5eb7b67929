import type { Session, SignedIn } from '../../client/session.ts';
import { isOpened, type NotOpened, type OfficeComputer, type Vault } from '../../offline/index.ts';
import { type DoorKeeper, type Opened, tileOf } from './door.tsx';

const SESSION = 'session';

/** The door of this very computer. Who an agent is, and at which post, is kept in the vault for the days without network. */
export function doorKeeper(computer: OfficeComputer): DoorKeeper {
  const opened = async (vault: Vault | NotOpened, session?: Session): Promise<Opened | NotOpened> => {
    if (!isOpened(vault)) return vault;
    if (session !== undefined) await vault.write({ store: 'settings', key: SESSION, value: session });
    const known = session ?? (await vault.read<Session>('settings', SESSION).catch(() => undefined));
    if (known === undefined) {
      vault.lock();
      return { refused: 'server-needed', why: 'no-pin' };
    }
    return { vault, session: known, hasPin: await computer.hasPin(vault.agent) };
  };
  return {
    tiles: computer.listTiles,
    openByPin: async (agent, pin) => opened(await computer.openByPin(agent, pin)),
    openSignedIn: async (signedIn) => opened(await computer.openSignedIn(toAgent(signedIn)), toSession(signedIn)),
    async changePost(opened, signedIn) {
      const session = toSession(signedIn);
      await opened.vault.write({ store: 'settings', key: SESSION, value: session });
      return { ...opened, session };
    },
    openSignedInByPin: async (signedIn, pin) =>
      opened(await computer.openByPinAndKeep(toAgent(signedIn), pin), toSession(signedIn)),
  };
}

function toAgent(signedIn: SignedIn) {
  return { ...tileOf(signedIn), vaultSecret: signedIn.vaultSecret, offlineDays: signedIn.offlineDays };
}

function toSession({ vaultSecret: _opens, offlineDays: _bounds, recoveryCodes: _shown, ...session }: SignedIn): Session {
  return session;
}
