import type { Actor } from '#platform/permissions';

/** The family reads and tells of itself alone, wherever it lives by now. */
export function familyActor(application: string): Actor {
  const permissions = new Set(['entitlements:see-family', 'entitlements:report-event'] as const);
  return { id: `citizen:${application}`, permissions, scopes: ['*'] };
}
