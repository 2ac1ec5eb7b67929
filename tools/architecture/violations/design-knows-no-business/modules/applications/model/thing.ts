export const thing = 'applications';
