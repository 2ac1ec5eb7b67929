import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useText, Words } from '../../client/words.tsx';
import type { PageToSend, Stack } from './pages-to-send.ts';
import { isWhole, type Point, type Quad, wholeImage, withCorner } from './quad.ts';
import { draw } from './reduce.ts';

const ZOOMS = [1, 1.5, 2, 3] as const;
/** Enough to see on a screen. */
const SHOWN = 1_000;

/** The image before the eyes: turned, made larger, and its four corners pulled to the edge of the paper. */
export function PageViewer({ stack, page }: { readonly stack: Stack; readonly page: PageToSend }) {
  const [zoom, setZoom] = useState(0);
  const [isStraightening, setStraightening] = useState(false);
  useShortcut('rotate', () => stack.change({ turns: page.turns + 1 }));
  useShortcut('zoom-in', () => setZoom(Math.min(ZOOMS.length - 1, zoom + 1)));
  useShortcut('zoom-out', () => setZoom(Math.max(0, zoom - 1)));
  const scale = ZOOMS[zoom] ?? 1;
  if (page.source.is === 'pdf')
    return (
      <p className="viewer-pdf">
        <Words k="office.papers.pdf" /> ·{' '}
        <Words k="office.papers.size" facts={{ kilobytes: Math.ceil(page.source.bytes.length / 1024) }} />
      </p>
    );
  return (
    <>
      <ViewerTools stack={stack} page={page} isStraightening={isStraightening} onStraighten={setStraightening} />
      <div className="viewer">
        <div className="viewer-sheet" style={{ inlineSize: `${scale * 100}%` }}>
          <Drawn page={page} bitmap={page.source.bitmap} isStraightening={isStraightening} />
          {isStraightening ? <Corners quad={page.quad} onQuad={(quad) => stack.change({ quad })} /> : null}
        </div>
      </div>
    </>
  );
}

/** Where the corners are first shown: on the image, so that all four can be taken hold of. */
const inset: Quad = [
  { x: 0.06, y: 0.06 },
  { x: 0.94, y: 0.06 },
  { x: 0.94, y: 0.94 },
  { x: 0.06, y: 0.94 },
];

type ToolsProps = {
  readonly stack: Stack;
  readonly page: PageToSend;
  readonly isStraightening: boolean;
  readonly onStraighten: (isStraightening: boolean) => void;
};

function ViewerTools({ stack, page, isStraightening, onStraighten }: ToolsProps) {
  const turn = () => {
    if (!isStraightening && isWhole(page.quad)) stack.change({ quad: inset });
    onStraighten(!isStraightening);
  };
  return (
    <div className="viewer-tools">
      <button type="button" className="button" onClick={() => stack.change({ turns: page.turns + 1 })}>
        <Words k="office.papers.rotate" />
        <kbd>R</kbd>
      </button>
      <button type="button" className="button" aria-pressed={isStraightening} onClick={turn}>
        <Words k="office.papers.straighten" />
      </button>
      {isWhole(page.quad) ? null : (
        <button type="button" className="button" onClick={() => stack.change({ quad: wholeImage })}>
          <Words k="office.papers.whole" />
        </button>
      )}
      <label className="tick">
        <input type="checkbox" checked={page.isGrey} onChange={() => stack.change({ isGrey: !page.isGrey })} />{' '}
        <Words k="office.papers.grey" />
      </label>
      {isStraightening ? (
        <p className="hint">
          <Words k="office.papers.corners" />
        </p>
      ) : null}
    </div>
  );
}

type DrawnProps = { readonly page: PageToSend; readonly bitmap: ImageBitmap; readonly isStraightening: boolean };

/** The image as it will be sent; while its corners are pulled, as it was taken. */
function Drawn({ page, bitmap, isStraightening }: DrawnProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useText();
  const { quad, turns, isGrey } = page;
  useEffect(() => {
    const treatment = isStraightening ? { quad: wholeImage, turns: 0, isGrey } : { quad, turns, isGrey };
    const drawn = draw(bitmap, treatment, SHOWN);
    const shown = canvas.current;
    if (drawn === undefined || shown === null) return;
    shown.width = drawn.width;
    shown.height = drawn.height;
    shown.getContext('2d')?.drawImage(drawn, 0, 0);
  }, [bitmap, quad, turns, isGrey, isStraightening]);
  return <canvas ref={canvas} role="img" aria-label={text('office.papers.viewer')} />;
}

/** One arrow moves a corner by a two-hundredth of the image. */
const STEP = 0.005;
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** Four handles, pulled by a pointer or moved by arrows. An image has no reading direction: left is left in every language. */
function Corners({ quad, onQuad }: { readonly quad: Quad; readonly onQuad: (quad: Quad) => void }) {
  const text = useText();
  const pull = (place: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    const sheet = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!sheet) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onQuad(withCorner(quad, place, { x: (event.clientX - sheet.x) / sheet.width, y: (event.clientY - sheet.y) / sheet.height }));
  };
  const nudge = (place: number) => (event: KeyboardEvent) => {
    const step = arrows[event.key];
    const corner = quad[place];
    if (step === undefined || corner === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onQuad(withCorner(quad, place, { x: corner.x + step.x, y: corner.y + step.y }));
  };
  return (
    <div className="corners" dir="ltr">
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <polygon points={quad.map(({ x, y }) => `${x},${y}`).join(' ')} vectorEffect="non-scaling-stroke" />
      </svg>
      {quad.map(({ x, y }, place) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place
          key={place}
          type="button"
          className="corner"
          aria-label={text('office.papers.corner', { number: place + 1 })}
          style={{ insetBlockStart: `${y * 100}%`, insetInlineStart: `${x * 100}%` }}
          onPointerMove={pull(place)}
          onPointerDown={pull(place)}
          onKeyDown={nudge(place)}
        />
      ))}
    </div>
  );
}
