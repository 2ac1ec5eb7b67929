import { create, type QRCodeSegment } from 'qrcode';

/** A drawing of dark squares in a square of `side` units; the four light units that a reader needs around are inside. */
export type QrDrawing = { readonly side: number; readonly path: string };

export const QUIET_ZONE = 4;
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/;

/** The drawing as an SVG path, one sub-path for each run of dark squares. Level M: a code survives the loss of 15 % of it. */
export function drawQr(text: string): QrDrawing {
  const { size, isDark } = modulesOf(text);
  const runs = Array.from({ length: size }, (_, row) => runsOf(row, size, isDark)).flat();
  return { side: size + 2 * QUIET_ZONE, path: runs.join('') };
}

/** A whole SVG, black on white whatever the page's theme. `label` is what a person who cannot see it hears. */
export function toQrSvg(text: string, label: string): string {
  const { side, path } = drawQr(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeAttribute(label)}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  );
}

/** Alphanumeric mode whenever the text allows it, as base45 does: a byte mode would make the same code a third larger. */
export function modulesOf(text: string): { size: number; isDark: (row: number, column: number) => boolean } {
  const mode = ALPHANUMERIC.test(text) ? 'alphanumeric' : 'byte';
  const { modules } = create([{ data: mode === 'byte' ? new TextEncoder().encode(text) : text, mode } as QRCodeSegment], {
    errorCorrectionLevel: 'M',
  });
  const inside = (at: number) => at >= 0 && at < modules.size;
  return { size: modules.size, isDark: (row, column) => inside(row) && inside(column) && modules.get(row, column) === 1 };
}

function runsOf(row: number, size: number, isDark: (row: number, column: number) => boolean): string[] {
  const runs: string[] = [];
  for (let column = 0; column < size; column += 1) {
    const start = column;
    while (isDark(row, column)) column += 1;
    if (column > start) runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${column - start}v1h-${column - start}z`);
  }
  return runs;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
