import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/database';
import { queueFailures } from '#platform/jobs';
import { prepareDatabase } from '../../preparation.ts';
import type { Command } from '../command.ts';

/** The jobs that failed and will be tried again, with what went wrong. */
export const jobsFailures: Command = {
  name: 'jobs failures',
  summary: 'the jobs that failed and will be tried again, with what went wrong',
  usage: [],
  needs: 'database',
  async run(_args, { stdout }) {
    const prepared = await prepareDatabase(readConfig(process.env));
    const database = openDatabase(prepared.urls.app, { connections: 1, name: 'ramed-jobs-failures' });
    try {
      const failures = await queueFailures(database);
      for (const row of failures)
        stdout.write(`${row.job}: ${row.attempts} attempts, next ${row.next_try}\n    ${row.last_error.split('\n', 1)[0]}\n`);
      stdout.write(failures.length === 0 ? 'No job has failed.\n' : '');
      return failures.length === 0 ? 0 : 1;
    } finally {
      await database.close();
      await prepared.server?.stop();
    }
  },
};
