/** The life of a sitting: convened, its agenda frozen, open with a quorum, sealed with its minutes, validated by the province. */
export const sittingPassages = {
  'freeze-agenda': { from: 'convened', to: 'agenda_frozen' },
  open: { from: 'agenda_frozen', to: 'open' },
  seal: { from: 'open', to: 'sealed' },
  validate: { from: 'sealed', to: 'validated' },
} as const satisfies Record<string, { from: SittingState; to: SittingState }>;

export const sittingStates = ['convened', 'agenda_frozen', 'open', 'sealed', 'validated'] as const;
export type SittingState = (typeof sittingStates)[number];
export type SittingPassage = keyof typeof sittingPassages;
