import { type RefObject, useEffect, useRef, useState } from 'react';
import { type CodeReader, openCodeReader } from './code-reader.ts';

/** How the camera does. Its words are `office.codes.camera.<state>`. */
export type CameraState = 'starting' | 'looking' | 'slow' | 'refused' | 'none';

/** Between two looks: a code held still is read within a third of a second. */
const PAUSE_MS = 250;
/** Whoever read nothing for so long is told what else to do. */
const SLOW_MS = 20_000;

/** Looks through the camera for codes while the component stands; `onText` hears each text once as long as the same code is held. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onText: (text: string) => void): CameraState {
  const [state, setState] = useState<CameraState>('starting');
  const hear = useRef(onText);
  hear.current = onText;
  useEffect(() => {
    const world: Looking['world'] = { isOver: false, close: () => undefined };
    void look(video, { world, setState, onText: (text) => hear.current(text) });
    return () => {
      world.isOver = true;
      world.close();
    };
  }, [video]);
  return state;
}

type Looking = {
  readonly world: { isOver: boolean; close: () => void };
  readonly setState: (state: CameraState) => void;
  readonly onText: (text: string) => void;
};

async function look(video: RefObject<HTMLVideoElement | null>, looking: Looking): Promise<void> {
  const { world, setState } = looking;
  const stream = await openStream();
  if (typeof stream === 'string') return world.isOver ? undefined : setState(stream);
  const reader = await openCodeReader();
  world.close = () => {
    for (const track of stream.getTracks()) track.stop();
    reader.close();
  };
  if (world.isOver || video.current === null) return world.close();
  video.current.srcObject = stream;
  await video.current.play().catch(() => undefined);
  setState('looking');
  await readOn(video.current, reader, looking);
}

async function readOn(video: HTMLVideoElement, reader: CodeReader, { world, setState, onText }: Looking): Promise<void> {
  let before = '';
  let readAt = performance.now();
  while (!world.isOver) {
    const texts = await reader.readFrame(video).catch(() => []);
    for (const text of texts.filter((one) => one !== before && !world.isOver)) {
      before = text;
      onText(text);
    }
    if (texts.length > 0) readAt = performance.now();
    setState(performance.now() - readAt > SLOW_MS ? 'slow' : 'looking');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The camera at the back of a tablet, or the only one; `refused` when the agent or the browser said no. */
async function openStream(): Promise<MediaStream | 'refused' | 'none'> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) return 'none';
  try {
    return await mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } }, audio: false });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return ['NotAllowedError', 'SecurityError'].includes(name) ? 'refused' : 'none';
  }
}
