import { unknownCard } from '../../../partners/magic.ts';

export const isKnown = (card: string): boolean => card !== unknownCard;
