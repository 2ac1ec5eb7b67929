import { visit } from './visit.ts';

export const referral = (): string => `a referral by ${visit()}`;
