export { lawAt } from './law-at.ts';
