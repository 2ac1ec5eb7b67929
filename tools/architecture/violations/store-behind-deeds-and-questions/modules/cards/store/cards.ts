export const listCards = async (): Promise<string[]> => [];
