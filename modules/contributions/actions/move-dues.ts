import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { canBePaid } from '../model/due.ts';
import { listDuesForUpdate, moveDue } from '../store/dues.ts';

/** What households still owe is of the commune that they moved to, part of the deed that moves them; what is settled stays where it was paid. */
export async function moveDues(
  context: DeedContext,
  households: readonly { readonly registration: string; readonly territory: string }[],
): Promise<void> {
  const territories = new Map(households.map(({ registration, territory }) => [registration, territory]));
  const owed = (await listDuesForUpdate(context.tx, [...territories.keys()])).flatMap((due) => {
    const territory = territories.get(due.registration_number) ?? due.territory;
    return canBePaid(due.state) && territory !== due.territory ? [{ due, territory }] : [];
  });
  for (const { due, territory } of owed) await moveDue(context.tx, due.notice, territory);
  context.journal(
    ...owed.map(({ due, territory }) => ({
      subject: `due:${due.notice}`,
      territory,
      before: digestOf({ notice: due.notice, territory: due.territory }),
      after: digestOf({ notice: due.notice, territory }),
    })),
  );
}
