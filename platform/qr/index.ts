export { drawQr, type QrDrawing, toQrSvg } from './draw.ts';
export { toQrPng } from './draw-png.ts';
export { findQrCodes, type Picture } from './find.ts';
export { readQrCodesFromImage, readQrFromImage } from './read.ts';
