import { z } from 'zod';
import { recordEnvelope } from '#modules/exchange';
import { defineAction } from '#platform/actions';
import { newId } from '#platform/ids';
import { listFormats } from '#platform/lists';
import { refuse } from '#platform/refusals';
import { CoverListHeader, type ListPartner, maySend, schemesOfPartner } from '../model/cover-list.ts';
import { findListByDigest, insertList, openSource } from '../store/lists.ts';

/**
 * Registers a list of covers that has arrived whole in the house's own folder, and has it read in the background. The same file again is
 * the list already known and changes nothing. Refuses a list of another body's scheme, of a day still to come, under a reference used
 * before, or a full list of an earlier day than what this body told last: that would undo newer knowledge.
 */
export const receiveList = defineAction({
  name: 'coverage.receive-list',
  summary: 'Register an insurer’s list of covers and have it read',
  permission: 'coverage:send-lists',
  input: z.object({
    partner: z.enum(Object.keys(schemesOfPartner) as [ListPartner, ...ListPartner[]]),
    header: CoverListHeader,
    fileDigest: z.string().regex(/^[0-9a-f]{64}$/),
    filePath: z.string().min(1),
    format: z.enum(listFormats),
  }),
  output: z.object({ list: z.string(), known: z.boolean() }),
  refusals: ['not-your-scheme', 'stands-in-the-future', 'reference-reused', 'older-than-the-last'],
  internal: true,
  // The file is what was received: told again from another place, it is the same.
  identity: ({ partner, fileDigest }) => ({ partner, fileDigest }),
  async run(context, { partner, header, fileDigest, filePath, format }) {
    if (!maySend(partner, header)) return refuse('not-your-scheme', { place: 'organism' });
    const before = await findListByDigest(context.tx, fileDigest);
    if (before) return { list: before.id, known: true };
    if (header.stands_on > context.today.toString()) return refuse('stands-in-the-future', { place: 'stands_on' });
    const source = await openSource(context.tx, header);
    if (header.kind === 'full' && source.lastDay !== null && header.stands_on < source.lastDay)
      return refuse('older-than-the-last', { place: 'stands_on', facts: { last: source.lastDay } });
    const id = newId();
    const at = context.now.toString();
    const list = { ...header, id, sourceId: source.id, partner, fileDigest, filePath, format, receivedAt: at };
    if (!(await insertList(context.tx, list))) return refuse('reference-reused', { place: 'reference' });
    await recordEnvelope(context.tx, {
      id,
      partner,
      direction: 'in',
      subject: 'cover-list',
      state: 'received',
      items: header.count,
      at,
      closed: false,
      bodyDigest: fileDigest,
      sourceDate: header.stands_on,
    });
    context.journal({ subject: `cover-list:${id}`, territory: '', after: fileDigest });
    context.emit('coverage.list-received', { list: id });
    return { list: id, known: false };
  },
});
