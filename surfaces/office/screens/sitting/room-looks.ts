import { useEffect, useState } from 'react';

const SIZE = 'ramed.room-size';
const NAMES = 'ramed.room-names';
const sizes = [1, 1.25, 1.5] as const;

/** How the room looks on this computer: as large as a projector needs, and with the names hidden until a file is decided. */
export function useRoomLooks() {
  const [size, setSize] = useState(() => Math.max(0, sizes.indexOf(Number(localStorage.getItem(SIZE) ?? 1) as 1)));
  const [hidesNames, setHidesNames] = useState(() => localStorage.getItem(NAMES) === 'hidden');
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.room = String(size);
    localStorage.setItem(SIZE, String(sizes[size] ?? 1));
    return () => {
      delete dataset.room;
    };
  }, [size]);
  return {
    size,
    hidesNames,
    resize: (step: number) => setSize((now) => Math.min(sizes.length - 1, Math.max(0, now + step))),
    turnNames() {
      localStorage.setItem(NAMES, hidesNames ? 'shown' : 'hidden');
      setHidesNames(!hidesNames);
    },
  };
}

export type RoomLooks = ReturnType<typeof useRoomLooks>;
