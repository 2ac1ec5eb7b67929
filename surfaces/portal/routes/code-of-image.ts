import { Worker } from 'node:worker_threads';

/** A photograph that takes longer than this is made to take long. */
const LONGEST_MS = 10_000;

let turn: Promise<unknown> = Promise.resolve();
let reader: Worker | undefined;

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
  const worker = reader ?? openReader();
  return new Promise((resolve) => {
    const finish = (text: string | undefined) => {
      clearTimeout(tooLong);
      // Not all listeners: a worker hears from its thread through some of its own.
      worker.off('message', finish).off('error', giveUp);
      resolve(text);
    };
    // A picture that breaks its reader, or never ends, is a picture without a code; the next one gets another reader.
    const giveUp = () => {
      reader = undefined;
      void worker.terminate();
      finish(undefined);
    };
    const tooLong = setTimeout(giveUp, LONGEST_MS);
    worker.once('message', finish);
    worker.once('error', giveUp);
    worker.postMessage(image);
  });
}

/** Kept for the next picture, since starting one takes longer than reading most; it never keeps the server from stopping. */
function openReader(): Worker {
  reader = new Worker(new URL('./code-of-image.worker.ts', import.meta.url));
  reader.unref();
  return reader;
}
