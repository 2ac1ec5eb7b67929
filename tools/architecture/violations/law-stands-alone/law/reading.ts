import { thing } from '#modules/eligibility';

export const reading = thing;
