type Detector = { detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = { new (options: { formats: readonly string[] }): Detector };

const PAUSE_MS = 250;
const SIDE = 1_000;

/** Looks through the camera until a code is read, or it is closed. `false` where there is no camera to look through. */
export async function readByCamera(video: HTMLVideoElement, onText: (text: string) => void): Promise<(() => void) | false> {
  const stream = await navigator.mediaDevices
    ?.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1_920 } }, audio: false })
    .catch(() => undefined);
  if (!stream) return false;
  let isOpen = true;
  const close = () => {
    isOpen = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play().catch(() => undefined);
  void look();
  return close;

  async function look(): Promise<void> {
    const read = await openReader();
    while (isOpen) {
      const found = video.videoWidth === 0 ? undefined : await read(video).catch(() => undefined);
      if (found !== undefined && isOpen) return onText(found);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** By the browser itself where it knows codes, else by a library that is loaded then. */
async function openReader(): Promise<(video: HTMLVideoElement) => Promise<string | undefined>> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (BarcodeDetector) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { findQr } = await import('../../../platform/qr/find.ts');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    pen?.drawImage(video, 0, 0, canvas.width, canvas.height);
    const points = pen?.getImageData(0, 0, canvas.width, canvas.height);
    return points && findQr({ width: canvas.width, height: canvas.height, data: points.data });
  };
}
