import { thing } from '#modules/commissions';

export const proposal = `what the ${thing} will say`;
