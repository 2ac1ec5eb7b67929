import { examples } from './numbers.test.ts';

export const known = examples;
