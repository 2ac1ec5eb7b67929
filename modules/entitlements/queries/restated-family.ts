import { findDeclared } from '#modules/applications';
import type { DeedContext } from '#platform/actions';
import { laidOver } from '../model/correction.ts';
import { effectOf, isCoveredElsewhere } from '../model/life-event.ts';
import { declaredAs, type MemberWords } from '../model/stated-change.ts';
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
  const right = correcting(events, periods);
  const members = [
    ...staying.map((member) => right(member, member.ref)),
    ...came.flatMap((event) => newcomerOf(event, right, periods)),
  ].map((member, at) => ({ ...member, ref: at + 1 }));
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

type Correct = (member: Member, ref: number | undefined) => Member;

/** A member as it is after the corrections that were accepted, the earliest first; each is about whoever has that place in the family. */
function correcting(events: readonly LifeEventRow[], periods: readonly BeneficiaryRow[]): Correct {
  const corrections = events.toReversed().flatMap(({ person_id, stated: { corrected } }) => {
    const ref = periods.findLast((row) => row.person_id === person_id)?.ref;
    return corrected && ref !== undefined ? [{ ref, corrected }] : [];
  });
  return (member, ref) => {
    const own = corrections.filter((one) => one.ref === ref);
    const words = own.reduce((before, { corrected }) => laidOver(before, corrected), wordsOf(member));
    return own.length === 0 ? member : { ...member, ...declaredAs(words) };
  };
}

function wordsOf({ names, sex, birth_date: birthDate, cnie }: Member): MemberWords {
  return { names, sex, birthDate, cnie } as MemberWords;
}

function newcomerOf({ id, kind, stated }: LifeEventRow, right: Correct, periods: readonly BeneficiaryRow[]): Member[] {
  const { newcomer: relation } = effectOf(kind);
  if (!relation || !stated.newcomer) return [];
  const ref = periods.find(({ event_id }) => event_id === id)?.ref;
  return [right({ ref: 0, relation, ...declaredAs(stated.newcomer) }, ref)];
}
