import { thing } from '../../territory/model/thing.ts';

export const address = `a household in the ${thing}`;
