import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText, Words } from '../../client/words.tsx';
import type { Walk } from './deciding.tsx';
import { JumpDialog } from './jump-dialog.tsx';
import { KeyButton } from './key-button.tsx';
import type { RoomNow } from './room-now.ts';
import { undoIn } from './undoing.ts';
import type { RoomDeeds } from './use-room.ts';

type AllDecidedProps = { readonly room: RoomNow; readonly walk: Walk; readonly deeds: RoomDeeds };

/** Nothing is left: what must still be done before the minutes are sealed, and the way back into any file. */
export function AllDecided({ room, walk, deeds }: AllDecidedProps) {
  const [, go] = useLocation();
  const text = useText();
  const [shows, setShows] = useState<'jump'>();
  const back = () => setShows(undefined);
  return (
    <section className="all-decided" aria-labelledby="all-decided">
      <h2 id="all-decided">
        <Words k="office.sitting.all-decided" facts={{ files: room.files.length }} />
      </h2>
      {room.awaiting.length === 0 ? null : (
        <p className="room-warning" role="status">
          <Words k="office.sitting.awaiting" facts={{ count: room.awaiting.length }} />
        </p>
      )}
      <div className="ruling-more">
        <KeyButton shortcut="sitting-close" look="primary" onAct={() => go(`/sittings/${room.sitting.id}`)}>
          <Words k="office.sitting.to-closing" />
        </KeyButton>
        <KeyButton shortcut="undo" onAct={() => undoIn({ room, deeds, walk }, text)}>
          <Words k="office.sitting.way.undo" />
        </KeyButton>
        <KeyButton shortcut="sitting-jump" onAct={() => setShows('jump')}>
          <Words k="office.sitting.way.sitting-jump" />
        </KeyButton>
      </div>
      {shows === 'jump' ? <JumpDialog files={room.files} onGo={walk.go} onBack={back} /> : null}
    </section>
  );
}
