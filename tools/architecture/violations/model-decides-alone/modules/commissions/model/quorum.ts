import { readFileSync } from 'node:fs';
import { findQuorum } from '../store/sittings.ts';

export const hasQuorum = async (present: number): Promise<boolean> => present >= (await findQuorum());
export const minutes = readFileSync('minutes.txt', 'utf8');
