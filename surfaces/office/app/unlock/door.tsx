import { useEffect, useState } from 'react';
import type { Session, SignedIn } from '../../client/session.ts';
import type { NotOpened, Tile, Vault } from '../../offline/index.ts';
import { SignIn } from '../sign-in.tsx';
import { NewPin } from './new-pin.tsx';
import { PinEntry } from './pin-entry.tsx';
import { Tiles } from './tiles.tsx';

/** What the door needs of the computer; tests bring another. */
export type DoorKeeper = {
  tiles(): Promise<readonly Tile[]>;
  openByPin(agent: string, pin: string): Promise<Opened | NotOpened>;
  openSignedIn(signedIn: SignedIn): Promise<Opened | NotOpened>;
  openSignedInByPin(signedIn: SignedIn, pin: string): Promise<Opened | NotOpened>;
  /** The same agent at another of their posts, kept so. */
  changePost(opened: Opened, signedIn: SignedIn): Promise<Opened>;
};

export type Opened = { readonly vault: Vault; readonly session: Session; readonly hasPin: boolean };

type Place =
  | { readonly at: 'tiles'; readonly tiles: readonly Tile[] }
  | { readonly at: 'pin'; readonly tile: Tile }
  | { readonly at: 'sign-in'; readonly why?: NotOpened }
  | { readonly at: 'old-pin'; readonly signedIn: SignedIn }
  | { readonly at: 'new-pin'; readonly opened: Opened };

/** The door of the office on a shared computer: who works here, and what opens for them: a PIN, or a sign-in at the server. */
export function Door({ keeper, onOpen }: { readonly keeper: DoorKeeper; readonly onOpen: (opened: Opened) => void }) {
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    void keeper.tiles().then((tiles) => setPlace(tiles.length === 0 ? { at: 'sign-in' } : { at: 'tiles', tiles }));
  }, [keeper]);
  const enter = (opened: Opened) => (opened.hasPin ? onOpen(opened) : setPlace({ at: 'new-pin', opened }));
  const toServer = (why?: NotOpened) => setPlace({ at: 'sign-in', ...(why === undefined ? {} : { why }) });
  const afterSignIn = async (signedIn: SignedIn) => {
    const opened = await keeper.openSignedIn(signedIn);
    if (!('refused' in opened)) enter(opened);
    else if (opened.refused === 'pin-needed') setPlace({ at: 'old-pin', signedIn });
    else toServer(opened);
  };
  if (place === undefined) return null;
  switch (place.at) {
    case 'tiles':
      return <Tiles tiles={place.tiles} onChoose={(tile) => setPlace({ at: 'pin', tile })} onOther={() => toServer()} />;
    case 'pin':
      return (
        <PinEntry tile={place.tile} open={(pin) => keeper.openByPin(place.tile.agent, pin)} onOpen={enter} onServer={toServer} />
      );
    case 'old-pin':
      return (
        <PinEntry
          tile={tileOf(place.signedIn)}
          isAfterChange
          open={(pin) => keeper.openSignedInByPin(place.signedIn, pin)}
          onOpen={enter}
          onServer={toServer}
        />
      );
    case 'new-pin':
      return <NewPin setPin={place.opened.vault.setPin} onDone={() => onOpen(place.opened)} />;
    default:
      return <SignIn onSignedIn={(signedIn) => void afterSignIn(signedIn)} why={place.why} />;
  }
}

export function tileOf({ agent, post }: Session): Tile {
  return { agent: agent.id, names: agent.names, post: post.role, office: post.place };
}
