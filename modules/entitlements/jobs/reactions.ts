import { reactionJob } from '#platform/jobs';
import { endForCover } from '../actions/end-for-cover.ts';
import { noteTwoFamilies } from '../actions/note-two-families.ts';
import { openRights } from '../actions/open-rights.ts';
import { reclassifyHouseholds } from '../actions/reclassify-households.ts';
import { registerHouseholds } from '../actions/register-households.ts';
import { restoreAfterCover } from '../actions/restore-after-cover.ts';

/** What the rights of families follow from, told by others. */
export const reactions = [
  reactionJob(
    'entitlements.register-households',
    'coverage.controlled',
    registerHouseholds,
    ({ applications }: { applications: string[] }) => ({ applications }),
  ),
  reactionJob(
    'entitlements.register-released',
    'applications.released',
    registerHouseholds,
    ({ applications }: { applications: string[] }) => ({ applications }),
  ),
  reactionJob(
    'entitlements.end-for-cover',
    'coverage.family-covered',
    endForCover,
    (covered: { case: string; application: string; person: string; from: string }) => covered,
  ),
  reactionJob(
    'entitlements.restore-after-cover',
    'coverage.settlements-undone',
    restoreAfterCover,
    ({ settlements }: { settlements: { case: string; application: string; person: string }[] }) => ({ settlements }),
  ),
  reactionJob(
    'entitlements.reclassify-households',
    'commissions.category-reformed',
    reclassifyHouseholds,
    ({ applications }: { applications: string[] }) => ({ applications }),
  ),
  reactionJob('entitlements.note-joined', 'registry.known-as-changed', noteTwoFamilies, ({ persons }: { persons: string[] }) => ({
    persons,
  })),
  reactionJob(
    'entitlements.note-registered',
    'entitlements.registered',
    noteTwoFamilies,
    ({ applications }: { applications: string[] }) => ({ applications }),
  ),
  reactionJob(
    'entitlements.note-household',
    'entitlements.household-changed',
    noteTwoFamilies,
    ({ registrations }: { registrations: string[] }) => ({ registrations }),
  ),
  reactionJob(
    'entitlements.note-closed',
    'entitlements.closed',
    noteTwoFamilies,
    ({ registrations }: { registrations: string[] }) => ({
      registrations,
    }),
  ),
  reactionJob('entitlements.open-rights', 'contributions.paid', openRights, ({ registrations }: { registrations: string[] }) => ({
    registrations,
  })),
] as const;
