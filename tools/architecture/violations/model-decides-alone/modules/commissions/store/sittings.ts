export const findQuorum = async (): Promise<number> => 3;
