import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { creditDue, type DueRow } from '../store/dues.ts';

/** Says which year of rights payments opened that came after the year they were asked for, part of the deed that opens it. What was asked stays as it was. */
export async function creditDues(
  context: DeedContext,
  dues: readonly { readonly due: DueRow; readonly year: number }[],
): Promise<void> {
  for (const { due, year } of dues) await creditDue(context.tx, due.notice, year);
  context.journal(
    ...dues.map(({ due, year }) => ({
      subject: `due:${due.notice}`,
      territory: due.territory,
      before: digestOf({ notice: due.notice, year: due.credited_year ?? due.year_of_right }),
      after: digestOf({ notice: due.notice, year }),
    })),
  );
}
