import fc from 'fast-check';

export const anyNumber = fc.sample(fc.nat(), 1);
