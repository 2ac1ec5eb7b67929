export const thing = 'eligibility';
