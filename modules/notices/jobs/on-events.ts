import { type Job, reactionJob } from '#platform/jobs';
import type { composeMessages } from '../actions/compose-messages.ts';

type Happened = {
  readonly applications?: string[];
  readonly registrations?: string[];
  readonly application?: string | null;
};

/** What families are told of, by the event that says it happened. */
const told = {
  'papers-asked': 'applications.papers-asked',
  decided: 'commissions.decisions-validated',
  'put-off': 'commissions.files-put-off',
  registered: 'entitlements.registered',
  contribution: 'contributions.notified',
  'card-made': 'cards.made',
  'card-at-office': 'cards.at-office',
  'card-at-old-office': 'cards.waits-at-old-office',
  'card-handed-over': 'cards.handed-over',
  ageing: 'entitlements.ageing-foreseen',
  'renewal-opens': 'entitlements.renewal-called',
  'renewal-reminder': 'entitlements.renewal-reminded',
  'life-event': 'entitlements.life-event-decided',
  'member-moved': 'entitlements.member-moved',
  'rights-suspended': 'entitlements.suspended',
  'rights-closed': 'entitlements.closed',
  held: 'coverage.overlap-found',
  'cover-asked': 'coverage.family-asked',
  'cover-confirmed': 'coverage.case-confirmed',
  'cover-settled': 'coverage.family-covered',
  'cover-reopened': 'coverage.settlements-undone',
  'complaint-answered': 'complaints.answered',
  'appeal-examined': 'commissions.appeal-examined',
  'appeal-decided': 'commissions.appeals-decided',
} as const;

export function tellOfEvents(compose: ReturnType<typeof composeMessages>): readonly Job<Happened>[] {
  return (Object.keys(told) as (keyof typeof told)[]).map((template) =>
    reactionJob(`notices.tell-${template}`, told[template], compose, (happened: Happened) => ({
      template,
      applications: happened.applications ?? (happened.application ? [happened.application] : []),
      registrations: happened.registrations ?? [],
    })),
  );
}
