import type { JSX } from 'hono/jsx/jsx-runtime';

/** Days waited beside the days that are normal (the upright mark). The sentence next to it says the same, so it is hidden from screen readers. */
export function DelayBar({ days, normDays }: { days: number; normDays: number }): JSX.Element {
  const scale = width / Math.max(days, normDays * 1.25, 1);
  const norm = round(normDays * scale);
  const waited = round(days * scale);
  return (
    <svg class="delay" viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="delay__ground" y="3" width={width} height="6" />
      <rect class="delay__waited" y="3" width={Math.min(waited, norm)} height="6" />
      {waited > norm && <rect class="delay__over" x={norm} y="3" width={round(waited - norm)} height="6" />}
      <path class="delay__norm" d={`M${norm} 0v12`} />
    </svg>
  );
}

const width = 240;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
