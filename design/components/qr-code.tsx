import type { JSX } from 'hono/jsx/jsx-runtime';
import { drawQr } from '#platform/qr';

/** A code to be read from the screen or from print: black on white whatever the colours of the page. `label` says what it holds. */
export function QrCode({ text, label }: { text: string; label: string }): JSX.Element {
  const { side, path } = drawQr(text);
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
