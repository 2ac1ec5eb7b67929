import type { z } from 'zod';
import { sql, type Tx } from '#platform/database';
import { type Actor, mayDo } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import type { Outcome } from './desk.ts';

/** Who may not is told so first, and learns nothing of the input; then the input is held to its schema. */
export function admit<I extends z.ZodType>(
  thing: { permission: `${string}:${string}`; input: I },
  input: unknown,
  actor: Actor,
): Outcome<z.output<I>> {
  if (!mayDo(actor, thing.permission))
    return { ok: false, refusal: refuse('not-allowed', { facts: { permission: thing.permission } }) };
  const parsed = thing.input.safeParse(input);
  if (parsed.success) return admitText(parsed.data);
  const issue = parsed.error.issues[0];
  const place = issue?.path.map(String).join('.') ?? '';
  return {
    ok: false,
    refusal: refuse('wrong-input', { place, facts: { rule: issue?.code ?? 'schema', message: issue?.message ?? '' } }),
  };
}

/** PostgreSQL stores no NUL in a text: whoever sends one hears it here, once for every deed and question. */
function admitText<T>(input: T): Outcome<T> {
  const path = pathToNul(input);
  if (!path) return { ok: true, output: input, repeated: false };
  return {
    ok: false,
    refusal: refuse('wrong-input', { place: path.join('.'), facts: { rule: 'nul', message: 'a text holds a NUL character' } }),
  };
}

function pathToNul(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return value.includes('\0') ? [] : undefined;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const path = key.includes('\0') ? [] : pathToNul(inner);
    if (path) return [key.replaceAll('\0', '�'), ...path];
  }
  return undefined;
}

/** What row-level security lets through in this transaction. */
export async function enterScope(tx: Tx, scopes: readonly string[]): Promise<void> {
  await sql`select set_config('ramed.scopes', ${scopes.join(',')}, true)`.execute(tx);
}
