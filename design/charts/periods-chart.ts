import type { Direction } from './chart.ts';
import { escapeText, label, stretch } from './svg.ts';

/** Stretches of time as shares of the width; each row with its name. */
export type PeriodsRow = {
  readonly label: string;
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly look: 'one' | 'other' | 'both';
};

export type PeriodsFrame = {
  readonly title: string;
  readonly direction: Direction;
  /** What stands under the first day, the middle and the last. */
  readonly ends: readonly [string, string, string];
};

const ROW = 44;
const AXIS = 28;
const colours = { one: 'var(--nila)', other: 'var(--terracotta)', both: 'var(--ink)' } as const;

/** A line of time for each row. What is shared is told by its height and its hatching, not by its colour alone. */
export function periodsChart(rows: readonly PeriodsRow[], { title, direction, ends }: PeriodsFrame): string {
  const height = rows.length * ROW + AXIS;
  const y = height - AXIS + 4;
  const [first, middle, last] = ends;
  return [
    `<svg class="chart" role="img" aria-label="${escapeText(title)}" direction="${direction}" width="100%" height="${height}">`,
    ...rows.map((row, place) => drawRow(row, place * ROW, direction)),
    `<line x1="0%" x2="100%" y1="${y}" y2="${y}" stroke="var(--line)"/>`,
    label({ share: 0, y: y + 18 }, first, 'start', direction),
    label({ share: 0.5, y: y + 18 }, middle, 'middle', direction),
    label({ share: 1, y: y + 18 }, last, 'end', direction),
    '</svg>',
  ].join('');
}

function drawRow({ label: name, spans, look }: PeriodsRow, top: number, direction: Direction): string {
  const y = top + 22;
  return [
    label({ share: 0, y: top + 16 }, name, 'start', direction),
    `<line x1="0%" x2="100%" y1="${y + 6}" y2="${y + 6}" stroke="var(--line-soft)"/>`,
    ...spans.map(({ from, to }) => drawSpan(stretch(from, to, direction), y, look)),
  ].join('');
}

function drawSpan({ x, width }: { readonly x: string; readonly width: string }, y: number, look: PeriodsRow['look']): string {
  const height = look === 'both' ? 16 : 12;
  const edge = look === 'both' ? ' stroke="var(--paper)" stroke-width="2" stroke-dasharray="4 3"' : '';
  return `<rect x="${x}" y="${look === 'both' ? y - 2 : y}" width="${width}" height="${height}" fill="${colours[look]}"${edge}/>`;
}
