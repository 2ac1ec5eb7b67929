import { parentPort } from 'node:worker_threads';
import { readQrFromImage } from '#platform/qr';

parentPort?.on('message', (image: Uint8Array) => parentPort?.postMessage(readQrFromImage(image)));
