import type { ChartFrame } from './chart.ts';
import { along, escapeText, label, stretch } from './svg.ts';

export type IntervalRow = {
  readonly label: string;
  /** What stands at the end of the line: the value and its interval in words. */
  readonly said: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** A whole that the others are held against, drawn as a square; or a group that stands apart, drawn full and dark. */
  readonly look: 'whole' | 'group' | 'apart';
};

const ROW = 48;
const AXIS = 28;

/** A line for each group: its interval, and its value on it (a "forest plot"). A dashed line goes on from the value of the first row. */
export function intervalPlot(rows: readonly IntervalRow[], frame: ChartFrame): string {
  const height = rows.length * ROW + AXIS;
  const [first] = rows;
  const guide = first
    ? [vertical(first.value / frame.end, { from: 30, to: height - AXIS }, frame, 'stroke-dasharray="4 4"')]
    : [];
  return [
    `<svg class="chart" role="img" aria-label="${escapeText(frame.title)}" direction="${frame.direction}" width="100%" height="${height}">`,
    ...guide,
    ...rows.map((row, place) => drawRow(row, place * ROW, frame)),
    ...drawAxis(height, frame),
    '</svg>',
  ].join('');
}

function drawRow(row: IntervalRow, top: number, { end, direction }: ChartFrame): string {
  const y = top + 32;
  const colour = row.look === 'apart' ? 'var(--terracotta)' : 'var(--nila)';
  const { x, width } = stretch(row.low / end, row.high / end, direction);
  return [
    label({ share: 0, y: top + 18 }, row.label, 'start', direction),
    label({ share: 1, y: top + 18 }, row.said, 'end', direction),
    `<rect x="${x}" y="${y - 2}" width="${width}" height="4" fill="${colour}"/>`,
    mark(row.look, along(row.value / end, direction), y, colour),
  ].join('');
}

/** Told apart by its shape, not by its colour alone. */
function mark(look: IntervalRow['look'], x: string, y: number, colour: string): string {
  if (look === 'whole')
    return `<svg x="${x}" y="${y}" overflow="visible"><rect x="-6" y="-6" width="12" height="12" fill="${colour}"/></svg>`;
  if (look === 'apart') return `<svg x="${x}" y="${y}" overflow="visible"><path d="M0-8 8 0 0 8-8 0z" fill="${colour}"/></svg>`;
  return `<circle cx="${x}" cy="${y}" r="6" fill="var(--paper)" stroke="${colour}" stroke-width="3"/>`;
}

function drawAxis(height: number, frame: ChartFrame): string[] {
  const y = height - AXIS + 4;
  const { end, direction } = frame;
  return [
    `<line x1="0%" x2="100%" y1="${y}" y2="${y}" stroke="var(--line)"/>`,
    label({ share: 0, y: y + 18 }, frame.write(0), 'start', direction),
    label({ share: 0.5, y: y + 18 }, frame.write(end / 2), 'middle', direction),
    label({ share: 1, y: y + 18 }, frame.write(end), 'end', direction),
  ];
}

function vertical(share: number, { from, to }: { from: number; to: number }, { direction }: ChartFrame, more: string): string {
  const x = along(share, direction);
  return `<line x1="${x}" x2="${x}" y1="${from}" y2="${to}" stroke="var(--line)" ${more}/>`;
}
