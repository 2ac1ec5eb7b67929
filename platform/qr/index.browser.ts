export { drawQr, type QrDrawing } from './draw.ts';
export { findQrCodes, type Picture } from './find.ts';
