import { createHash } from 'node:crypto';

type Schema = { readonly [key: string]: unknown } | boolean;
type Rough = { readonly known: readonly string[]; readonly count: number; readonly seed: string };
type Pick = <T>(of: readonly T[]) => T;
type Making = { readonly pick: Pick; readonly known: readonly string[]; readonly root: Schema };

const days = ['0000-01-01', '0001-01-01', '1900-01-01', '2024-02-29', '2026-02-31', '2999-12-31', '9999-12-31', ''];
const moments = ['0000-01-01T00:00:00Z', '1900-01-01T00:00:00Z', '2999-12-31T23:59:59.999999999Z', 'never'];
const texts = [
  ...['', ' ', '0', '-1', "'; --", '%', '\\', '\u202e\u2067مُحَمَّدٌ بنُ عبدِ اللهِ\u2069', 'a\u0000b', '\ud83d', 'x\ud83d', '__proto__'],
  ...['9'.repeat(40), 'é'.repeat(500), '🕌'.repeat(2_000), 'A'.repeat(100_000), '05.081', '05.091.01.01', 'R'],
];
const unknownId = '01900000-0000-7000-8000-00000000dead';
const numbers = [0, 1, -1, 2, 100, 2_147_483_648, Number.MAX_SAFE_INTEGER, 0.5];

/** Inputs of the shape that a schema asks for, filled with what nobody should send; the same for the same seed. */
export function roughInputs(schema: Schema, { known, count, seed }: Rough): unknown[] {
  return Array.from({ length: count }, (_, turn) => make(schema, { known, root: schema, pick: pickerOf(`${seed}:${turn}`) }));
}

function pickerOf(seed: string): Pick {
  let turn = 0;
  return (of) => {
    turn += 1;
    const place = createHash('sha256').update(`${seed}:${turn}`).digest().readUInt32BE(0) % of.length;
    return of[place] as (typeof of)[number];
  };
}

function make(schema: Schema, making: Making): unknown {
  if (typeof schema === 'boolean') return making.pick(texts);
  const { pick, root } = making;
  const alternatives = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (alternatives) return make(pick(alternatives), making);
  if (typeof schema.$ref === 'string') return make(resolve(root, schema.$ref), making);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return pick(schema.enum);
  if (schema.type === 'object') return makeObject(schema, making);
  if (schema.type === 'array') return makeArray(schema, making);
  if (schema.type === 'boolean') return pick([true, false]);
  if (schema.type === 'integer' || schema.type === 'number') return makeNumber(schema, making);
  return makeText(schema, making);
}

function resolve(root: Schema, ref: string): Schema {
  const path = ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  return path.reduce((at, part) => (at as Record<string, Schema>)[part] ?? true, root);
}

function makeObject(schema: Exclude<Schema, boolean>, making: Making): Record<string, unknown> {
  const required = new Set((schema.required ?? []) as string[]);
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  return Object.fromEntries(
    fields
      .filter(([name]) => required.has(name) || making.pick([true, false]))
      .map(([name, field]) => [name, make(field, making)]),
  );
}

function makeArray(schema: Exclude<Schema, boolean>, making: Making): unknown[] {
  const least = Number(schema.minItems ?? 0);
  const length = Math.max(least, making.pick([0, 1, 2, 3]));
  return Array.from({ length: Math.min(length, Number(schema.maxItems ?? length)) }, () =>
    make((schema.items ?? true) as Schema, making),
  );
}

function makeNumber(schema: Exclude<Schema, boolean>, { pick }: Making): number {
  const [least, most] = [Number(schema.minimum ?? -Infinity), Number(schema.maximum ?? Infinity)];
  const fit = [...numbers, least, most].filter((one) => Number.isFinite(one) && least <= one && one <= most);
  return pick(fit.filter((one) => schema.type === 'number' || Number.isInteger(one)));
}

function makeText(schema: Exclude<Schema, boolean>, { pick, known }: Making): string {
  const ids = known.filter((one) => one.length === 36);
  if (schema.format === 'uuid') return pick([unknownId, ...ids]);
  if (schema.format === 'date') return pick(days);
  if (schema.format === 'date-time') return pick(moments);
  const pool = [...known, ...texts, ...days, ...moments];
  const [least, most] = [Number(schema.minLength ?? 0), Number(schema.maxLength ?? Infinity)];
  const fit = pool.filter((one) => least <= one.length && one.length <= most);
  return pick(fit.length > 0 ? fit : pool);
}
