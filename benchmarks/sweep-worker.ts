import { readConfig } from '#platform/config';
import type { Job } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { openHouse } from '../surfaces/house.ts';
import { readUrls } from '../surfaces/process.ts';

// The worker of the `sweep` benchmark, in a process of its own that is killed once: the house's own job, delivered again under its key.
const house = openHouse(readConfig(process.env), readUrls(process.env), { name: 'bench-sweep', connections: 4 });
const job = house.jobs.find(({ name }) => name === 'coverage.run-sweep') as unknown as Job<{ sweep: string }>;
const log = { info: () => undefined, warn: () => undefined };
const actor = systemActor('coverage.run-sweep');
const { desk, clock } = house;
await job.handle({ desk, clock, log, actor, key: 'bench', enqueue: async () => undefined }, { sweep: process.argv[2] ?? '' });
process.send?.(process.resourceUsage().maxRSS / 1_024);
await house.close();
process.disconnect();
