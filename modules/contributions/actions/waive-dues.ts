import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { canBeWaived } from '../model/due.ts';
import { listDuesOf, waiveDue } from '../store/dues.ts';

/**
 * Waives what households still owe, part of the deed that finds they owe nothing. What was paid stays paid: giving it back is for who pays.
 * Returns the notices that no bank takes any more.
 */
export async function waiveDues(context: DeedContext, registrations: readonly string[]): Promise<readonly string[]> {
  const owed = (await listDuesOf(context.tx, registrations)).filter((due) => canBeWaived(due.state));
  if (owed.length === 0) return [];
  for (const { notice } of owed) await waiveDue(context.tx, notice);
  context.journal(
    ...owed.map(({ notice, territory, state, amount_centimes: amount }) => ({
      subject: `due:${notice}`,
      territory,
      before: digestOf({ notice, amount, state }),
      after: digestOf({ notice, amount, state: 'waived' }),
    })),
  );
  return owed.map(({ notice }) => notice);
}
