import { reactionJob } from '#platform/jobs';
import { noteJoined } from '../actions/note-joined.ts';

/** Under which card somebody is covered elsewhere follows from who is held to be one with whom. */
export const followIdentities = reactionJob(
  'coverage.follow-identities',
  'registry.known-as-changed',
  noteJoined,
  ({ persons }: { persons: string[] }) => ({ persons }),
);
