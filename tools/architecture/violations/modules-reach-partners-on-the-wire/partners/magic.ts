export const unknownCard = 'XX999999';
