import { thing } from '../../modules/cards/model/thing.ts';

export const page = `the page of the ${thing}`;
