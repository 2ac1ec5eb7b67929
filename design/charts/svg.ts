import type { Direction } from './chart.ts';

/** Text and attributes of a drawing: what people wrote never becomes markup. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Where a share of the width stands, counted from where the reader begins. */
export function along(share: number, direction: Direction): string {
  const from = Math.min(1, Math.max(0, share));
  return `${round(100 * (direction === 'rtl' ? 1 - from : from))}%`;
}

/** The side of a stretch that a rectangle begins at, and how wide it is. */
export function stretch(from: number, to: number, direction: Direction): { readonly x: string; readonly width: string } {
  return {
    x: along(direction === 'rtl' ? to : from, direction),
    width: `${round(100 * Math.max(0, Math.min(1, to) - Math.max(0, from)))}%`,
  };
}

/** Text that begins, or ends, where the reader's line does. */
export function label(
  at: { readonly share: number; readonly y: number },
  text: string,
  side: 'start' | 'middle' | 'end',
  direction: Direction,
): string {
  return `<text x="${along(at.share, direction)}" y="${at.y}" text-anchor="${side}" fill="currentColor" font-size="14">${escapeText(text)}</text>`;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
