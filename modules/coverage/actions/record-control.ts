import { z } from 'zod';
import { AnsweredEnvelope, recordAnswered } from '#modules/exchange';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { type CoverSpan, overlaps } from '../model/overlap.ts';
import { insertCases, type PeriodRow, saveControls, savePeriods } from '../store/controls.ts';

const Told = z.object({
  ref: z.int(),
  periods: z.array(z.custom<CoverSpan>((value) => typeof value === 'object' && value !== null && 'scheme' in value)),
});
const Answered = z.object({ request: z.uuid(), persons: z.array(Told) });
type Answered = z.output<typeof Answered>;

/**
 * Keeps what the insurers told about families about to be registered. A family of which anyone is covered elsewhere is held and a cover
 * case opened for each person and cover; the others may be registered.
 */
export const recordControl = defineAction({
  name: 'coverage.record-control',
  summary: 'Keep what the insurers told about families about to be registered',
  permission: 'system:coverage',
  input: z.object({
    envelope: AnsweredEnvelope,
    requests: z.array(Answered),
  }),
  output: z.object({ clear: z.int(), overlapping: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { envelope, requests }) {
    const persons = Map.groupBy(
      await listBeneficiaries(
        context.tx,
        requests.map((entry) => entry.request),
      ),
      (person) => person.requestId,
    );
    const covers = requests.flatMap((entry) => coversOf(context, entry, persons.get(entry.request) ?? []));
    const overlapping = await openCases(context, covers);
    const answered = await saveControls(
      context.tx,
      requests.map((entry) => toControl(context, entry.request, envelope.id, { persons, overlapping })),
    );
    await recordAnswered(context.tx, { partner: 'insurers', subject: 'cover-checks', at: context.now.toString() }, envelope);
    context.journal(
      ...answered.map((request) => ({
        subject: `application:${request}`,
        territory: persons.get(request)?.[0]?.territory ?? '',
        after: digestOf({ application: request, control: overlapping.has(request) ? 'overlap' : 'clear' }),
      })),
    );
    const clear = answered.filter((request) => !overlapping.has(request));
    const held = answered.filter((request) => overlapping.has(request));
    if (clear.length > 0) context.emit('coverage.controlled', { applications: clear });
    if (held.length > 0) context.emit('coverage.overlap-found', { applications: held });
    return { clear: clear.length, overlapping: held.length };
  },
});

type Cover = { readonly person: Beneficiary; readonly span: CoverSpan; readonly row: PeriodRow };

function coversOf(context: DeedContext, answered: Answered, persons: readonly Beneficiary[]): Cover[] {
  const byRef = new Map(persons.map((person) => [person.ref, person]));
  return answered.persons.flatMap(({ ref, periods }) => {
    const person = byRef.get(ref);
    return person ? periods.map((span) => ({ person, span, row: toPeriod(context, person, span) })) : [];
  });
}

function toPeriod(context: DeedContext, person: Beneficiary, span: CoverSpan): PeriodRow {
  return {
    id: newId(),
    person_id: person.personId,
    scheme: span.scheme,
    held_as: span.role,
    from_day: span.from,
    to_day: span.to ?? null,
    source: 'insurers',
    learnt_at: context.now.toString(),
    territory: person.territory,
  };
}

/** Stores the covers and opens a case for each that overlaps; returns the requests concerned. */
async function openCases(context: DeedContext, covers: readonly Cover[]): Promise<ReadonlySet<string>> {
  const stored = await savePeriods(
    context.tx,
    covers.map((cover) => cover.row),
  );
  const idOf = new Map(stored.map((row) => [`${row.person_id}/${row.scheme}/${row.from_day}`, row.id]));
  const overlapping = covers.filter((cover) => overlaps(cover.span, context.today.toString()));
  await insertCases(
    context.tx,
    overlapping.map(({ person, row }) => ({
      id: newId(),
      request_id: person.requestId,
      person_id: person.personId,
      period_id: idOf.get(`${row.person_id}/${row.scheme}/${row.from_day}`) ?? row.id,
      state: 'suspected',
      opened_at: context.now.toString(),
      territory: person.territory,
    })),
  );
  return new Set(overlapping.map((cover) => cover.person.requestId));
}

type Known = { persons: ReadonlyMap<string, readonly Beneficiary[]>; overlapping: ReadonlySet<string> };

function toControl(context: DeedContext, request: string, envelope: string, known: Known) {
  const at = context.now.toString();
  const territory = known.persons.get(request)?.[0]?.territory ?? '';
  return {
    request_id: request,
    territory,
    state: known.overlapping.has(request) ? 'overlap' : 'clear',
    asked_at: at,
    answered_at: at,
    envelope_id: envelope,
  } as const;
}
