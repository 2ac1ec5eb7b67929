import { type ComponentType, lazy } from 'react';
import type { ShortcutName } from '../client/shortcuts.tsx';

/** A part of the office: where it stands, who may enter, and how it is loaded. Its name is `office.areas.<key>`. */
export type Area = {
  readonly key: string;
  readonly path: string;
  /** Whoever has any of these may enter; none means everybody. */
  readonly permissions: readonly string[];
  readonly shortcut?: ShortcutName;
  /** Stands in the rail; the others are reached from within. */
  readonly isInRail: boolean;
  readonly Screen: ComponentType;
};

/** The parts of the office in the order of the rail. */
export const areas: readonly Area[] = [
  {
    key: 'work',
    path: '/my-work',
    permissions: ['applications:read'],
    shortcut: 'go-work',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/work/work.tsx')).WorkScreen })),
  },
  {
    key: 'entry',
    path: '/new',
    permissions: ['applications:enter'],
    shortcut: 'go-new',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/entry/entry.tsx')).EntryScreen })),
  },
  {
    key: 'search',
    path: '/search',
    permissions: ['applications:read'],
    shortcut: 'go-search',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/search/search.tsx')).SearchScreen })),
  },
  {
    key: 'verification',
    path: '/verification',
    permissions: ['verifications:settle'],
    shortcut: 'go-verification',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/verification/verification.tsx')).VerificationScreen })),
  },
  {
    key: 'sitting',
    path: '/sitting',
    permissions: ['commissions:record'],
    shortcut: 'go-sitting',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/sitting/sitting.tsx')).SittingScreen })),
  },
  {
    key: 'sittings',
    path: '/sittings',
    permissions: ['commissions:read'],
    shortcut: 'go-sittings',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/sittings/sittings.tsx')).SittingsScreen })),
  },
  {
    key: 'validation',
    path: '/validation',
    permissions: ['commissions:validate'],
    shortcut: 'go-validation',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/validation/validation.tsx')).ValidationScreen })),
  },
  {
    key: 'enquiries',
    path: '/enquiries',
    permissions: ['commissions:enquire', 'commissions:prepare'],
    shortcut: 'go-enquiries',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/enquiry/enquiries.tsx')).EnquiriesScreen })),
  },
  {
    key: 'members',
    path: '/members',
    permissions: ['commissions:seat-members', 'commissions:prepare'],
    shortcut: 'go-members',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/members/members.tsx')).MembersScreen })),
  },
  {
    key: 'outbox',
    path: '/outbox',
    permissions: [],
    shortcut: 'go-outbox',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/outbox/outbox.tsx')).OutboxScreen })),
  },
  {
    key: 'compare',
    path: '/compare',
    permissions: ['registry:search'],
    isInRail: false,
    Screen: lazy(async () => ({ default: (await import('../screens/compare/compare.tsx')).CompareScreen })),
  },
  {
    key: 'duplicates',
    path: '/duplicates',
    permissions: ['registry:judge-duplicates'],
    shortcut: 'go-duplicates',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/duplicates/duplicates.tsx')).DuplicatesScreen })),
  },
  {
    key: 'administration',
    path: '/administration',
    permissions: ['staff:administer', 'staff:read'],
    shortcut: 'go-administration',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/administration/administration.tsx')).AdministrationScreen })),
  },
  {
    key: 'journal',
    path: '/journal',
    permissions: ['staff:read-journal'],
    shortcut: 'go-journal',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/journal/journal.tsx')).JournalScreen })),
  },
  {
    key: 'appeals',
    path: '/appeals',
    permissions: ['commissions:read'],
    shortcut: 'go-appeals',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/appeals/appeals.tsx')).AppealsScreen })),
  },
  {
    key: 'deadlines',
    path: '/deadlines',
    permissions: ['applications:read'],
    shortcut: 'go-deadlines',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/deadlines/deadlines.tsx')).DeadlinesScreen })),
  },
  {
    key: 'cards',
    path: '/cards',
    permissions: ['cards:locate'],
    shortcut: 'go-cards',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/cards/cards.tsx')).CardsScreen })),
  },
  {
    key: 'desk',
    path: '/desk',
    permissions: ['cards:hand-over'],
    shortcut: 'go-desk',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/cards/desk.tsx')).DeskScreen })),
  },
  {
    key: 'families',
    path: '/families',
    permissions: ['entitlements:see-family'],
    shortcut: 'go-families',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/families/families.tsx')).FamiliesScreen })),
  },
  {
    key: 'fairness',
    path: '/fairness',
    permissions: ['commissions:read'],
    shortcut: 'go-fairness',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/fairness/fairness.tsx')).FairnessScreen })),
  },
  {
    key: 'rights',
    path: '/rights',
    permissions: ['entitlements:ask-right'],
    shortcut: 'go-rights',
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/rights/rights.tsx')).RightsScreen })),
  },
  {
    key: 'devices',
    path: '/devices',
    permissions: [],
    isInRail: true,
    Screen: lazy(async () => ({ default: (await import('../screens/devices/devices.tsx')).DevicesScreen })),
  },
  {
    key: 'file',
    path: '/file',
    permissions: ['applications:read'],
    isInRail: false,
    Screen: lazy(async () => ({ default: (await import('../screens/file/file.tsx')).FileScreen })),
  },
  {
    key: 'papers',
    path: '/papers',
    permissions: ['documents:add'],
    isInRail: false,
    Screen: lazy(async () => ({ default: (await import('../screens/papers/papers.tsx')).PapersScreen })),
  },
  {
    key: 'review',
    path: '/review',
    permissions: ['applications:enter'],
    isInRail: false,
    Screen: lazy(async () => ({ default: (await import('../screens/review/review.tsx')).ReviewScreen })),
  },
  {
    key: 'print',
    path: '/print',
    permissions: ['applications:enter', 'applications:read'],
    isInRail: false,
    Screen: lazy(async () => ({ default: (await import('../screens/print/print.tsx')).PrintScreen })),
  },
  {
    key: 'keys',
    path: '/keys',
    permissions: [],
    isInRail: false,
    Screen: lazy(async () => ({ default: (await import('../screens/keys/keys.tsx')).Keys })),
  },
];
