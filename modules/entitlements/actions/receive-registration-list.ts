import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refusals';
import { RegistrationListHeader, registrationListFormats } from '../model/registration-list.ts';
import { findRegistrationListByDigest, insertRegistrationList } from '../store/registration-lists.ts';

/**
 * Registers a list of families to register that has arrived whole in the house's own folder, and has it read in the background. The same file
 * again is the list already known and changes nothing. Refuses days that are reversed or still to come, and a reference used before.
 */
export const receiveRegistrationList = defineAction({
  name: 'entitlements.receive-registration-list',
  summary: 'Take in a province’s list of families to register and have it read',
  permission: 'entitlements:send-lists',
  input: z.object({
    sender: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    header: RegistrationListHeader,
    fileDigest: z.string().regex(/^[0-9a-f]{64}$/),
    filePath: z.string().min(1),
    format: z.enum(registrationListFormats),
  }),
  output: z.object({ list: z.string(), known: z.boolean() }),
  refusals: ['days-reversed', 'days-to-come', 'reference-reused'],
  internal: true,
  // The file is what was received: told again from another place, it is the same.
  identity: ({ sender, fileDigest }) => ({ sender, fileDigest }),
  async run(context, { sender, header, fileDigest, filePath, format }) {
    const before = await findRegistrationListByDigest(context.tx, fileDigest);
    if (before) return { list: before.id, known: true };
    const { province, reference, from, to, count } = header;
    if (to < from) return refuse('days-reversed', { place: 'to' });
    if (to > context.today.toString()) return refuse('days-to-come', { place: 'to' });
    const id = newId();
    const receivedAt = context.now.toString();
    const list = { id, sender, province, reference, from, to, familiesTold: count, fileDigest, filePath, format, receivedAt };
    if (!(await insertRegistrationList(context.tx, { ...list, receivedBy: context.actor.id })))
      return refuse('reference-reused', { place: 'reference' });
    context.journal({ subject: `registration-list:${id}`, territory: province, after: fileDigest });
    context.emit('entitlements.registration-list-received', { list: id });
    return { list: id, known: false };
  },
});
