import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import type { RightDays } from '../model/right-changes.ts';
import { insertRights, supersede } from '../store/registrations.ts';
import type { RightRow } from '../store/tables.ts';
import { tellRights } from './tell-rights.ts';

/** A period of a right that is known, the request its family came of, and the periods that stand in its place from now on. */
export type Replacement = {
  readonly request: string;
  readonly right: RightRow;
  readonly parts: readonly (Omit<RightDays, 'reason'> & { readonly reason?: string })[];
};

/** Replaces what is known of some rights, part of the deed that changes them: what was known stays readable, the journal says what it became. */
export async function replaceRights(
  context: DeedContext,
  replacements: readonly Replacement[],
  /** Why, in the words of whoever decided; absent where nobody did. */
  reason?: string,
): Promise<void> {
  if (replacements.length === 0) return;
  const now = context.now.toString();
  await supersede(
    context.tx,
    replacements.map(({ right }) => right.id),
    now,
  );
  await insertRights(
    context.tx,
    replacements.flatMap(({ right, parts }) => parts.map((part) => ({ ...right, ...part, id: newId(), known_from: now }))),
  );
  context.journal(
    ...replacements.map(({ right, parts }) => ({
      subject: `registration:${right.registration_number}`,
      territory: right.territory,
      before: digestOf({ registration: right.registration_number, state: right.state }),
      after: digestOf({ registration: right.registration_number, state: parts.at(-1)?.state ?? 'closed' }),
      ...(reason === undefined ? {} : { reason }),
    })),
  );
  await tellRights(
    context,
    replacements.map(({ request, right, parts }) => ({ number: right.registration_number, request, rights: parts })),
  );
}
