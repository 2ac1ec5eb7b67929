import { moveDues } from '#modules/contributions';
import type { DeedContext } from '#platform/actions';
import { type Moving, moveOfCommune } from '../store/registrations.ts';

/**
 * Families are of another commune from now on, part of the deed that finds it: their rights, what they still owe and, by what hears of it, the
 * card that they hold or that is about to be made.
 */
export async function moveFamilies(context: DeedContext, families: readonly Moving[]): Promise<void> {
  if (families.length === 0) return;
  await moveOfCommune(context.tx, families);
  await moveDues(
    context,
    families.map(({ number: registration, territory }) => ({ registration, territory })),
  );
  context.emit('entitlements.family-moved', { registrations: families.map(({ number }) => number) });
}
