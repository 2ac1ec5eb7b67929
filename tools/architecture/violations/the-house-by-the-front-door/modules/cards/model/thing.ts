export const thing = 'cards';
