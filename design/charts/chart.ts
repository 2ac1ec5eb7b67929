/** What every chart is told. A chart is a function from its data to the text of an SVG: the same picture in the portal, the office and on paper. */
export type ChartFrame = {
  /** What the picture shows, in one sentence, for who does not see it. */
  readonly title: string;
  /** Categories begin where the reader's line does: on the right in Arabic. */
  readonly direction: Direction;
  /** The value at the end of the axis; it begins at zero. */
  readonly end: number;
  /** How a value of the axis is written. */
  readonly write: (value: number) => string;
};

export type Direction = 'ltr' | 'rtl';

/** The round number that an axis ends with, to hold a value: 1, 2 or 5 and zeros. */
export function axisEnd(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value * 0.999_999) ?? 10);
}
