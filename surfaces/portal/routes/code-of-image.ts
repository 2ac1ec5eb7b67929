import { Worker } from 'node:worker_threads';

/** A photograph that takes longer than this is made to take long. */
const LONGEST_MS = 10_000;

let turn: Promise<unknown> = Promise.resolve();

/**
 * The text of the code in a PNG or JPEG photograph, undefined when there is none. Unpacking a picture takes seconds of a processor and
 * hundreds of megabytes, so it is done beside the server, one at a time: nobody's page waits for another's photograph.
 */
export function readCode(image: Uint8Array): Promise<string | undefined> {
  const reading = turn.then(() => readAside(image));
  turn = reading;
  return reading;
}

function readAside(image: Uint8Array): Promise<string | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./code-of-image.worker.ts', import.meta.url), { workerData: image });
    const tooLong = setTimeout(() => end(undefined), LONGEST_MS);
    const end = (text: string | undefined) => {
      clearTimeout(tooLong);
      resolve(text);
      void worker.terminate();
    };
    worker.once('message', end);
    // A picture that breaks its reader is a picture without a code.
    worker.once('error', () => end(undefined));
  });
}
