import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import type { Passage } from '../model/lifecycle.ts';
import { type Move, moveApplications } from '../store/move.ts';

const Files = z.object({ applications: z.array(z.uuid()) });

type Following = {
  readonly passage: Passage;
  readonly name: string;
  readonly summary: string;
  readonly closedFor?: Move['closedFor'];
  readonly onMoved?: (context: DeedContext, applications: string[]) => void;
};

/** A deed by which requests follow what registration has done. Those that do not stand where `passage` begins are left as they are. */
function following({ passage, name, summary, closedFor, onMoved }: Following) {
  return defineAction({
    name,
    summary,
    permission: 'system:applications',
    input: Files,
    output: Files,
    refusals: [],
    internal: true,
    async run(context, { applications }) {
      const files = applications.map((id) => ({ id, closedFor }));
      const moved = (await moveApplications(context, passage, files)).map(({ id }) => id);
      if (moved.length > 0) onMoved?.(context, moved);
      return { applications: moved };
    },
  });
}

export const noteRegistered = following({
  passage: 'register',
  name: 'applications.note-registered',
  summary: 'End requests whose families have been registered',
});

export const noteHeld = following({
  passage: 'hold-for-double-cover',
  name: 'applications.note-held',
  summary: 'Hold requests of families found under another scheme',
});

/** Nothing stands in the way of their families any more: what registers them is told. */
export const noteCoverEnded = following({
  passage: 'note-cover-ended',
  name: 'applications.note-cover-ended',
  summary: 'Let requests go on whose families are covered nowhere else any more',
  onMoved: (context, applications) => context.emit('applications.released', { applications }),
});

export const closeCovered = following({
  passage: 'confirm-cover',
  name: 'applications.close-covered',
  summary: 'Close held requests of families whom another scheme covers',
  closedFor: 'covered-elsewhere',
});
