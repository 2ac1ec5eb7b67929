/**
 * An amount of Moroccan money in whole centimes (1 DH = 100 centimes). Never a fraction: 0.1 + 0.2 has no place in a family's account.
 */
export type Centimes = number & { readonly __brand: 'centimes' };

/** Whole centimes; throws on a fraction or beyond the safe integers, since either is a bug upstream. */
export function centimes(amount: number): Centimes {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`money-not-whole-centimes: ${amount}`);
  return amount as Centimes;
}

/** Whole dirhams as centimes: `dirhams(120)` is the yearly contribution of one person. */
export function dirhams(amount: number): Centimes {
  return centimes(amount * 100);
}

export function addMoney(...amounts: readonly Centimes[]): Centimes {
  return centimes(amounts.reduce((sum, amount) => sum + amount, 0));
}

export function subtractMoney(from: Centimes, amount: Centimes): Centimes {
  return centimes(from - amount);
}

/** `multiplyMoney(dirhams(120), persons)`; the factor is a count, so it is whole. */
export function multiplyMoney(amount: Centimes, count: number): Centimes {
  if (!Number.isSafeInteger(count)) throw new RangeError(`money-factor-not-whole: ${count}`);
  return centimes(amount * count);
}

/** The contribution of a household stops at its cap: `atMost(multiplyMoney(perPerson, persons), cap)`. */
export function atMost(amount: Centimes, cap: Centimes): Centimes {
  return amount <= cap ? amount : cap;
}

/**
 * Shares an amount by whole non-negative weights. The shares sum exactly to the amount; the centimes that do not divide go to the largest
 * remainders, the earlier share first when they tie.
 */
export function allocateMoney(amount: Centimes, weights: readonly number[]): Centimes[] {
  const total = totalOf(weights);
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const shares = exact.map((product) => floorDivide(product, total));
  let left = BigInt(amount) - shares.reduce((sum, share) => sum + share, 0n);
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product - (shares[index] ?? 0n) * total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares.map((share) => centimes(Number(share)));
}

function totalOf(weights: readonly number[]): bigint {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError('money-weight-not-whole');
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new RangeError('money-weights-empty');
  return total;
}

// BigInt division rounds towards zero; a refund shared out must round down like a payment does.
function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}
