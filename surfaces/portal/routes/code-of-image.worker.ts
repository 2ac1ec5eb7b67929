import { parentPort, workerData } from 'node:worker_threads';
import { readQrFromImage } from '#platform/qr';

parentPort?.postMessage(readQrFromImage(workerData as Uint8Array));
