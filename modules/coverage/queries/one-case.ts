import { z } from 'zod';
import { listPersonsShown, ShownPerson } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { coverCaseStates } from '../model/cover-case.ts';
import { sharedDays } from '../model/shared-days.ts';
import { countStates, listCasesOfRequest, listEvidence, listQueue, listRamedDays } from '../store/case-lists.ts';
import { type CaseRow, findCase, listSteps } from '../store/cases.ts';
import { listControlsIn } from '../store/controls.ts';

const AT_ONCE = 50;
const Days = z.object({ from: z.string(), to: z.string().nullable() });

const Case = z.object({
  id: z.uuid(),
  application: z.uuid(),
  person: z.uuid(),
  scheme: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  family: z.int(),
  foundBy: z.string(),
  basis: z.enum(['card', 'names']),
  state: z.enum(coverCaseStates),
  openedAt: z.string(),
  since: z.string(),
  answerUntil: z.string().nullable(),
  answer: z.enum(['accepts', 'contests']).nullable(),
  contestUntil: z.string().nullable(),
  stands: z.enum(['ramed', 'other']).nullable(),
  standsFrom: z.string().nullable(),
  /** The request of the family waits for it, before registration. */
  waits: z.boolean(),
  territory: z.string(),
});

type Held = ReadonlySet<string>;

function toShown(row: CaseRow, held: Held): z.infer<typeof Case> {
  const { requestId, personId, fromDay, toDay, confirmedBy: _hand, ...shown } = row;
  const to = toDay === 'infinity' ? null : toDay;
  const waits = held.has(requestId) && !['dismissed', 'settled'].includes(row.state);
  return { ...shown, application: requestId, person: personId, from: fromDay, to, waits };
}

async function listHeld(tx: Tx, rows: readonly CaseRow[]): Promise<Held> {
  const requests = rows.map(({ requestId }) => requestId);
  return new Set((await listControlsIn(tx, 'overlap', requests)).map(({ request_id }) => request_id));
}

const Listed = Case.extend({ names: ShownPerson.shape.names.optional() });

/** Double registrations that wait in one queue, the longest first, with how many there are in each state. */
export const coverCases = defineQuery({
  name: 'coverage.cover-cases',
  summary: 'Double registrations that wait in one queue, the longest first',
  permission: 'coverage:judge-cases',
  input: z.object({
    queue: z.enum(['suspected', 'to_review', 'confirmed', 'contested', 'ended']).default('suspected'),
    after: z.object({ since: z.iso.datetime({ offset: true }), id: z.uuid() }).optional(),
  }),
  output: z.object({
    cases: z.array(Listed),
    more: z.boolean(),
    counts: z.array(z.object({ state: z.enum(coverCaseStates), cases: z.int() })),
  }),
  noted: ({ cases }) => [{ subject: 'cover-cases:list', territory: '', shown: cases.length }],
  async run({ tx }, { queue, after }) {
    const rows = await listQueue(tx, { queue, after, most: AT_ONCE + 1 });
    const shown = rows.slice(0, AT_ONCE);
    const [persons, held] = [await personsOf(tx, shown), await listHeld(tx, shown)];
    const counts = (await countStates(tx)).map(({ state, cases }) => ({ state: state as CaseRow['state'], cases }));
    return {
      cases: shown.map((row) => ({ ...toShown(row, held), names: persons.get(row.personId)?.names })),
      more: rows.length > AT_ONCE,
      counts,
    };
  },
});

async function personsOf(tx: Tx, rows: readonly CaseRow[]) {
  const persons = await listPersonsShown(tx, [...new Set(rows.map(({ personId }) => personId))]);
  return new Map(persons.map((person) => [person.person, person]));
}

const Evidence = z.object({
  organism: z.string(),
  heldAs: z.enum(['insured', 'dependant']),
  from: z.string(),
  to: z.string().nullable(),
  basis: z.enum(['card', 'names']),
  likeness: z.number().nullable(),
  fields: z.record(z.string(), z.string()),
  list: z.string().nullable(),
  listReference: z.string().nullable(),
  standsOn: z.string().nullable(),
  envelope: z.string().nullable(),
  member: z.string().nullable(),
  knownAt: z.string(),
  learntAt: z.string(),
});

const Step = z.object({
  passage: z.string(),
  hand: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  day: z.string().nullable(),
});

/** A double registration whole: the person, both schemes over days, who told of it, what was said and done, and the days both covered. */
export const oneCoverCase = defineQuery({
  name: 'coverage.one-cover-case',
  summary: 'A double registration whole, with its evidence and both schemes over time',
  permission: 'coverage:judge-cases',
  input: z.object({ case: z.uuid() }),
  output: z.object({
    case: Case.extend({
      who: ShownPerson.optional(),
      evidence: z.array(Evidence),
      steps: z.array(Step),
      ramed: z.array(Days),
      other: z.array(Days),
      shared: z.array(z.object({ from: z.string(), to: z.string(), days: z.int() })),
      others: z.array(Case),
    }).optional(),
  }),
  noted: ({ case: shown }) =>
    shown ? [{ subject: `application:${shown.application}`, territory: shown.territory, shown: 1 }] : [],
  async run({ tx, today }, { case: id }) {
    const row = await findCase(tx, id);
    if (!row) return {};
    const evidence = await listEvidence(tx, id);
    const ramed = await listRamedDays(tx, row.personId);
    const other = evidence.map(({ from, to }) => ({ from, to }));
    const steps = (await listSteps(tx, [id])).map(({ passage, hand, taken_at, reason, words, day }) => ({
      ...{ passage, hand, at: taken_at, reason, words, day },
    }));
    const beside = (await listCasesOfRequest(tx, row.requestId)).filter((one) => one.id !== id);
    const held = await listHeld(tx, [row]);
    const who = (await personsOf(tx, [row])).get(row.personId);
    return {
      case: {
        ...toShown(row, held),
        ...(who ? { who } : {}),
        evidence: evidence.map((one) => ({ ...one })),
        ...{
          steps,
          ramed,
          other,
          shared: [...sharedDays(ramed, other, today.toString())],
          others: beside.map((one) => toShown(one, held)),
        },
      },
    };
  },
});

const FamilyCase = Case.pick({
  id: true,
  scheme: true,
  from: true,
  to: true,
  state: true,
  answerUntil: true,
  answer: true,
  contestUntil: true,
  stands: true,
  standsFrom: true,
}).extend({ names: ShownPerson.shape.names.optional(), organisms: z.array(z.string()), words: z.string().nullable() });

/** The double registrations of one family that it was told of, in order: what was found, until when it may answer, what was decided. */
export const casesOfFamily = defineQuery({
  name: 'coverage.cases-of-family',
  summary: 'The double registrations that one family was told of',
  permission: 'coverage:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ cases: z.array(FamilyCase) }),
  noted: ({ cases }, { application }) => [{ subject: `application:${application}`, territory: '', shown: cases.length }],
  async run({ tx }, { application }) {
    const rows = (await listCasesOfRequest(tx, application)).filter(({ answerUntil }) => answerUntil !== null);
    const persons = await personsOf(tx, rows);
    const steps = await listSteps(
      tx,
      rows.map(({ id }) => id),
    );
    const cases = [];
    for (const row of rows) {
      const organisms = [...new Set((await listEvidence(tx, row.id)).map(({ organism }) => organism))];
      const said = steps.findLast(({ case_id, passage }) => case_id === row.id && ['settle', 'undo'].includes(passage));
      cases.push({ ...toShown(row, new Set()), names: persons.get(row.personId)?.names, organisms, words: said?.words ?? null });
    }
    return { cases };
  },
});
