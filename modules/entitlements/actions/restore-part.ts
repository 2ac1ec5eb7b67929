import { listStandingSettlements } from '#modules/coverage';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { partWithout } from '../model/part-without-cover.ts';
import { insertBeneficiaries, listPresentMembersForUpdate, listSupersededAt, supersedeMembers } from '../store/beneficiaries.ts';
import { listRequestsOf } from '../store/renewal-requests.ts';
import type { BeneficiaryRow, RegistrationRow } from '../store/tables.ts';

/**
 * Gives a member back the part that it has without the settlements that stand no more, part of the deed that takes one back: another one that
 * stands still ends it, though it may have found nothing left to end when it was settled. False where nothing changes by it.
 */
export async function restorePart(context: DeedContext, family: RegistrationRow, person: string): Promise<boolean> {
  const { tx, now } = context;
  const { number, territory } = family;
  const present = (await listPresentMembersForUpdate(tx, [number])).filter(({ person_id }) => person_id === person);
  const covered = present.filter(({ case_id }) => case_id);
  if (covered.length === 0) return false;
  const others = present.filter((row) => !covered.includes(row));
  const { before, cases } = await beforeCovers(context, { number, person }, { covered, others });
  const requests = await listRequestsOf(tx, number);
  const known =
    before
      .map(({ known_from }) => known_from)
      .toSorted(byInstant)
      .at(-1) ?? now.toString();
  const asked = requests.map(({ request }) => request);
  const standing = (await listStandingSettlements(tx, asked)).filter(
    (one) => one.person === person && (cases.has(one.case) || byInstant(one.since, known) > 0),
  );
  const parts = partWithout(before, { standing, renewed: requests.flatMap(({ from }) => from ?? []) });
  if (isSame(parts, covered)) return false;
  await supersedeMembers(
    tx,
    covered.map((row) => row.id),
    now.toString(),
  );
  const again = { known_from: now.toString(), known_to: null, noted: null };
  await insertBeneficiaries(
    tx,
    parts.map(({ undone: _, ...part }: BeneficiaryRow & { undone?: boolean }) => ({ ...part, ...again, id: newId() })),
  );
  context.journal({
    subject: `registration:${number}`,
    territory,
    before: digestOf({ registration: number, person, ends: 'double-cover' }),
    after: digestOf({ registration: number, person, part: standing.length > 0 ? 'ended' : 'held' }),
    reason: 'settlement-undone',
  });
  return true;
}

type Parts = { readonly covered: readonly BeneficiaryRow[]; readonly others: readonly BeneficiaryRow[] };

/**
 * What the member had before any settlement, and the settlements on the way there. What one wrote superseded what was known before it; what was put
 * back since superseded that. Every step goes to an earlier instant, so it ends.
 */
async function beforeCovers({ tx }: DeedContext, whose: { number: string; person: string }, { covered, others }: Parts) {
  const before = new Map<string, BeneficiaryRow>();
  const cases = new Set<string>();
  const days = new Set(others.map(({ from_day }) => from_day));
  const seen = new Set<string>();
  for (let rows: readonly BeneficiaryRow[] = covered; rows.length > 0; ) {
    for (const { case_id } of rows) if (case_id) cases.add(case_id);
    const instants = [...new Set(rows.map(({ known_from }) => known_from))].filter((at) => !seen.has(at));
    const next: BeneficiaryRow[] = [];
    for (const at of instants) {
      seen.add(at);
      for (const row of await listSupersededAt(tx, whose, at)) {
        if (row.case_id || row.undone) next.push(row);
        else if (!days.has(row.from_day) && !before.has(row.from_day)) before.set(row.from_day, row);
      }
    }
    rows = next;
  }
  return { before: [...before.values()], cases };
}

function byInstant(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other) || (one < other ? -1 : Number(one > other));
}

function isSame(parts: readonly Pick<BeneficiaryRow, 'from_day' | 'to_day'>[], covered: readonly BeneficiaryRow[]): boolean {
  const key = ({ from_day, to_day }: Pick<BeneficiaryRow, 'from_day' | 'to_day'>) => `${from_day} ${to_day}`;
  return parts.map(key).toSorted().join() === covered.map(key).toSorted().join();
}
