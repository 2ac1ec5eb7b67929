import { z } from 'zod';
import { lawAt } from '#law';
import { longestStands } from '#modules/applications';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { places } from '../model/agenda.ts';
import { discordances } from '../model/concordance.ts';
import { listLatestEnquiries } from '../store/enquiries.ts';
import { findSitting } from '../store/sittings.ts';
import { listLatestReturned } from '../store/validation.ts';
import { Names } from './names.ts';
import { type Placed, proposeAgenda } from './propose-agenda.ts';

const File = z.object({
  application: z.string(),
  number: z.string(),
  names: Names,
  filedOn: z.string(),
  days: z.int(),
  clock: z.enum(['normal', 'warning', 'late']),
  proposal: z.enum(['poor', 'vulnerable', 'not_eligible']),
  isConcordant: z.boolean(),
  discordances: z.array(z.enum(discordances)),
  isNearLimit: z.boolean(),
  why: z.enum(places),
  /** Why it was adjourned, as a code of reasons; what the enquiry was about; what the province wrote when it gave the file back. */
  note: z.string().optional(),
  /** What the field agent answered to the enquiry, in the agent's words. */
  answer: z.string().optional(),
  /** Of a late file: where it stood longest since it was filed, and for how many days. */
  stood: z.object({ state: z.string(), days: z.int() }).optional(),
});

/**
 * What a sitting is proposed to take, as many files as the law lets it: what comes back first, then late files, then concordant ones, then
 * the others, each with why it stands there. Nothing is fixed by asking.
 */
export const agendaProposal = defineQuery({
  name: 'commissions.agenda-proposal',
  summary: 'The files a sitting is proposed to rule on, in order, each with why',
  permission: 'commissions:prepare',
  input: z.object({ sitting: z.uuid(), limit: z.int().min(1).max(500).optional() }),
  output: z.object({ capacity: z.int(), ready: z.int(), files: z.array(File) }),
  async run(context, { sitting: id, limit }) {
    const sitting = await findSitting(context.tx, id);
    if (!sitting) return { capacity: 0, ready: 0, files: [] };
    const capacity = lawAt(sitting.held_on).commissions.capacity.value;
    const proposing = { today: context.today, limit: limit ?? capacity };
    const { ready, files } = await proposeAgenda(context.tx, sitting.territory, proposing);
    const { notes, answers } = await remarksOn(context, files);
    const late = files.filter(({ why }) => why === 'late').map((file) => file.id);
    const stands = await longestStands(context.tx, late, context.now.toString());
    return {
      capacity,
      ready,
      files: files.map((file) => {
        const [note, answer, stand] = [notes.get(file.id), answers.get(file.id), stands.get(file.id)];
        return {
          ...toFile(file),
          ...(note === undefined ? {} : { note }),
          ...(answer === undefined ? {} : { answer }),
          ...(stand === undefined ? {} : { stood: { state: stand.state, days: stand.days } }),
        };
      }),
    };
  },
});

function toFile({ id, number, names, filedOn, days, clock, proposal, ...file }: Placed) {
  return {
    ...{ application: id, number, names, filedOn, days, clock, why: file.why },
    proposal: proposal as z.input<typeof File>['proposal'],
    isConcordant: file.discordances.length === 0,
    discordances: [...file.discordances],
    isNearLimit: file.facts.isNearLimit,
  };
}

type Remarks = { readonly notes: ReadonlyMap<string, string>; readonly answers: ReadonlyMap<string, string> };

/** What was asked or written about files that come back, and what was answered. */
async function remarksOn({ tx }: QuestionContext, files: readonly Placed[]): Promise<Remarks> {
  const idsOf = (wanted: Placed['why']) => files.filter(({ why }) => why === wanted).map(({ id }) => id);
  const asked = await listLatestEnquiries(tx, idsOf('answered'));
  const returned = await listLatestReturned(tx, idsOf('returned'));
  const notes = new Map([
    ...files.flatMap(({ id, why, note }) => (why === 'adjourned' && note !== undefined ? [[id, note] as const] : [])),
    ...asked.map((row) => [row.application_id, row.question] as const),
    ...returned.map((row) => [row.application_id, row.words] as const),
  ]);
  const answers = new Map(asked.flatMap((row) => (row.words === null ? [] : [[row.application_id, row.words] as const])));
  return { notes, answers };
}
