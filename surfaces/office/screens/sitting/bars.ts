import type { RoomFile } from './room.ts';

type Condition = RoomFile['conditions'][number];

/** A condition as a bar: places in percent of its length. */
export type Bar = Condition & {
  readonly poorCut?: number;
  readonly atValue: number;
  readonly atLimit: number;
  readonly atCut?: number;
};

const POOR = '_poor';

/** The conditions as bars; the stricter limit of poverty is a mark on the bar of its condition, not a bar of its own. */
export function barsOf(conditions: readonly Condition[]): readonly Bar[] {
  const cuts = new Map(conditions.flatMap(({ key, limit }) => (key.endsWith(POOR) ? [[key.slice(0, -POOR.length), limit]] : [])));
  return conditions
    .filter(({ key }) => !key.endsWith(POOR))
    .map((condition) => {
      const { value, limit, key } = condition;
      const poorCut = cuts.get(key);
      const whole = Math.max(value ?? 0, limit) * 1.1 || 1;
      const at = (place: number) => Math.min(100, Math.max(0, (place / whole) * 100));
      return {
        ...condition,
        atValue: at(value ?? 0),
        atLimit: at(limit),
        ...(poorCut === undefined ? {} : { poorCut, atCut: at(poorCut) }),
      };
    });
}
