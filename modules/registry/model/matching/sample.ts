/** Of so many persons, the places of those held against each other to learn how often two strangers agree: evenly spread. */
export function samplePlaces(persons: number): readonly number[] {
  const size = Math.min(persons, SAMPLE);
  return Array.from({ length: size }, (_, at) => Math.floor((at * persons) / size));
}

/** A hundred thousand pairs and more: what happens to one in ten thousand is seen; what happens to fewer is held to be as rare. */
const SAMPLE = 500;

/** Each two of these. */
export function* eachTwo<Value>(values: readonly Value[]): Generator<readonly [Value, Value]> {
  for (const [at, one] of values.entries()) for (const other of values.slice(at + 1)) yield [one, other];
}
