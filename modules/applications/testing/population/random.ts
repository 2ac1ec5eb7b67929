export type Weighted<Value> = readonly [value: Value, weight: number];

/** The stream of chance that belongs to these keys; streams of different keys do not depend on each other. */
export function randomOf(...keys: readonly (string | number)[]): Random {
  const text = keys.join('\u0000');
  return new Random(hash(text, 0x811c9dc5), hash(text, 0x9e3779b9), hash(text, 0x85ebca6b));
}

/**
 * A stream of chance that gives the same draws on every machine: integers and the four operations only, no transcendental function.
 * `sfc32` of PractRand (public domain): 128 bits of state, uniform in 32 bits.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(a: number, b: number, c: number) {
    this.a = a;
    this.b = b;
    this.c = c;
    for (let warmUp = 0; warmUp < 12; warmUp++) this.unit();
  }

  /** A real number in [0, 1). */
  unit(): number {
    const result = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + result) | 0;
    return (result >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<Value>(values: readonly Value[]): Value {
    return at(values, this.between(0, values.length - 1));
  }

  /** One value, as likely as its weight beside the sum of the weights. */
  weighted<Value>(table: readonly Weighted<Value>[]): Value {
    let sum = 0;
    for (const [, weight] of table) sum += weight;
    let left = this.unit() * sum;
    for (const [value, weight] of table) {
      left -= weight;
      if (left < 0) return value;
    }
    return at(table, table.length - 1)[0];
  }

  /** Bell-shaped, mean 0, deviation 1, never beyond 3.5. */
  bell(): number {
    return (this.unit() + this.unit() + this.unit() + this.unit() - 2) * deviationOfFour;
  }
}

/** Four uniform draws vary by √(4/12); this brings their sum to a deviation of 1. */
const deviationOfFour = 1.7320508075688772;

/** FNV-1a from any start. */
function hash(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619);
  return value ^ (value >>> 15);
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
}
