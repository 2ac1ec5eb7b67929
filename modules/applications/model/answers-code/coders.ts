import { parseDate, Temporal, toIsoDate } from '#platform/dates';
import { NotThisLayoutError, type Reading, type Writing } from './bits.ts';
import { readText, writeText } from './texts.ts';

/** How one value is written and read back; both from the same line of the layout, so that they cannot differ. */
export type Coder<T = unknown> = {
  write(out: Writing, value: T): void;
  read(from: Reading): T;
};

/** One of a list, by its place in it. A list may grow at its end in a new version only. */
export function choice<T>(options: readonly T[]): Coder<T> {
  const width = Math.ceil(Math.log2(options.length));
  return {
    write({ bits }, value) {
      const place = options.indexOf(value);
      if (place < 0) throw new RangeError(`no place for ${String(value)} in the layout`);
      bits.put(place, width);
    },
    read({ bits }) {
      const place = bits.take(width);
      if (place >= options.length) throw new NotThisLayoutError(`no choice ${place}`);
      return options[place] as T;
    },
  };
}

/** Yes, no, or not said. */
export const flag: Coder<boolean | undefined> = choice([undefined, false, true]);

/** Whole and not negative, in groups of so many bits, each with a mark that more follows. */
export function whole(group: number): Coder<number> {
  return {
    write({ bits }, value) {
      const base = 2 ** group;
      for (let rest = value; ; rest = Math.floor(rest / base)) {
        bits.put(rest % base, group);
        bits.put(rest >= base ? 1 : 0, 1);
        if (rest < base) return;
      }
    },
    read({ bits }) {
      let value = 0;
      for (let weight = 1; ; weight *= 2 ** group) {
        value += bits.take(group) * weight;
        if (bits.take(1) === 0) return value;
        if (weight > Number.MAX_SAFE_INTEGER / 2 ** group || bits.isOut()) throw new NotThisLayoutError('a number without end');
      }
    },
  };
}

const hundredths = whole(6);

/** A quantity with at most two decimals in its hundredths; any other number as it is in memory. */
export const quantity: Coder<number> = {
  write(out, value) {
    const inHundredths = Math.round(value * 100);
    const isExact = Number.isSafeInteger(inHundredths) && inHundredths / 100 === value && !Object.is(value, -0);
    out.bits.put(isExact ? 0 : 1, 1);
    if (isExact) return hundredths.write(out, inHundredths);
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    out.bits.put(view.getUint32(0), 32);
    out.bits.put(view.getUint32(4), 32);
  },
  read(from) {
    if (from.bits.take(1) === 0) return hundredths.read(from) / 100;
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(0, from.bits.take(32));
    view.setUint32(4, from.bits.take(32));
    return view.getFloat64(0);
  },
};

const FIRST_DAY = Temporal.PlainDate.from('1900-01-01');
const DAY_BITS = 17;

/** A calendar day of 1900 to 2258 as the days since the first. */
export const day: Coder<string> = {
  write({ bits }, iso) {
    const date = parseDate(iso);
    if (!date) throw new RangeError('not a day');
    const days = FIRST_DAY.until(date, { largestUnit: 'days' }).days;
    if (days < 0 || days >= 2 ** DAY_BITS) throw new RangeError('a day outside of the layout');
    bits.put(days, DAY_BITS);
  },
  read: ({ bits }) => toIsoDate(FIRST_DAY.add({ days: bits.take(DAY_BITS) })),
};

export const text: Coder<string> = { write: writeText, read: readText };

/** May be left out: one bit. */
export function optional<T>(coder: Coder<T>): Coder<T | undefined> {
  return {
    write(out, value) {
      out.bits.put(value === undefined ? 0 : 1, 1);
      if (value !== undefined) coder.write(out, value);
    },
    read: (from) => (from.bits.take(1) === 0 ? undefined : coder.read(from)),
  };
}

export function list<T>(coder: Coder<T>): Coder<readonly T[]> {
  const length = whole(4);
  return {
    write(out, values) {
      length.write(out, values.length);
      for (const value of values) coder.write(out, value);
    },
    read(from) {
      const values: T[] = [];
      for (let left = length.read(from); left > 0; left -= 1) {
        if (from.bits.isOut()) throw new NotThisLayoutError('cut short');
        values.push(coder.read(from));
      }
      return values;
    },
  };
}

type Layout = Readonly<Record<string, { write(out: Writing, value: never): void; read(from: Reading): unknown }>>;

/** The keys in the order of the layout. A key without a value is left out of what is read; a key that the layout does not have is an error. */
export function record(layout: Layout): Coder<Readonly<Record<string, unknown>>> {
  const keys = Object.keys(layout);
  return {
    write(out, values) {
      const unknown = Object.keys(values).find((key) => values[key] !== undefined && !keys.includes(key));
      if (unknown !== undefined) throw new RangeError(`the layout has no ${unknown}`);
      for (const key of keys) (layout[key] as Coder).write(out, values[key]);
    },
    read(from) {
      const read = keys.map((key) => [key, (layout[key] as Coder).read(from)] as const);
      return Object.fromEntries(read.filter(([, value]) => value !== undefined));
    },
  };
}
