import { frame } from '../../../surfaces/portal/frame.ts';

export const card = `${frame}a card`;
