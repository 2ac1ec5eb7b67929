import { defineAction } from '#platform/actions';

export const recordVisit = defineAction({ name: 'care.record-visit', refusals: ['right-ended'] } as never);
