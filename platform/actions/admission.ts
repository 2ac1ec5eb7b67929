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

/** What PostgreSQL stores in no text or knows as no day: whoever sends it hears it here, once for every deed and question. */
const unfit = [
  { rule: 'nul', message: 'a text holds a NUL character', is: (text: string) => text.includes('\0') },
  { rule: 'half-character', message: 'a text holds half of a character', is: (text: string) => !text.isWellFormed() },
  { rule: 'year-zero', message: 'there is no year 0', is: (text: string) => /^0000-\d\d-\d\d(T\S*)?$/.test(text) },
] as const;

function admitText<T>(input: T): Outcome<T> {
  const found = findUnfit(input);
  if (!found) return { ok: true, output: input, repeated: false };
  const { rule, message } = found.unfit;
  return { ok: false, refusal: refuse('wrong-input', { place: found.path.join('.'), facts: { rule, message } }) };
}

type Found = { readonly path: readonly string[]; readonly unfit: (typeof unfit)[number] };

function findUnfit(value: unknown): Found | undefined {
  if (typeof value === 'string') {
    const kind = unfit.find(({ is }) => is(value));
    return kind && { path: [], unfit: kind };
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = findUnfit(key) ?? findUnfit(inner);
    if (found) return { ...found, path: [key.replaceAll('\0', '�').toWellFormed(), ...found.path] };
  }
  return undefined;
}

/** What row-level security lets through in this transaction. */
export async function enterScope(tx: Tx, scopes: readonly string[]): Promise<void> {
  await sql`select set_config('ramed.scopes', ${scopes.join(',')}, true)`.execute(tx);
}
