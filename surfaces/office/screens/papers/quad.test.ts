import { expect, test } from 'vitest';
import { isWhole, type Point, project, projectionOnto, type Quad, sizeOf, wholeImage, withCorner } from './quad.ts';

const askew: Quad = [
  { x: 0.1, y: 0.2 },
  { x: 0.9, y: 0.1 },
  { x: 0.8, y: 0.95 },
  { x: 0.15, y: 0.8 },
];
const corners: readonly Point[] = wholeImage;

test('the four corners of the straightened paper lie on the four corners in the image', () => {
  const projection = projectionOnto(askew);
  if (!projection) throw new Error('there is one');
  corners.forEach((corner, place) => {
    const { x, y } = project(projection, corner);
    expect(x).toBeCloseTo(askew[place]?.x ?? 0, 9);
    expect(y).toBeCloseTo(askew[place]?.y ?? 0, 9);
  });
});

test('a straight line in the image stays straight, and the middle of an edge is not its half in perspective', () => {
  const projection = projectionOnto(askew);
  if (!projection) throw new Error('there is one');
  const [one, middle, other] = [0, 0.5, 1].map((x) => project(projection, { x, y: 0 }));
  const slope = (from?: Point, to?: Point) => ((to?.y ?? 0) - (from?.y ?? 0)) / ((to?.x ?? 0) - (from?.x ?? 0));
  expect(slope(one, middle)).toBeCloseTo(slope(middle, other), 9);
});

test('the whole image is left as it is', () => {
  const projection = projectionOnto(wholeImage);
  expect(projection && project(projection, { x: 0.3, y: 0.7 })).toEqual({ x: 0.3, y: 0.7 });
  expect(isWhole(wholeImage)).toBe(true);
  expect(isWhole(askew)).toBe(false);
});

test('corners on one line make no paper', () => {
  const line = [0, 0.3, 0.6, 1].map((x) => ({ x, y: x })) as unknown as Quad;
  expect(projectionOnto(line)).toBeUndefined();
});

test('a paper is as large as its longer edges, and a corner is never pulled out of the image', () => {
  expect(sizeOf(wholeImage, { width: 1200, height: 1600 })).toEqual({ width: 1200, height: 1600 });
  expect(sizeOf(askew, { width: 1000, height: 1000 })).toEqual({ width: 806, height: 856 });
  expect(withCorner(wholeImage, 2, { x: 1.4, y: -0.1 })[2]).toEqual({ x: 1, y: 0 });
});
