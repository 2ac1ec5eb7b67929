/**
 * The scheme's table of contents and its only arrows: a module asks the modules named beside it, through their front door, and no other.
 * Against the arrows one publishes an event. The rules of dependency-cruiser, docs/modules.svg and `npm run new module` are made from
 * this table; a module whose folder does not exist yet is drawn in dashes.
 */
export const whoMayAskWhom = {
  territory: { level: 0, asks: [] },
  staff: { level: 0, asks: ['territory'] },
  exchange: { level: 0, asks: [] },
  documents: { level: 0, asks: [] },
  eligibility: { level: 0, asks: [] },
  verifications: { level: 1, asks: ['registry', 'exchange'] },
  registry: { level: 1, asks: ['territory'] },
  coverage: { level: 1, asks: ['registry', 'exchange'] },
  applications: { level: 2, asks: ['registry', 'eligibility', 'verifications', 'documents', 'territory', 'staff'] },
  commissions: { level: 3, asks: ['applications', 'eligibility', 'documents', 'staff', 'territory'] },
  contributions: { level: 4, asks: ['registry', 'exchange', 'territory'] },
  entitlements: { level: 4, asks: ['registry', 'applications', 'commissions', 'coverage', 'contributions', 'territory'] },
  cards: { level: 5, asks: ['entitlements', 'registry', 'exchange', 'territory'] },
  care: { level: 5, asks: ['entitlements', 'registry', 'territory'] },
  billing: { level: 5, asks: ['care', 'entitlements', 'exchange'] },
  complaints: { level: 5, asks: ['registry', 'staff', 'territory'] },
  notices: { level: 6, asks: ['commissions', 'entitlements'] },
  integrity: { level: 6, asks: 'any' },
  oversight: { level: 6, asks: 'any' },
  budget: { level: 6, asks: ['oversight'] },
} as const satisfies Record<string, { readonly level: number; readonly asks: readonly string[] | 'any' }>;

export type ModuleName = keyof typeof whoMayAskWhom;

export const moduleNames = Object.keys(whoMayAskWhom) as readonly ModuleName[];

/** The modules that one module may import. `any` means every module of a lower level, read-only. */
export function askedBy(name: ModuleName): readonly ModuleName[] {
  const { level, asks }: { level: number; asks: readonly ModuleName[] | 'any' } = whoMayAskWhom[name];
  return asks === 'any' ? moduleNames.filter((other) => whoMayAskWhom[other].level < level) : asks;
}

/** The rooms of a module: a missing one is fine, an extra one is not. `data` holds published tables that the module reads. */
export const rooms = [
  'model',
  'actions',
  'queries',
  'store',
  'pages',
  'screens',
  'gateway',
  'jobs',
  'messages',
  'testing',
  'data',
] as const;
