import type { Search } from './qr.worker.ts';

/** Reads codes from pictures: by the browser itself where it can, else by a worker that is loaded when it is first needed. */
export type CodeReader = {
  readFrame(video: HTMLVideoElement): Promise<readonly string[]>;
  readPicture(file: Blob): Promise<readonly string[]>;
  close(): void;
};

type Detector = { detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/** The longest side of what is looked at: a code of a whole page needs more points than one held before a camera. */
const FRAME_SIDE = 1280;
const PAGE_SIDE = 2340;

export async function openCodeReader(): Promise<CodeReader> {
  const detector = await ownDetector();
  const worker = openWorker();
  const byBrowser = async (source: ImageBitmapSource) => (await detector?.detect(source))?.map(({ rawValue }) => rawValue) ?? [];
  return {
    async readFrame(video) {
      if (video.videoWidth === 0) return [];
      if (detector) return byBrowser(video);
      return worker.find({ ...pointsOf(video, [video.videoWidth, video.videoHeight], FRAME_SIDE), isPage: false });
    },
    async readPicture(file) {
      const picture = await createImageBitmap(file);
      const found = await byBrowser(picture);
      if (found.length > 0) return found;
      return worker.find({ ...pointsOf(picture, [picture.width, picture.height], PAGE_SIDE), isPage: true });
    },
    close: worker.close,
  };
}

/** What the codes on a picture say; nothing where there is none, or it is no picture. */
export async function textsIn(file: Blob): Promise<readonly string[]> {
  const reader = await openCodeReader();
  try {
    return await reader.readPicture(file);
  } catch {
    return [];
  } finally {
    reader.close();
  }
}

async function ownDetector(): Promise<Detector | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    const formats = (await BarcodeDetector?.getSupportedFormats()) ?? [];
    return BarcodeDetector && formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : undefined;
  } catch {
    return undefined;
  }
}

/** One picture at a time: the next is looked at when the one before is done. */
function openWorker() {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const ask = (search: Search) =>
    new Promise<readonly string[]>((resolve, reject) => {
      worker ??= new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(search, [search.data.buffer as ArrayBuffer]);
    });
  return {
    find(search: Search): Promise<readonly string[]> {
      const found = last.then(() => ask(search));
      last = found.catch(() => undefined);
      return found;
    },
    close: () => worker?.terminate(),
  };
}

function pointsOf(source: CanvasImageSource, [width, height]: readonly [number, number], side: number) {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no canvas to look at a picture');
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, data };
}
