import { findDeclared } from '#modules/applications';
import type { DeedContext } from '#platform/actions';
import { effectOf, isCoveredElsewhere } from '../model/life-event.ts';
import { listPeriodsOf } from '../store/beneficiaries.ts';
import { listLifeEventsOf } from '../store/life-events.ts';
import type { BeneficiaryRow, LifeEventRow, RegistrationRow } from '../store/tables.ts';

type Member = { readonly ref: number; readonly relation: string } & Readonly<Record<string, unknown>>;

/**
 * What a family would declare today if nothing but what was accepted has changed: its last declaration without whoever left it or is
 * covered elsewhere, with whoever came, in the commune that it moved to. Whether that is a declaration is for the rules of requests to say.
 */
export async function restatedOf(
  context: Pick<DeedContext, 'tx' | 'today'>,
  family: Pick<RegistrationRow, 'number' | 'request_id' | 'territory'>,
): Promise<unknown> {
  const declared = await findDeclared(context, family.request_id);
  if (!declared) return undefined;
  const events = (await listLifeEventsOf(context.tx, family.number)).filter(
    ({ state, settled_at: at }) => state === 'accepted' && at !== null && at.slice(0, 10) > declared.filed_on,
  );
  const periods = await listPeriodsOf(context.tx, family.number);
  const left = new Set([
    ...events.flatMap(({ kind, person_id }) => (effectOf(kind).ends && person_id ? [person_id] : [])),
    ...listCovered(periods),
  ]);
  const gone = new Set(periods.flatMap(({ person_id, ref }) => (left.has(person_id) ? [ref] : [])));
  const staying: Member[] = declared.members.filter(({ ref }) => !gone.has(ref));
  const came = events.toReversed().filter(({ id }) => !periods.some((row) => row.event_id === id && left.has(row.person_id)));
  const members = [...staying, ...came.flatMap(newcomerOf)].map((member, at) => ({ ...member, ref: at + 1 }));
  return { ...declared, filed_on: context.today.toString(), commune: family.territory, members };
}

/** Whom another scheme covers by a settlement: declared again, the whole family would be held for what is decided already. */
function listCovered(periods: readonly BeneficiaryRow[]): string[] {
  const believed = Map.groupBy(
    periods.filter(({ known_to }) => known_to === null),
    ({ person_id }) => person_id,
  );
  return [...believed].flatMap(([person, own]) => (isCoveredElsewhere(own) ? [person] : []));
}

function newcomerOf({ kind, stated }: LifeEventRow): Member[] {
  const { newcomer: relation } = effectOf(kind);
  if (!relation || !stated.newcomer) return [];
  const { names, sex, birthDate, cnie } = stated.newcomer;
  return [{ ref: 0, relation, sex, birth_date: birthDate, names, ...(cnie === undefined ? {} : { cnie }) }];
}
