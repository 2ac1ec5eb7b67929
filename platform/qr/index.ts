export { drawQr, type QrDrawing, toQrPng, toQrSvg } from './draw.ts';
export { readQrFromImage } from './read.ts';
