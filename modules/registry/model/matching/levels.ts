/**
 * How far two statements about a person agree, field by field, the closest first. `missing`: one of them says nothing, which counts neither
 * for nor against. The order is kept for good: pairs store levels by their place.
 */
export const levelsOf = {
  /** `one-script`: alike in Arabic and not in Latin letters, or the other way round. */
  given: ['missing', 'same', 'sound', 'near', 'one-script', 'different'],
  family: ['missing', 'same', 'sound', 'near', 'one-script', 'different'],
  /**
   * `presumed`: both on the first of January, which is what is written when only the year is known; `year`: one of them so. `slip`: one of
   * day, month, year differs. `same-year`: two whole dates of one year, which is how namesakes are born.
   */
  birth: ['missing', 'same', 'presumed', 'swapped', 'slip', 'year', 'same-year', 'different'],
  sex: ['missing', 'same', 'different'],
  place: ['missing', 'commune', 'province', 'region', 'different'],
  /** How many others of the household bear the same name and were born in the same year. */
  kin: ['missing', 'several', 'one', 'none'],
  card: ['missing', 'slip', 'different'],
} as const;

export type Field = keyof typeof levelsOf;
export type LevelOf<F extends Field> = (typeof levelsOf)[F][number];

export const fields = Object.keys(levelsOf) as readonly Field[];

/** Levels by their place in `levelsOf`, in the order of `fields`. */
export type Levels = readonly number[];

/** A whole number for each vector of levels, so that pairs alike are counted together. */
export function toPattern(levels: Levels): number {
  return fields.reduce((pattern, field, at) => pattern * levelsOf[field].length + (levels[at] ?? 0), 0);
}

export function toLevels(pattern: number): Levels {
  let rest = pattern;
  const backwards = fields.toReversed().map((field) => {
    const level = rest % levelsOf[field].length;
    rest = Math.floor(rest / levelsOf[field].length);
    return level;
  });
  return backwards.toReversed();
}

export function placeOfLevel<F extends Field>(field: F, level: LevelOf<F>): number {
  return (levelsOf[field] as readonly string[]).indexOf(level);
}

/** One value for each field. */
export function byField<Value>(make: (field: Field, at: number) => Value): Readonly<Record<Field, Value>> {
  const value = (field: Field) => make(field, fields.indexOf(field));
  return {
    given: value('given'),
    family: value('family'),
    birth: value('birth'),
    sex: value('sex'),
    place: value('place'),
    kin: value('kin'),
    card: value('card'),
  };
}
