import { expect } from 'vitest';
import type { z } from 'zod';
import { actorOf, type Role } from '#modules/staff';
import type { Action } from '#platform/actions';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import type { TestHouse } from './test-house.ts';

const DIGEST = /^[0-9a-f]{64}$/;

export type WrittenLine = {
  readonly book: string;
  readonly action: string;
  readonly actor: string;
  readonly post: string | null;
  readonly subject: string;
  readonly territory: string;
  readonly reason: string | null;
  readonly before_digest: string | null;
  readonly after_digest: string | null;
};

/** Someone who holds a role for a territory, where the cast has nobody. */
export function aPost(role: Role, territory: string): Actor {
  return actorOf({ agentId: newId(), postId: newId(), role, territory });
}

/**
 * Does a deed and holds it to what every deed owes: asked again with its key it gives the same answer and changes nothing; the key serves
 * no other input; the journal says who did what on whose file. Gives its output and its journal lines.
 */
export async function expectProperDeed<I extends z.ZodType, O extends z.ZodType>(
  test: TestHouse,
  action: Action<I, O>,
  deed: { readonly by: Actor; readonly input: z.input<I>; readonly otherInput: z.input<I> },
): Promise<{ output: z.output<O>; lines: WrittenLine[] }> {
  const key = newId();
  const first = await test.do(deed.by, action, deed.input, key);
  if (!first.ok) throw new Error(`${action.name} was refused: ${JSON.stringify(first.refusal)}`);
  const lines = await linesOf(test, key);
  const traces = await tracesOf(test);
  expect(await test.do(deed.by, action, deed.input, key)).toEqual({ ok: true, output: first.output, repeated: true });
  expect(await test.do(deed.by, action, deed.otherInput, key)).toMatchObject({ ok: false, refusal: { refused: 'key-reused' } });
  expect(await tracesOf(test)).toEqual(traces);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).toMatchObject({ action: action.name, actor: deed.by.id, post: deed.by.post ?? null });
    expect(line.after_digest).toMatch(DIGEST);
    if (line.before_digest !== null) expect(line.before_digest).toMatch(DIGEST);
  }
  return { output: first.output, lines };
}

/** The deed is refused with this code, and nothing at all is left of it. */
export async function expectRefused<I extends z.ZodType, O extends z.ZodType>(
  test: TestHouse,
  action: Action<I, O>,
  { by, input, as }: { readonly by: Actor; readonly input: z.input<I>; readonly as: string },
): Promise<void> {
  const traces = await tracesOf(test);
  expect(await test.do(by, action, input)).toMatchObject({ ok: false, refusal: { refused: as } });
  expect(await tracesOf(test)).toEqual(traces);
  if (as !== 'not-allowed') expect(action.refusals, `${action.name} says that it may refuse so`).toContain(as);
}

/** The journal lines that a deed wrote, by its key. */
export async function linesOf(test: TestHouse, deed: string): Promise<WrittenLine[]> {
  const { rows } = await sql<WrittenLine>`
    select book, action, actor, post, subject, territory, reason, before_digest, after_digest
    from audit.entry where deed = ${deed} order by book, seq`.execute(test.owner.kysely);
  return rows;
}

/** What a deed leaves behind wherever it was done: remembered keys, journal lines, events, queued jobs. */
async function tracesOf(test: TestHouse) {
  const { rows } = await sql`
    select (select count(*) from platform.deed) as deeds, (select count(*) from audit.entry) as lines,
      (select count(*) from platform.event) as events, (select count(*) from graphile_worker._private_jobs) as jobs`.execute(
    test.owner.kysely,
  );
  return rows[0];
}
