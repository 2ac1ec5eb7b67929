import { readConfig } from '#platform/config';
import { describeError } from '#platform/errors';
import { startWorker } from '#platform/jobs/worker.ts';
import { openHouse } from '../house.ts';
import { ENDED_BY_OUTAGE, readUrls, runPart } from '../process.ts';
import { publishRevocationsAtStart } from './publish-revocations.ts';

/** The worker as a process of its own: delivers events and does jobs until it is asked to stop. */
await runPart(async () => {
  const config = readConfig(process.env);
  const house = openHouse(config, readUrls(process.env), { name: 'worker', connections: config.workers * 2 + 2 });
  await publishRevocationsAtStart(house);
  const worker = await startWorker(house.jobs, {
    jobsUrl: house.urls.jobs,
    database: house.database,
    desk: house.desk,
    clock: house.clock,
    log: house.log,
    concurrency: config.workers * 2,
  });
  worker.ended.catch((error: unknown) => {
    house.log.error(describeError(error), 'worker ends, to be started again');
    process.exit(ENDED_BY_OUTAGE);
  });
  house.log.info({ jobs: house.jobs.length }, 'worker ready');
  return async () => {
    await worker.stop();
    await house.close();
  };
});
