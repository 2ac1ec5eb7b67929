import type { QuestionInput, QuestionOutput } from '../../client/contract.ts';

export type Work = QuestionOutput<'applications.my-work'>;
export type QueueState = Work['queues'][number]['state'];
export type QueuedFile = Work['files'][number];

const PAGE = 50;

/** How a queue is asked for, in one way: so that what was kept of it is found again without network. */
export function queueInput(queue: QueueState | undefined): QuestionInput<'applications.my-work'> {
  return { ...(queue ? { queue } : {}), limit: PAGE };
}

/** The queue that an address of the office names, `/my-work/incomplete`; none on the way in. */
export function queueOfPlace(place: string): QueueState | undefined {
  return /^\/my-work\/([a-z-]+)/.exec(place)?.[1] as QueueState | undefined;
}
