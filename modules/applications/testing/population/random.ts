/** A stream of chance that gives the same draws on every machine: integers and the four operations only, no transcendental function. */
export type Random = {
  /** A real number in [0, 1). */
  unit(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** One value, as likely as its weight beside the sum of the weights. */
  weighted<Value>(table: readonly Weighted<Value>[]): Value;
  /** Bell-shaped, mean 0, deviation 1, never beyond 3.5. */
  bell(): number;
};

export type Weighted<Value> = readonly [value: Value, weight: number];

/** The stream that belongs to these keys; streams of different keys do not depend on each other. */
export function randomOf(...keys: readonly (string | number)[]): Random {
  const unit = sfc32(seedsOf(keys.join('\u0000')));
  const between = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  const random: Random = {
    unit,
    between,
    chance: (probability) => unit() < probability,
    pick: (values) => at(values, between(0, values.length - 1)),
    weighted: (table) => {
      let left = unit() * table.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of table) {
        left -= weight;
        if (left < 0) return value;
      }
      return at(table, table.length - 1)[0];
    },
    bell: () => (unit() + unit() + unit() + unit() - 2) * deviationOfFour,
  };
  return random;
}

/** Four uniform draws vary by √(4/12); this brings their sum to a deviation of 1. */
const deviationOfFour = 1.7320508075688772;

/** `sfc32` of PractRand (public domain): 128 bits of state, uniform in 32 bits. */
function sfc32([first, second, third, fourth]: Seeds): () => number {
  let a = first;
  let b = second;
  let c = third;
  let counter = fourth;
  const next = () => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    c |= 0;
    return (result >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}

type Seeds = readonly [number, number, number, number];

/** Four 32-bit seeds of a text, each by FNV-1a from another start. */
function seedsOf(text: string): Seeds {
  const hash = (start: number) => {
    let value = start;
    for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619);
    return value ^ (value >>> 15);
  };
  return [hash(0x811c9dc5), hash(0x9e3779b9), hash(0x85ebca6b), 1];
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}
