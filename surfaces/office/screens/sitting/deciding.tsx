import { useMemo, useState } from 'react';
import { AllDecided } from './all-decided.tsx';
import { BatchStop } from './batch-stop.tsx';
import { FileStop } from './file-stop.tsx';
import type { RoomLooks } from './room-looks.ts';
import type { FileNow, RoomNow } from './room-now.ts';
import { type Stop, stopAfter, stopsOf } from './stops.ts';
import type { RoomDeeds } from './use-room.ts';

type DecidingProps = { readonly room: RoomNow; readonly deeds: RoomDeeds; readonly looks: RoomLooks };

/** One stop after the other: what is decided makes room for what is next, until nothing is left. */
export function Deciding({ room, deeds, looks }: DecidingProps) {
  const walk = useWalk(room);
  const { here } = walk;
  if (here === undefined) return <AllDecided room={room} walk={walk} deeds={deeds} />;
  if (here.kind === 'batch')
    return <BatchStop key={firstOf(here)?.application} room={room} files={here.files} deeds={deeds} walk={walk} looks={looks} />;
  return <FileStop key={here.file.application} room={room} file={here.file} deeds={deeds} walk={walk} looks={looks} />;
}

export type Walk = ReturnType<typeof useWalk>;

/** Where the sitting is. `alone`: a file that somebody went to by itself, decided or not. */
function useWalk(room: RoomNow) {
  const [at, setAt] = useState<{ readonly application: string; readonly alone: boolean }>();
  const [pulledOut, setPulledOut] = useState<ReadonlySet<string>>(new Set());
  const { files } = room;
  const stops = useMemo(() => stopsOf(files, pulledOut, room.rules.batchSize), [files, pulledOut, room.rules.batchSize]);
  const file = files.find(({ application }) => application === at?.application);
  const go = (to: FileNow | undefined, alone = true) => {
    if (to !== undefined) setAt({ application: to.application, alone });
  };
  return {
    stops,
    here:
      at?.alone === true && file !== undefined
        ? ({ kind: 'file', file } as const)
        : (stops.find((stop) => holds(stop, file)) ?? stops[0]),
    go,
    /** To the file so many places on in the agenda, decided or not. */
    step(from: FileNow, by: number) {
      go(files.find(({ position }) => position === from.position + by));
    },
    /** Goes on after files that were just decided or pulled out: neither is drawn yet. */
    onFrom(done: readonly FileNow[], justOut: readonly string[] = []) {
      const gone = new Set(done.map(({ application }) => application));
      const left = files.map((one) => (gone.has(one.application) ? { ...one, ruling: one.ruling ?? pending } : one));
      const next = stopAfter(
        stopsOf(left, new Set([...pulledOut, ...justOut]), room.rules.batchSize),
        Math.min(...done.map(({ position }) => position)),
      );
      if (next === undefined) setAt(undefined);
      else go(firstOf(next), false);
    },
    /** To what is left to decide. */
    resume: () => setAt(undefined),
    pullOut(applications: readonly string[]) {
      setPulledOut(new Set([...pulledOut, ...applications]));
    },
  };
}

/** Stands for a ruling that was made a moment ago. */
const pending: NonNullable<FileNow['ruling']> = {
  ...{ id: '', sequence: 0, outcome: 'poor', reason: 'as-scored', againstScore: false },
  ...{ opinions: [], ruledAt: '', needsSecond: false },
};

function holds(stop: Stop, file: FileNow | undefined): boolean {
  if (file === undefined) return false;
  return (stop.kind === 'file' ? [stop.file] : stop.files).some(({ application }) => application === file.application);
}

function firstOf(stop: Stop): FileNow | undefined {
  return stop.kind === 'file' ? stop.file : stop.files[0];
}
