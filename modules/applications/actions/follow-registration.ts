import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { moveApplications } from '../store/move.ts';

const Files = z.object({ applications: z.array(z.uuid()) });

/** Ends requests whose families have been registered. Those that are not awaiting it are left as they are. */
export const noteRegistered = defineAction({
  name: 'applications.note-registered',
  summary: 'End requests whose families have been registered',
  permission: 'system:applications',
  input: Files,
  output: Files,
  refusals: [],
  internal: true,
  run: async (context, { applications }) => ({
    applications: (
      await moveApplications(
        context,
        'register',
        applications.map((id) => ({ id })),
      )
    ).map((file) => file.id),
  }),
});

/** Holds requests of families found under another scheme until that is settled. */
export const noteHeld = defineAction({
  name: 'applications.note-held',
  summary: 'Hold requests of families found under another scheme',
  permission: 'system:applications',
  input: Files,
  output: Files,
  refusals: [],
  internal: true,
  run: async (context, { applications }) => ({
    applications: (
      await moveApplications(
        context,
        'hold-for-double-cover',
        applications.map((id) => ({ id })),
      )
    ).map((file) => file.id),
  }),
});

/** Lets requests that were held go on: nothing stands in the way of their families any more. Those that are not held are left as they are. */
export const noteCoverEnded = defineAction({
  name: 'applications.note-cover-ended',
  summary: 'Let requests go on whose families are covered nowhere else any more',
  permission: 'system:applications',
  input: Files,
  output: Files,
  refusals: [],
  internal: true,
  async run(context, { applications }) {
    const files = applications.map((id) => ({ id }));
    const moved = (await moveApplications(context, 'note-cover-ended', files)).map((file) => file.id);
    if (moved.length > 0) context.emit('applications.released', { applications: moved });
    return { applications: moved };
  },
});

/** Closes requests that were held: another scheme covers their families, and it stands. Those that are not held are left as they are. */
export const closeCovered = defineAction({
  name: 'applications.close-covered',
  summary: 'Close held requests of families whom another scheme covers',
  permission: 'system:applications',
  input: Files,
  output: Files,
  refusals: [],
  internal: true,
  run: async (context, { applications }) => ({
    applications: (
      await moveApplications(
        context,
        'confirm-cover',
        applications.map((id) => ({ id, closedFor: 'covered-elsewhere' })),
      )
    ).map((file) => file.id),
  }),
});
