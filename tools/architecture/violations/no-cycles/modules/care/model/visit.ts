import { referral } from './referral.ts';

export const visit = (): string => `a visit after ${referral()}`;
