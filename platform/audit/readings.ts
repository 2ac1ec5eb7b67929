import type { Temporal } from 'temporal-polyfill';
import { type Database, sql } from '#platform/database';

/**
 * What an answer showed: `subject` is `kind:identifier`, as in the journal; `shown` how many files or persons, one unless it is said; `told`
 * what the answer said, where whom it is about may ask for it.
 */
export type Shown = { readonly subject: string; readonly territory: string; readonly shown?: number; readonly told?: string };

export type Reading = Shown & {
  readonly at: Temporal.Instant;
  readonly question: string;
  readonly actor: string;
  readonly post?: string | undefined;
  readonly actingFor?: string | undefined;
};

/** Where readings are written. `append` resolves once they are kept, and rejects when they could not be: then nobody may see the answer. */
export type ReadingBook = { append(readings: readonly Reading[]): Promise<void> };

/**
 * Lines of answers given at the same moment go in one statement: while one is written the next ones gather, so that a thousand readers cost the
 * disk a few writes, and a single one waits for nothing.
 */
export function openReadingBook(database: Database): ReadingBook {
  let gathering: Reading[] = [];
  let next: Promise<void> | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    append(readings) {
      if (readings.length === 0) return Promise.resolve();
      gathering.push(...readings);
      next ??= writing.then(() => {
        const lines = gathering;
        gathering = [];
        next = undefined;
        const written = insert(database, lines);
        writing = written.catch(() => undefined);
        return written;
      });
      return next;
    },
  };
}

async function insert({ kysely }: Database, readings: readonly Reading[]): Promise<void> {
  const rows = readings.map(({ at, actingFor, post, shown = 1, told, ...line }) => ({
    ...line,
    at: new Date(at.epochMilliseconds).toISOString(),
    post: post ?? null,
    acting_for: actingFor ?? null,
    shown,
    told: told ?? null,
  }));
  await sql`
    insert into audit.reading (at, question, actor, post, acting_for, subject, territory, shown, told)
    select at, question, actor, post, acting_for, subject, territory, shown, told
    from jsonb_populate_recordset(null::audit.reading, ${JSON.stringify(rows)}::jsonb)`.execute(kysely);
}
