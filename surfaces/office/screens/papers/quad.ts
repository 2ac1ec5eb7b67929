/** A point of an image, in parts of its sides: 0 is the start, 1 the end. */
export type Point = { readonly x: number; readonly y: number };
/** The four corners of a paper in an image: top left, top right, bottom right, bottom left, as one reads the image. */
export type Quad = readonly [Point, Point, Point, Point];

export const wholeImage: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

export function isWhole(quad: Quad): boolean {
  return quad.every((point, place) => point.x === wholeImage[place]?.x && point.y === wholeImage[place]?.y);
}

/** The quad with one corner moved, kept inside the image. */
export function withCorner(quad: Quad, place: number, { x, y }: Point): Quad {
  const inside = (part: number) => Math.min(1, Math.max(0, part));
  return quad.map((corner, at) => (at === place ? { x: inside(x), y: inside(y) } : corner)) as unknown as Quad;
}

/** How large the straightened paper is, in points of the image: the longer of each two opposite edges. */
export function sizeOf(quad: Quad, { width, height }: Size): Size {
  const [a, b, c, d] = quad.map(({ x, y }) => ({ x: x * width, y: y * height })) as unknown as Quad;
  return {
    width: Math.max(1, Math.round(Math.max(distance(a, b), distance(d, c)))),
    height: Math.max(1, Math.round(Math.max(distance(a, d), distance(b, c)))),
  };
}

export type Size = { readonly width: number; readonly height: number };

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** The eight numbers of a projection: `x' = (a·x + b·y + c) / (g·x + h·y + 1)`, `y'` with d, e, f. */
export type Projection = readonly [number, number, number, number, number, number, number, number];

/**
 * The projection that takes the unit square onto a quad: where each point of the straightened paper lies in the image. After Heckbert,
 * Fundamentals of Texture Mapping (1989), section 2.2.3. Undefined when the corners lie on one line.
 */
export function projectionOnto([p0, p1, p2, p3]: Quad): Projection | undefined {
  const [dx1, dx2, sx] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x];
  const [dy1, dy2, sy] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y];
  const area = dx1 * dy2 - dx2 * dy1;
  if (Math.abs(area) < 1e-9) return undefined;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  return [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x, p0.x, p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y, p0.y, g, h];
}

export function project([a, b, c, d, e, f, g, h]: Projection, { x, y }: Point): Point {
  const depth = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}
