import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { findSittingForUpdate, listAgenda } from '../store/sittings.ts';
import { insertLooked } from '../store/validation.ts';

/** Notes which files of sealed minutes the province read, so that a validation tells on what it rests. A file read before stays as it was. */
export const noteLookedAt = defineAction({
  name: 'commissions.note-looked-at',
  summary: 'Note which files of sealed minutes the province read',
  permission: 'commissions:validate',
  input: z.object({ sitting: z.uuid(), applications: z.array(z.uuid()).min(1).max(500) }),
  output: z.object({ looked: z.int() }),
  refusals: ['sitting-not-found', 'sitting-not-sealed', 'not-on-agenda'],
  async run(context, { sitting: id, applications }) {
    const sitting = await findSittingForUpdate(context.tx, id);
    if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
    const { number, state, territory } = sitting;
    if (state !== 'sealed') return refuse('sitting-not-sealed', { place: 'sitting', facts: { number, state } });
    const agenda = new Set((await listAgenda(context.tx, [id])).map((item) => item.application_id));
    const stranger = applications.findIndex((application) => !agenda.has(application));
    if (stranger >= 0) return refuse('not-on-agenda', { place: `applications[${stranger}]` });
    const at = context.now.toString();
    const read = await insertLooked(
      context.tx,
      [...new Set(applications)].map((application_id) => ({
        sitting_id: id,
        application_id,
        territory,
        at,
        actor: context.actor.id,
      })),
    );
    context.journal({ subject: `sitting:${id}`, territory, after: digestOf({ sitting: id, looked: [...applications].sort() }) });
    return { looked: read.length };
  },
});
