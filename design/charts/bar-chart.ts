import type { ChartFrame } from './chart.ts';
import { escapeText, label, stretch } from './svg.ts';

export type Bar = { readonly label: string; readonly said: string; readonly value: number; readonly look: 'one' | 'other' };

const ROW = 44;

/** A bar for each category, from zero, each with its name and its value on it: no axis is needed to read them. */
export function barChart(bars: readonly Bar[], frame: Pick<ChartFrame, 'title' | 'direction' | 'end'>): string {
  const height = bars.length * ROW;
  return [
    `<svg class="chart" role="img" aria-label="${escapeText(frame.title)}" direction="${frame.direction}" width="100%" height="${height}">`,
    ...bars.map((bar, place) => drawBar(bar, place * ROW, frame)),
    '</svg>',
  ].join('');
}

function drawBar(bar: Bar, top: number, { end, direction }: Pick<ChartFrame, 'direction' | 'end'>): string {
  const { x, width } = stretch(0, bar.value / end, direction);
  const colour = bar.look === 'one' ? 'var(--nila)' : 'var(--terracotta)';
  return [
    label({ share: 0, y: top + 16 }, bar.label, 'start', direction),
    label({ share: 1, y: top + 16 }, bar.said, 'end', direction),
    `<rect x="${x}" y="${top + 22}" width="${width}" height="12" fill="${colour}"/>`,
  ].join('');
}
