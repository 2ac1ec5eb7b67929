import jsQrModule from 'jsqr';

/** Four bytes a point: red, green, blue and how opaque it is. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray };

/** Longest sides tried in turn: small codes want many points, blurred or noisy ones want few. */
const SIDES = [1400, 900, 2200, 600, 3200];

/** More codes than a page of a dossier carries. */
const MOST_CODES = 8;
const MOST_POINTS_OF_PIECE = 900;

/**
 * jsQR is a CommonJS package whose types say `export default`: under Node the function is one level deeper than they promise.
 */
const jsQr = ((jsQrModule as { default?: unknown }).default ?? jsQrModule) as typeof jsQrModule;

/** The text of a QR code in the picture, light on dark too; undefined when there is none to be read. */
export function findQr(picture: Picture): string | undefined {
  for (const size of sizesOf(picture)) {
    const found = findIn(size);
    if (found) return found.data;
  }
  return undefined;
}

/**
 * The texts of all codes in the picture of a page, each once. A reader of several codes at a time mixes their corners up: the page is looked at
 * piece by piece, the pieces overlapping so far that each code is whole in one of them, and what was read is painted over.
 */
export function findQrCodes(picture: Picture): readonly string[] {
  const page = { ...picture, data: Uint8Array.from(picture.data) };
  const texts = new Set<string>();
  for (let before = -1; before < texts.size && texts.size < MOST_CODES; ) {
    before = texts.size;
    for (const square of squaresOf(page)) {
      const found = hasInk(page, square) ? findInSquare(page, square) : undefined;
      if (found) texts.add(found);
    }
  }
  if (texts.size > 0) return [...texts];
  const whole = findQr(picture);
  return whole === undefined ? [] : [whole];
}

function* sizesOf(picture: Picture): Generator<Picture> {
  const longest = Math.max(picture.width, picture.height);
  for (const side of new Set(SIDES.map((wanted) => Math.min(wanted, longest)))) yield shrink(picture, side);
}

/** `inversionAttempts`: on paper a code is dark on light, on a screen at night it may be the other way round. */
function findIn({ data, width, height }: Picture, inversionAttempts: 'attemptBoth' | 'dontInvert' = 'attemptBoth') {
  const points = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.length);
  const found = jsQr(points, width, height, { inversionAttempts });
  return found?.data ? found : undefined;
}

type Square = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Squares of a third of the longest side, each half a square further than the one before. */
function* squaresOf({ width, height }: Picture): Generator<Square> {
  const side = Math.ceil(Math.max(width, height) / 3);
  const step = Math.ceil(side / 2);
  for (let top = 0; top < Math.max(1, height - step); top += step)
    for (let left = 0; left < Math.max(1, width - step); left += step)
      yield { left, top, width: Math.min(side, width - left), height: Math.min(side, height - top) };
}

/** Most of a page is paper or words: a code is looked for where a fiftieth of what is looked at is dark. */
function hasInk({ data, width }: Picture, { left, top, width: wide, height: high }: Square): boolean {
  let [dark, seen] = [0, 0];
  for (let y = top; y < top + high; y += 5)
    for (let x = left; x < left + wide; x += 5, seen += 1) if ((data[(y * width + x) * 4] ?? 255) < 128) dark += 1;
  return dark > seen / 50;
}

/** Reads the code of a square and paints it over on the page. */
function findInSquare(page: Picture, square: Square): string | undefined {
  const piece = shrink(cutOut(page, square), MOST_POINTS_OF_PIECE);
  const found = findIn(piece, 'dontInvert');
  if (!found) return undefined;
  const scale = square.width / piece.width;
  const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = found.location;
  const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner];
  const onPage = (place: number, start: number) => Math.round(start + place * scale);
  const [xs, ys] = [corners.map(({ x }) => onPage(x, square.left)), corners.map(({ y }) => onPage(y, square.top))];
  const [from, to] = [Math.max(0, Math.min(...xs)), Math.min(page.width, Math.max(...xs))];
  for (let y = Math.max(0, Math.min(...ys)); y < Math.min(page.height, Math.max(...ys)); y += 1)
    page.data.fill(255, (y * page.width + from) * 4, (y * page.width + to) * 4);
  return found.data;
}

function cutOut(picture: Picture, { left, top, width, height }: Square): Picture {
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * picture.width + left) * 4;
    data.set(picture.data.subarray(from, from + width * 4), row * width * 4);
  }
  return { width, height, data };
}

/** Each point of the result is the mean, over white paper, of those it stands for. Never enlarges. */
function shrink(picture: Picture, side: number): Picture {
  const ratio = Math.max(1, Math.max(picture.width, picture.height) / side);
  const width = Math.max(1, Math.floor(picture.width / ratio));
  const height = Math.max(1, Math.floor(picture.height / ratio));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      data.fill(meanGrey(picture, { x: x * ratio, y: y * ratio, ratio }), (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
}

function meanGrey({ data, width, height }: Picture, square: { x: number; y: number; ratio: number }): number {
  const [left, top] = [Math.floor(square.x), Math.floor(square.y)];
  const right = Math.min(width, Math.max(left + 1, Math.floor(square.x + square.ratio)));
  const bottom = Math.min(height, Math.max(top + 1, Math.floor(square.y + square.ratio)));
  let sum = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      const grey = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      sum += 255 + ((grey - 255) * (data[at + 3] ?? 255)) / 255;
    }
  }
  return sum / ((right - left) * (bottom - top));
}
