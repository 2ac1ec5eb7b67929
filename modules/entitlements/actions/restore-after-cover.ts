import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { listCoverInstants } from '../store/beneficiaries.ts';
import { listPresentRightsForUpdate, listRegistrationsOfRequests } from '../store/registrations.ts';
import type { RegistrationRow, RightRow } from '../store/tables.ts';
import { householdsChanged } from './households-changed.ts';
import { reopenRight } from './reopen-right.ts';
import { restorePart } from './restore-part.ts';

const Settlement = z.object({ case: z.uuid(), application: z.uuid(), person: z.uuid() });

/**
 * Gives members back the part in their families' rights that a double registration ended, once its settlement is taken back: what it superseded
 * stands again from now on, but for what other settlements that stand still end, and so does the family's right where it had ended with it. Where
 * something changed the member since, that stays.
 */
export const restoreAfterCover = defineAction({
  name: 'entitlements.restore-after-cover',
  summary: 'Give members back the part that a double registration had ended',
  permission: 'system:entitlements',
  input: z.object({ settlements: z.array(Settlement).min(1) }),
  output: z.object({ restored: z.array(z.string()) }),
  refusals: [],
  internal: true,
  async run(context, { settlements }) {
    const restored: string[] = [];
    for (const settlement of settlements) {
      const [family] = await listRegistrationsOfRequests(context.tx, [settlement.application]);
      if (family && (await restore(context, family, settlement.person))) restored.push(family.number);
    }
    return { restored };
  },
});

async function restore(context: DeedContext, family: RegistrationRow, person: string): Promise<boolean> {
  const { number } = family;
  await listPresentRightsForUpdate(context.tx, [number]);
  if (!(await restorePart(context, family, person))) return false;
  const instants = await listCoverInstants(context.tx, number);
  const isMistaken = ({ reason, known_from }: RightRow) => reason === 'double-cover' && instants.has(known_from);
  const isReopened = await reopenRight(context, family, { isMistaken, reason: 'settlement-undone' });
  await householdsChanged(context, [number]);
  if (isReopened) context.emit('entitlements.opened', { registrations: [number] });
  else context.emit('entitlements.card-outdated', { registrations: [number] });
  return true;
}
