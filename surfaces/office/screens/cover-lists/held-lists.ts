/** The lists that wait for a person, as this screen and the work of the day ask for them: one answer serves both. */
export const heldLists = { state: 'held', limit: 200 } as const;
