export const care = { name: 'care' };
