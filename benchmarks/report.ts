/** One line of a benchmark: what was reached, by which peer in the same run, and the aim if there is one. */
export type BenchLine = {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: { readonly name: string; readonly value: number };
  readonly aim?: string;
};

/** Prints `figure | peer | ratio`, a line each; the ratio is ours to the peer's, so more is better when the unit is "per second". */
export function printReport(title: string, lines: readonly BenchLine[], out: NodeJS.WritableStream = process.stdout): void {
  out.write(`${title}\nfigure | peer | ratio\n`);
  for (const line of lines) out.write(`${toText(line)}\n`);
}

/** The middle of several measures; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new RangeError('the median of nothing');
  return middle;
}

function toText({ figure, value, unit, peer, aim }: BenchLine): string {
  const own = `${figure}: ${rounded(value)} ${unit}${aim ? ` (aim: ${aim})` : ''}`;
  return peer ? `${own} | ${peer.name}: ${rounded(peer.value)} ${unit} | ${toRatio(value / peer.value)}` : `${own} | – | –`;
}

function rounded(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** A page with a dozen questions behind it is a small part of a "hello": two figures of it, however small. */
function toRatio(ratio: number): string {
  return ratio >= 0.1 ? ratio.toFixed(2) : ratio.toPrecision(2);
}
