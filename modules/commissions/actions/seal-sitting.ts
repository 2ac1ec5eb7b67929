import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listFilesInBrief } from '#modules/applications';
import { type DeedContext, defineAction } from '#platform/actions';
import { canonicalJson, type Json } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { listMembers, listPresence } from '../store/members.ts';
import { findSittingForUpdate, listAgenda, listDecisions, moveSittings } from '../store/sittings.ts';
import type { SittingRow } from '../store/tables.ts';

/**
 * Closes a sitting whose every file has been ruled on, and seals its minutes: the text is fixed for ever and its digest is what each page
 * and each letter carry.
 */
export const sealSitting = defineAction({
  name: 'commissions.seal-sitting',
  summary: 'Close a sitting and seal its minutes',
  permission: 'commissions:record',
  input: z.object({ sitting: z.uuid() }),
  output: z.object({ sitting: z.string(), minutesDigest: z.string(), files: z.int() }),
  refusals: ['sitting-not-found', 'sitting-not-open', 'files-undecided'],
  async run(context, { sitting: id }) {
    const sitting = await findSittingForUpdate(context.tx, id);
    if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
    if (sitting.state !== 'open') return refuse('sitting-not-open', { place: 'sitting', facts: { state: sitting.state } });
    const agenda = await listAgenda(context.tx, [id]);
    const decisions = await listDecisions(context.tx, [id]);
    if (decisions.length < agenda.length)
      return refuse('files-undecided', { place: 'sitting', facts: { undecided: agenda.length - decisions.length } });
    const minutes = canonicalJson(await minutesOf(context, sitting));
    const minutesDigest = createHash('sha256').update(minutes).digest('hex');
    await moveSittings(context.tx, 'seal', [id], { sealed_at: context.now.toString(), minutes, minutes_digest: minutesDigest });
    context.journal({ subject: `sitting:${id}`, territory: sitting.territory, after: minutesDigest });
    context.emit('commissions.sitting-sealed', { sitting: id });
    return { sitting: id, minutesDigest, files: agenda.length };
  },
});

async function minutesOf(context: DeedContext, sitting: SittingRow): Promise<Json> {
  const agenda = await listAgenda(context.tx, [sitting.id]);
  const decisions = new Map(
    (await listDecisions(context.tx, [sitting.id])).map((decision) => [decision.application_id, decision]),
  );
  const files = new Map(
    (
      await listFilesInBrief(
        context.tx,
        agenda.map((item) => item.application_id),
      )
    ).map((file) => [file.id, file]),
  );
  return {
    schema: 'ramed.minutes/1',
    number: sitting.number,
    territory: sitting.territory,
    held_on: sitting.held_on,
    present: await presentOf(context, sitting.id),
    decisions: agenda.map((item) => {
      const decision = decisions.get(item.application_id);
      return {
        position: item.position,
        file: files.get(item.application_id)?.number ?? '',
        proposal: item.proposal,
        outcome: decision?.outcome ?? '',
        reason: decision?.reason_code ?? '',
        remark: decision?.remark ?? null,
        against_score: decision?.against_score ?? false,
      };
    }),
  };
}

async function presentOf({ tx }: DeedContext, sitting: string): Promise<Json> {
  const presence = await listPresence(tx, sitting);
  const members = await listMembers(
    tx,
    presence.map((row) => row.member_id),
  );
  return members.map(({ institution, name_fr }) => ({ institution, member: name_fr }));
}
