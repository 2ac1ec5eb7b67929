export { thing } from './model/thing.ts';
