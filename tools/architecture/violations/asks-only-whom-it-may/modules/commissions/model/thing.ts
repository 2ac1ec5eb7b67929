export const thing = 'commissions';
