import { useEffect, useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import type { Room } from '../../offline/index.ts';

const MEGABYTE = 1_048_576;

/** How much waits, how much room is left, and that clearing the browser would clear it too. */
export function RoomLine({ bytes }: { readonly bytes: number }) {
  const { kept } = useOffice();
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    let isHere = true;
    void kept.room().then((asked) => isHere && setRoom(asked));
    return () => {
      isHere = false;
    };
  }, [kept]);
  return (
    <p className="hint">
      <Words k="office.outbox.size" facts={{ megabytes: toMegabytes(bytes) }} />{' '}
      {room?.left === undefined ? null : <Words k="office.outbox.room" facts={{ megabytes: toMegabytes(room.left) }} />}{' '}
      {room === undefined || room.kept ? null : <Words k="office.outbox.not-kept" />}
    </p>
  );
}

function toMegabytes(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 10) / 10;
}
