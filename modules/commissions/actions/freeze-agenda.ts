import { z } from 'zod';
import { lawAt } from '#law';
import { listFilesInBrief, putOnAgenda } from '#modules/applications';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import type { Proposal } from '../model/decision.ts';
import { type Placed, placeChosen } from '../queries/propose-agenda.ts';
import { findSittingForUpdate, insertAgenda, moveSittings } from '../store/sittings.ts';
import type { AgendaRow, SittingRow } from '../store/tables.ts';

/**
 * Fixes what a sitting will rule on, in the order given, each file with why it stands there and with the version of its declaration and the
 * score that the ruling will rest on. Only scored files of the commission's own territory can be put before it; the one that cannot is named.
 * `rehearsal`: the named cast, where there is one, goes on with the sitting by itself.
 */
export const freezeAgenda = defineAction({
  name: 'commissions.freeze-agenda',
  summary: 'Fix the files a sitting will rule on',
  permission: 'commissions:prepare',
  input: z.object({
    sitting: z.uuid(),
    applications: z.array(z.uuid()).min(1).max(500),
    rehearsal: z.boolean().default(false),
  }),
  output: z.object({ sitting: z.string(), files: z.int() }),
  refusals: ['sitting-not-found', 'sitting-not-convened', 'agenda-too-full', 'file-not-ready', 'file-listed-twice'],
  async run(context, { sitting: id, applications, rehearsal }) {
    const sitting = await findSittingForUpdate(context.tx, id);
    if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
    const refused = refuseUnlessOpen(sitting, applications);
    if (refused) return refused;
    const chosen = { ids: applications, today: context.today };
    const files = await placeChosen(context.tx, sitting.territory, chosen);
    const rows: AgendaRow[] = [];
    for (const [index, application] of applications.entries()) {
      const file = files.get(application);
      if (!file) return refuseFile(context, application, index);
      rows.push(toItem(sitting, file, index + 1));
    }
    const moved = await putOnAgenda(context, applications);
    if (moved.length !== applications.length) return refuseMoved(context, applications, moved);
    await insertAgenda(context.tx, rows);
    await moveSittings(context.tx, 'freeze-agenda', [id], { rehearsal });
    const after = digestOf({ sitting: id, agenda: rows.map((row) => ({ ...row })) });
    context.journal({ subject: `sitting:${id}`, territory: sitting.territory, after });
    return { sitting: id, files: applications.length };
  },
});

function refuseUnlessOpen({ state, held_on }: SittingRow, applications: readonly string[]): Refusal | undefined {
  if (state !== 'convened') return refuse('sitting-not-convened', { place: 'sitting', facts: { state } });
  if (new Set(applications).size !== applications.length) return refuse('file-listed-twice', { place: 'applications' });
  const capacity = lawAt(held_on).commissions.capacity.value;
  if (applications.length > capacity)
    return refuse('agenda-too-full', { place: 'applications', facts: { files: applications.length, capacity } });
  return undefined;
}

async function refuseFile({ tx }: DeedContext, application: string, index: number): Promise<Refusal> {
  const [file] = await listFilesInBrief(tx, [application]);
  return refuse('file-not-ready', { place: `applications[${index}]`, facts: { application, number: file?.number ?? 'none' } });
}

/** Another agenda took a file between the reading and the moving. */
function refuseMoved(context: DeedContext, applications: readonly string[], moved: readonly { id: string }[]): Promise<Refusal> {
  const taken = new Set(moved.map(({ id }) => id));
  const index = applications.findIndex((application) => !taken.has(application));
  return refuseFile(context, applications[index] ?? '', index);
}

function toItem({ id, territory }: SittingRow, { facts, ...file }: Placed, position: number): AgendaRow {
  const { version, declarationDigest, formula, formulaDigest, resultDigest } = facts.basis;
  return {
    ...{ sitting_id: id, application_id: file.id, position, proposal: file.proposal as Proposal, territory },
    ...{ concordant: file.discordances.length === 0, why: file.why, version, declaration_digest: declarationDigest },
    ...{ formula, formula_digest: formulaDigest, result_digest: resultDigest },
  };
}
