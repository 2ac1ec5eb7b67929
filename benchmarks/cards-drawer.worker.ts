import { parentPort, workerData } from 'node:worker_threads';
import { drawCard } from './cards-drawer.ts';

/** Draws its part of the cards and says how long that took, once it is warm. */
const { first, count } = workerData as { readonly first: number; readonly count: number };
for (let n = 0; n < 200; n += 1) drawCard(n);
parentPort?.postMessage('ready');
parentPort?.once('message', () => {
  let length = 0;
  for (let n = first; n < first + count; n += 1) length += drawCard(n);
  parentPort?.postMessage(length);
});
