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
