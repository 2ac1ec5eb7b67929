import { listCards } from '../store/cards.ts';

export const page = async (): Promise<string> => (await listCards()).join();
