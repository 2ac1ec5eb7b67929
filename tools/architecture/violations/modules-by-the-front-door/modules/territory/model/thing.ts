export const thing = 'territory';
