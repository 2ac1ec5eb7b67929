import { reactionJob } from '#platform/jobs';
import { noteRights } from '../actions/note-rights.ts';

type Partly = { person: string; days: { from: string; to: string | null }[] };
type RightsTold = {
  toldAt: string;
  registrations: { request: string; rights: { isCover: boolean; from: string; to: string }[]; partly?: Partly[] }[];
};

/** RAMED's own periods follow from what `entitlements` tells of its rights. */
export const followRights = reactionJob<RightsTold, typeof noteRights.input, typeof noteRights.output>(
  'coverage.follow-rights',
  'entitlements.rights-told',
  noteRights,
  (told) => told,
);
