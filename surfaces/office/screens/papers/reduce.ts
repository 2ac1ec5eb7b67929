import { type Point, type Projection, project, projectionOnto, type Quad, type Size, sizeOf } from './quad.ts';

/** What is done to an image before it is sent. `turns` are quarter turns, clockwise. */
export type Treatment = { readonly quad: Quad; readonly turns: number; readonly isGrey: boolean };

/** What a page may weigh: a line of a village sends it in seconds, and sixty files a day fit on the computer. */
const MOST_BYTES = 250 * 1024;
/** The longer side of a page: a paper of A4 at 200 points an inch, which is read without effort. */
const LONGEST = 1_700;
const SMALLEST = 700;

/** The image straightened, turned, grey when wanted, as a JPEG within what a page may weigh. Undefined when the corners make no paper. */
export async function toPage(image: ImageBitmap, treatment: Treatment): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (let longest = LONGEST; longest >= SMALLEST; longest *= 0.8) {
    const canvas = draw(image, treatment, longest);
    if (canvas === undefined) return undefined;
    for (const quality of [0.82, 0.7, 0.55]) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size <= MOST_BYTES || (longest * 0.8 < SMALLEST && quality === 0.55))
        return new Uint8Array(await blob.arrayBuffer());
    }
  }
  return undefined;
}

/** The treated image no longer than so many points a side. */
export function draw(image: ImageBitmap, { quad, turns, isGrey }: Treatment, longest: number): OffscreenCanvas | undefined {
  const projection = projectionOnto(quad);
  if (projection === undefined) return undefined;
  const size = fitted(sizeOf(quad, image), longest);
  const flat = straightened(image, projection, size);
  if (isGrey) grey(flat);
  return turned(flat, size, turns);
}

function fitted({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Each point of the paper is looked up in the image, between its four neighbours. */
function straightened(image: ImageBitmap, projection: Projection, { width, height }: Size): ImageData {
  const source = pixelsOf(image, width, height);
  const flat = new ImageData(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = project(projection, { x: (x + 0.5) / width, y: (y + 0.5) / height });
      sample(source, from, flat.data, (y * width + x) * 4);
    }
  }
  return flat;
}

/** The image's points, made smaller beforehand when the page needs less: what is thinner than a point would flicker. */
function pixelsOf(image: ImageBitmap, width: number, height: number): ImageData {
  const scale = Math.min(1, (2 * Math.max(width, height)) / Math.max(image.width, image.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function sample({ data, width, height }: ImageData, { x, y }: Point, into: Uint8ClampedArray, at: number): void {
  const [left, top] = [clamp(x * width - 0.5, width - 1), clamp(y * height - 0.5, height - 1)];
  const [column, row] = [Math.floor(left), Math.floor(top)];
  const [right, below] = [Math.min(column + 1, width - 1), Math.min(row + 1, height - 1)];
  const [partX, partY] = [left - column, top - row];
  for (let channel = 0; channel < 3; channel += 1) {
    const value = (i: number, j: number) => data[(j * width + i) * 4 + channel] as number;
    const upper = value(column, row) * (1 - partX) + value(right, row) * partX;
    const lower = value(column, below) * (1 - partX) + value(right, below) * partX;
    into[at + channel] = upper * (1 - partY) + lower * partY;
  }
  into[at + 3] = 255;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

/** Rec. 601 luma: what a scanner calls grey. */
function grey({ data }: Pick<ImageData, 'data'>): void {
  for (let at = 0; at < data.length; at += 4) {
    const luma = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    data.fill(luma, at, at + 3);
  }
}

function turned(flat: ImageData, { width, height }: Size, turns: number): OffscreenCanvas {
  const quarter = ((turns % 4) + 4) % 4;
  const source = new OffscreenCanvas(width, height);
  contextOf(source).putImageData(flat, 0, 0);
  if (quarter === 0) return source;
  const isUpright = quarter % 2 === 0;
  const canvas = new OffscreenCanvas(isUpright ? width : height, isUpright ? height : width);
  const context = contextOf(canvas);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarter * Math.PI) / 2);
  context.drawImage(source, -width / 2, -height / 2);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser draws nothing');
  return context;
}
