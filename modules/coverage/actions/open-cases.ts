import type { Beneficiary } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { type CoverSpan, overlaps } from '../model/overlap.ts';
import { listHindered } from '../store/cases.ts';
import type { PeriodRow } from '../store/controls.ts';
import type { FindingRow } from '../store/findings.ts';
import { listStandingCovers, listStandingOfMembers, type MemberCover, type StandingCover } from '../store/register.ts';
import { listLikelyMembers } from './compare-names.ts';
import { fileOverlaps, gatherOverlaps } from './file-overlaps.ts';

export type Cover = { readonly person: Beneficiary; readonly span: CoverSpan; readonly row: PeriodRow };
type Families = { readonly persons: ReadonlyMap<string, readonly Beneficiary[]>; readonly envelope: string | null };

/**
 * Opens a case for each person and scheme that overlaps, by the answers or by the register: by card, and by names where the
 * person or who is told of has none, which a person looks at. Returns the requests in whose way one stands: what a person set aside before does not hold the family again.
 */
export async function openCases(
  context: DeedContext,
  covers: readonly Cover[],
  families: Families,
): Promise<ReadonlySet<string>> {
  const today = context.today.toString();
  const everyone = [...families.persons.values()].flat();
  await gatherOverlaps(context);
  const registered = Map.groupBy(
    await listStandingCovers(
      context.tx,
      everyone.flatMap(({ cnie }) => cnie ?? []),
      today,
    ),
    ({ card }) => card,
  );
  const sizeOf = (person: Beneficiary) => families.persons.get(person.requestId)?.length ?? 1;
  const findings = [
    ...covers
      .filter(({ span }) => overlaps(span, today))
      .map((cover) => ofAnswer(cover, families.envelope, sizeOf(cover.person))),
    ...everyone.flatMap((person) =>
      (registered.get(person.cnie ?? '') ?? []).map((cover) => ofRegister(person, cover, sizeOf(person))),
    ),
    ...(await findByNames(context, everyone, sizeOf)),
  ];
  await fileOverlaps(context, 'registration', findings);
  const found = findings.map((finding) => finding.request_id);
  return listHindered(context.tx, [...new Set(found)]);
}

/** Where a body tells of no card, or the person has none, names and birth date say that the two may be one. Two who bear cards are left to these. */
async function findByNames(
  context: DeedContext,
  everyone: readonly Beneficiary[],
  sizeOf: (person: Beneficiary) => number,
): Promise<FindingRow[]> {
  const pairs = await listLikelyMembers(context, everyone);
  const covers = await listStandingOfMembers(context.tx, pairs, context.today.toString());
  const bearing = Map.groupBy(covers, placeOf);
  const likely = Map.groupBy(pairs, ({ person }) => person);
  return everyone.flatMap((person) =>
    (likely.get(person.personId) ?? []).flatMap((pair) =>
      (bearing.get(placeOf(pair)) ?? [])
        .filter(({ card }) => card === null || person.cnie === undefined)
        .map((cover) => ({
          ...{ ...ofPerson(person, sizeOf(person)), ...told(cover), envelope_id: null },
          ...{ basis: 'names' as const, likeness: pair.likeness, fields: pair.fields },
        })),
    ),
  );
}

const placeOf = ({ source_id, member }: { readonly source_id: number; readonly member: string }) => `${source_id}/${member}`;

const told = ({ source_id, member, scheme, organism, held_as, from_day, to_day, list_id }: MemberCover) => ({
  ...{ source_id, member, scheme, organism, held_as, from_day, to_day, list_id },
});

function ofAnswer({ person, row }: Cover, envelope: string | null, family: number): FindingRow {
  const { scheme, source, held_as, from_day, to_day } = row;
  return {
    ...ofPerson(person, family),
    ...{ scheme, organism: source, held_as, from_day, to_day: to_day ?? 'infinity' },
    ...{ source_id: null, member: null, list_id: null, envelope_id: envelope },
    // The insurer was asked about this person, by card where there is one, and answered for them.
    fields: person.cnie === undefined ? {} : { card: 'same' },
  };
}

function ofRegister(person: Beneficiary, cover: StandingCover, family: number): FindingRow {
  const { card: _card, birth_date: born, ...told } = cover;
  const birth = born === null ? 'missing' : born === person.birthDate ? 'same' : 'different';
  return { ...ofPerson(person, family), ...told, envelope_id: null, fields: { card: 'same', birth } };
}

function ofPerson({ requestId, personId, territory, cnie }: Beneficiary, family: number) {
  const who = { request_id: requestId, person_id: personId, territory, card: cnie ?? null, family };
  return { ...who, basis: 'card' as const, likeness: null };
}
