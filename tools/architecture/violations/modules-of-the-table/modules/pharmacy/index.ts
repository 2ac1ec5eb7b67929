export const pharmacy = { name: 'pharmacy' };
