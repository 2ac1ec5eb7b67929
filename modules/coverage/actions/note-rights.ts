import { z } from 'zod';
import { type Beneficiary, listBeneficiaries, listEverStated, namePairsOf } from '#modules/registry';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { ownRights } from '../model/own-days.ts';
import { touchEveryone } from '../store/compare-list.ts';
import { findOfPersons } from '../store/findings.ts';
import { advanceSource, dropLines, lockSource, openSource } from '../store/lists.ts';
import { insertRightLines, type RightLine, saveRamedMembers } from '../store/ramed-members.ts';
import { reconcile } from '../store/reconcile.ts';
import { comparePersons } from './compare-names.ts';
import { fileOverlaps, gatherOverlaps } from './file-overlaps.ts';
import { holdJoinedCards } from './hold-joined-cards.ts';

const Right = z.object({ isCover: z.boolean(), from: z.iso.date(), to: z.iso.date() });
const OwnDays = z.object({ from: z.iso.date(), to: z.iso.date().nullable() });
/** `partly`: members who have no part in some of these days, with those on which they have. */
const Told = z.object({
  request: z.uuid(),
  rights: z.array(Right),
  partly: z.array(z.object({ person: z.uuid(), days: z.array(OwnDays) })).default([]),
});

/**
 * Keeps RAMED's own periods beside those of the other schemes: on which days each person of these registrations may be cared for, as
 * `entitlements` knew it at `toldAt`. What comes late does not undo newer knowledge. Whoever the register says another scheme covers on
 * these days becomes a cover case.
 */
export const noteRights = defineAction({
  name: 'coverage.note-rights',
  summary: 'Keep RAMED’s own periods beside those of the other schemes',
  permission: 'system:coverage',
  input: z.object({ toldAt: z.iso.datetime(), registrations: z.array(Told).min(1) }),
  output: z.object({ persons: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { toldAt, registrations }) {
    const { tx } = context;
    const persons = await listConcerned(context, registrations);
    if (persons.length === 0) return { persons: 0 };
    const rightsOf = openRights(registrations);
    await saveRamedMembers(tx, persons.map(toMember));
    await holdJoinedCards(context, [...new Set(persons.flatMap(({ cnie, personId }) => (cnie === undefined ? [personId] : [])))]);
    const telling = newId();
    const lines = persons.flatMap((person) => rightsOf(person).map((right) => toLine(person, right)));
    await insertRightLines(tx, telling, lines);
    await layRights(context, telling, toldAt);
    await findOverlaps(context, persons);
    context.journal(
      ...registrations.map((told) => ({
        subject: `application:${told.request}`,
        territory: persons.find((person) => person.requestId === told.request)?.territory ?? '',
        after: digestOf({ application: told.request, rights: told.rights }),
      })),
    );
    return { persons: persons.length };
  },
});

/** Whoever has rights by these requests, and whoever was stated by them once and has no more: under a national card that was corrected it was another. */
async function listConcerned({ tx }: DeedContext, registrations: readonly z.output<typeof Told>[]): Promise<Beneficiary[]> {
  const requests = registrations.map((told) => told.request);
  const standing = await listBeneficiaries(tx, requests);
  const known = new Set(standing.map(({ personId }) => personId));
  const gone = new Set(
    registrations.flatMap(({ partly }) => partly.map(({ person }) => person)).filter((one) => !known.has(one)),
  );
  if (gone.size === 0) return standing;
  // First, so that what another of these families says of such a person stands.
  return [...(await listEverStated(tx, requests)).filter(({ personId }) => gone.has(personId)), ...standing];
}

/** The days of each person's own: of the family, but for whoever has a part in some of them only. */
function openRights(registrations: readonly z.output<typeof Told>[]) {
  const families = Map.groupBy(registrations, ({ request }) => request);
  return ({ requestId, personId }: Beneficiary) =>
    (families.get(requestId) ?? []).flatMap(({ rights, partly }) => {
      const own = partly.find(({ person }) => person === personId)?.days;
      return own ? rights.flatMap((right) => ownRights(right, own)) : rights;
    });
}

async function findOverlaps(context: DeedContext, persons: readonly Beneficiary[]): Promise<void> {
  await gatherOverlaps(context);
  await findOfPersons(
    context.tx,
    persons.map(({ personId }) => personId),
  );
  await comparePersons(context, persons);
  await fileOverlaps(context, 'rights');
}

async function layRights({ tx, now }: DeedContext, telling: string, toldAt: string): Promise<void> {
  const { id } = await openSource(tx, { organism: 'ramed', scheme: 'ramed' });
  await lockSource(tx, id);
  const knownAt = await advanceSource(tx, id, { now: now.toString(), day: null, fullDay: null });
  await touchEveryone(tx, telling);
  await reconcile(tx, {
    list: telling,
    source: id,
    kind: 'changes',
    standsAt: toldAt,
    standsOn: toldAt.slice(0, 10),
    before: null,
    knownAt,
  });
  await dropLines(tx, telling);
}

function toMember({ requestId, personId, cnie, birthDate, names, territory }: Beneficiary) {
  const heard = { birth_date: birthDate, name_pairs: namePairsOf(names) };
  return { request_id: requestId, person_id: personId, card: cnie ?? null, ...heard, territory };
}

function toLine(person: Beneficiary, { isCover, from, to }: z.output<typeof Right>): RightLine {
  return {
    member: person.personId,
    held_as: isCover ? (person.relation === 'head' ? 'insured' : 'dependant') : null,
    card: isCover ? (person.cnie ?? null) : null,
    birth_date: person.birthDate,
    from_day: from,
    to_day: to,
    territory: person.territory,
  };
}
