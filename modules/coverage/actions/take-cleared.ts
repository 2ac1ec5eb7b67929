import { lawAt } from '#law';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { toDate } from '#platform/dates';
import { listControlsOfNow } from '../queries/cleared.ts';
import { type ControlRow, holdControls, reopenControls } from '../store/controls.ts';
import { countAppliedLists } from '../store/lists.ts';
import { openCases } from './open-cases.ts';

/**
 * Of requests about to be registered, those whose families are cleared on this day. An answer that is too old is asked for anew and waited for;
 * where lists came since the answer, the register is looked at again, and who is covered by one is held. Part of the deed that registers.
 */
export async function takeCleared(context: DeedContext, requests: readonly string[]): Promise<ReadonlySet<string>> {
  const controls = await listControlsOfNow(context.tx, 'clear', requests);
  const [old, young] = splitByAge(context, controls);
  if (old.length > 0) await askAnew(context, old);
  const held = await holdAgainstLists(context, young);
  return new Set(young.flatMap(({ request_id: request }) => (held.has(request) ? [] : [request])));
}

function splitByAge(context: DeedContext, controls: readonly ControlRow[]): [ControlRow[], ControlRow[]] {
  const today = context.today.toString();
  const oldest = toDate(today)
    .subtract({ days: lawAt(today).coverage.clearDays.value })
    .toString();
  const isOld = ({ answered_at }: ControlRow) => answered_at === null || answered_at.slice(0, 10) < oldest;
  return [controls.filter(isOld), controls.filter((control) => !isOld(control))];
}

async function askAnew(context: DeedContext, old: readonly ControlRow[]): Promise<void> {
  const reopened = await reopenControls(
    context.tx,
    old.map((control) => control.request_id),
    context.now.toString(),
  );
  note(context, old, { of: new Set(reopened), state: 'waiting', reason: 'answer of insurers too old' });
  if (reopened.length > 0) context.emit('coverage.control-reopened', { applications: reopened });
}

/** Nothing is looked for where no list came since the answer: mostly it was given a moment ago. */
async function holdAgainstLists(context: DeedContext, controls: readonly ControlRow[]): Promise<ReadonlySet<string>> {
  const lists = await countAppliedLists(context.tx);
  const behind = controls.filter((control) => control.lists_known !== lists).map((control) => control.request_id);
  if (behind.length === 0) return new Set();
  const persons: ReadonlyMap<string, readonly Beneficiary[]> = Map.groupBy(
    await listBeneficiaries(context.tx, behind),
    (person) => person.requestId,
  );
  const hindered = await openCases(context, [], { persons, envelope: null });
  const held = new Set(await holdControls(context.tx, [...hindered]));
  note(context, controls, { of: held, state: 'overlap', reason: 'covered by a list that came since' });
  if (held.size > 0) context.emit('coverage.overlap-found', { applications: [...held] });
  return held;
}

type Noted = { readonly of: ReadonlySet<string>; readonly state: ControlRow['state']; readonly reason: string };

function note(context: DeedContext, controls: readonly ControlRow[], { of, state, reason }: Noted): void {
  context.journal(
    ...controls
      .filter((control) => of.has(control.request_id))
      .map(({ request_id, territory }) => ({
        subject: `application:${request_id}`,
        territory,
        after: digestOf({ application: request_id, control: state }),
        reason,
      })),
  );
}
