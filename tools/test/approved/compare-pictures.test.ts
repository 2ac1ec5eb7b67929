import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { differenceOf, toApprovable } from './compare-pictures.ts';

const WIDTH = 60;

function page(paint: (x: number, y: number) => number | undefined, height = 40): Buffer {
  const png = new PNG({ width: WIDTH, height });
  for (let y = 0; y < height; y++)
    for (let x = 0; x < WIDTH; x++) {
      const colour = paint(x, y) ?? 0xffffff;
      png.data.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], (y * WIDTH + x) * 4);
    }
  return toApprovable(PNG.sync.write(png));
}

const bar = (from: number, edge = 0x8899bb) =>
  page((x, y) => (y < 10 || y > 20 || x < from || x > 40 ? undefined : x === from ? edge : 0x1f3f8f));

test('a picture keeps its colours and is small', () => {
  const { data, width, height } = PNG.sync.read(bar(5));
  expect([width, height]).toEqual([WIDTH, 40]);
  expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
  expect([...data.subarray((15 * WIDTH + 20) * 4, (15 * WIDTH + 20) * 4 + 3)]).toEqual([0x1f, 0x3f, 0x8f]);
  expect(bar(5).length).toBeLessThan(250);
});

describe('a page', () => {
  test('that is as approved has no difference', () => {
    expect(differenceOf(bar(5), bar(5))).toBeUndefined();
  });

  test('whose edges are drawn a little softer has none either', () => {
    expect(differenceOf(bar(5), bar(5, 0x7788aa))).toBeUndefined();
  });

  test('where something moved is found, with a picture of the difference', () => {
    const difference = differenceOf(bar(5), bar(8));
    expect(difference?.what).toMatch(/^\d+ pixels differ$/);
    expect(PNG.sync.read(difference?.picture ?? Buffer.alloc(0)).width).toBe(WIDTH);
  });

  test('that has become longer is found', () => {
    expect(
      differenceOf(
        bar(5),
        page(() => undefined, 41),
      ),
    ).toEqual({ what: '60 × 41 pixels, approved 60 × 40' });
  });
});
