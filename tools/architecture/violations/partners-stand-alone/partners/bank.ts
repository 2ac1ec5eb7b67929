import { isValid } from '#platform/numbers';

export const takesPayment = (notice: string): boolean => isValid(notice);
