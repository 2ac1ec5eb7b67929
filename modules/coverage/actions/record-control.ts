import { z } from 'zod';
import { AnsweredEnvelope, recordAnswered } from '#modules/exchange';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import type { CoverSpan } from '../model/overlap.ts';
import { type PeriodRow, saveControls, savePeriods } from '../store/controls.ts';
import { countAppliedLists } from '../store/lists.ts';
import { type Cover, openCases } from './open-cases.ts';

const Told = z.object({
  ref: z.int(),
  periods: z.array(z.custom<CoverSpan>((value) => typeof value === 'object' && value !== null && 'scheme' in value)),
});
/** `household`: as it was stated when it was asked about. */
const Answered = z.object({ request: z.uuid(), household: z.uuid().optional(), persons: z.array(Told) });
type Answered = z.output<typeof Answered>;

/**
 * Keeps what the insurers told about families about to be registered, and holds these families against what the insurers' lists told
 * before. A family of which anyone is covered elsewhere, or may be by names where one of the two has no card, is held and a cover case opened for each
 * person and scheme; the others may be registered.
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
  async run(context, { envelope, requests: told }) {
    const persons = Map.groupBy(
      await listBeneficiaries(
        context.tx,
        told.map((entry) => entry.request),
      ),
      (person) => person.requestId,
    );
    // Of a family that was stated anew while the insurers were asked, they have not been asked.
    const isOfNow = ({ request, household }: Answered) => !household || household === persons.get(request)?.[0]?.householdId;
    const requests = told.filter(isOfNow);
    const covers = requests.flatMap((entry) => coversOf(context, entry, persons.get(entry.request) ?? []));
    await savePeriods(
      context.tx,
      covers.map((cover) => cover.row),
    );
    const overlapping = await openCases(context, covers, { persons, envelope: envelope.id });
    // After the overlaps were looked for, whose lock lists wait for as well: what is counted here was looked at.
    const lists = await countAppliedLists(context.tx);
    const answered = await saveControls(
      context.tx,
      requests.map((entry) => toControl(context, entry.request, envelope.id, { persons, overlapping, lists })),
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

type Known = { persons: ReadonlyMap<string, readonly Beneficiary[]>; overlapping: ReadonlySet<string>; lists: number };

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
    household_id: known.persons.get(request)?.[0]?.householdId ?? null,
    lists_known: known.lists,
  } as const;
}
