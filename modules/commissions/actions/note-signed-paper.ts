import { z } from 'zod';
import { keepingRefusals, keepWithin, StoredPage } from '#modules/documents';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { sittingStates } from '../model/sitting.ts';
import { insertSignatures, insertSignedPaper, listSignatures } from '../store/signatures.ts';
import type { SittingRow } from '../store/tables.ts';
import { findSittingToHold } from './find-sitting-to-hold.ts';
import { listSigners } from './sign-minutes.ts';

/**
 * Keeps the scan of sealed minutes that members signed by hand, bound to the digest that is printed on it, and notes who signed on it: they count
 * with those who signed by a code. All of it or nothing. Refuses a paper of other minutes, one that no scanner has looked at, the same scan
 * twice, and whoever did not sit or has signed already.
 */
export const noteSignedPaper = defineAction({
  name: 'commissions.note-signed-paper',
  summary: 'Keep the scan of minutes that were signed on paper, with who signed',
  permission: 'commissions:hold',
  input: z.object({
    sitting: z.uuid(),
    /** The digest on the paper, or how it begins, as whoever holds the paper reads it. */
    digest: z.string().regex(/^[0-9a-f]{8,64}$/),
    members: z.array(z.uuid()).min(1).max(40),
    page: StoredPage,
  }),
  output: z.object({ page: z.string(), signed: z.int(), at: z.string() }),
  refusals: [
    'sitting-not-found',
    'not-allowed',
    'sitting-not-sealed',
    'paper-differs',
    'scan-unchecked',
    'not-sat',
    'already-signed',
    'paper-kept',
    ...keepingRefusals,
  ],
  internal: true,
  identity: ({ sitting, digest, members, page: { checksum } }) => ({ sitting, digest, members, checksum }),
  async run(context, { sitting: id, digest, members, page }) {
    const held = await findSittingToHold(context, id, sittingStates);
    if (isRefusal(held)) return held;
    const { sitting } = held;
    const signing = [...new Set(members)];
    const refused = refusePaper(sitting, digest) ?? refuseScan(page) ?? (await refuseSigners(context, sitting, signing));
    if (refused) return refused;
    const { territory } = sitting;
    const kept = await keepWithin(context, { ...page, owner: `sitting:${id}`, kind: 'signed-minutes', territory });
    if (isRefusal(kept)) return { ...kept, place: 'page' };
    if (!kept.isNew) return refuse('paper-kept', { place: 'page' });
    await noteSigned(context, { sitting, signing, page });
    return { page: page.page, signed: signing.length, at: context.now.toString() };
  },
});

function refusePaper(
  { number, state, minutes_digest }: SittingRow,
  digest: string,
): Refusal<'sitting-not-sealed' | 'paper-differs'> | undefined {
  if (minutes_digest === null) return refuse('sitting-not-sealed', { place: 'sitting', facts: { number, state } });
  return minutes_digest.startsWith(digest) ? undefined : refuse('paper-differs', { place: 'digest' });
}

function refuseScan({ scan }: StoredPage): Refusal<'scan-unchecked'> | undefined {
  return scan === 'clean' ? undefined : refuse('scan-unchecked', { place: 'page' });
}

async function refuseSigners(
  { tx }: DeedContext,
  sitting: SittingRow,
  signing: readonly string[],
): Promise<Refusal<'not-sat' | 'already-signed'> | undefined> {
  const may = new Set((await listSigners(tx, sitting)).map((member) => member.id));
  const signed = new Set((await listSignatures(tx, sitting)).map((row) => row.member_id));
  for (const [index, member] of signing.entries()) {
    const place = `members[${index}]`;
    if (!may.has(member)) return refuse('not-sat', { place });
    if (signed.has(member)) return refuse('already-signed', { place });
  }
  return undefined;
}

type Signed = { readonly sitting: SittingRow; readonly signing: readonly string[]; readonly page: StoredPage };

async function noteSigned({ tx, now, actor, journal }: DeedContext, { sitting, signing, page }: Signed): Promise<void> {
  const { id, territory, minutes_digest } = sitting;
  if (minutes_digest === null) throw new Error(`sitting ${id}: nothing sealed can be signed`);
  const bound = { sitting_id: id, territory, minutes_digest, at: now.toString(), actor: actor.id };
  await insertSignedPaper(tx, { ...bound, page_id: page.page, checksum: page.checksum, media_type: page.mediaType });
  const rows = signing.map((member) => ({ ...bound, member_id: member, way: 'paper' as const, paper_id: page.page }));
  if ((await insertSignatures(tx, rows)) !== rows.length) throw new Error(`sitting ${id}: somebody has signed meanwhile`);
  const after = digestOf({ minutes: minutes_digest, paper: page.checksum, members: [...signing].sort() });
  journal({ subject: `sitting:${id}`, territory, before: minutes_digest, after, reason: `signed on paper: ${signing.length}` });
}
