import { appealInFull } from './appeal-in-full.ts';
import { appealLessons, appealStatistics } from './appeal-lessons.ts';
import { appealOfFile, appealsByState } from './appeals.ts';
import { appealsQueue } from './appeals-queue.ts';
import { hearing } from './hearing.ts';

/** The questions about appeals. */
export const appealQueries = [
  appealOfFile,
  appealsByState,
  appealsQueue,
  appealInFull,
  hearing,
  appealLessons,
  appealStatistics,
] as const;
