import { createReadStream, existsSync } from 'node:fs';
import { readConfig } from '#platform/config';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { receiveBatchFile } from '../../gateway/batch-files.ts';
import { openHouse } from '../../house.ts';
import { prepareDatabase } from '../../preparation.ts';
import { findRunningSystem, startSystem } from '../../system.ts';
import { type Command, UsageError } from '../command.ts';
import { followBatch } from '../follow-batch.ts';

/** Takes a file of requests along the whole road, with the named cast at work, and tells what became of every record. */
export const processCommand: Command = {
  name: 'process',
  summary: 'take a file of requests through the whole chain, with the named cast deciding and paying (never in production)',
  usage: ['FILE   a batch of requests: XML, NDJSON or CSV (ramed.batch/1)'],
  needs: 'system',
  async run(args, { stdout, stderr }) {
    const [file, ...rest] = args;
    if (!file || rest.length > 0) throw new UsageError('process needs one FILE');
    if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
    const config = readConfig(process.env);
    if (config.mode === 'production')
      throw new UsageError('process lets the named cast decide and pay: it does not run in production');
    const own = findRunningSystem(config.dataFolder)
      ? undefined
      : await startSystem(config, (stage) => stderr.write(`starting ${stage}…\n`));
    const urls = own?.urls ?? (await prepareDatabase(config)).urls;
    const house = openHouse(config, urls, { name: 'process', connections: 4 });
    try {
      const received = await receiveBatchFile(house, createReadStream(file), { actor: systemActor('process'), rehearsal: true });
      if (isRefusal(received)) {
        stderr.write(`${file}: ${received.refused} ${JSON.stringify(received.facts ?? {})}\n`);
        return 1;
      }
      if (received.known) stderr.write('This file was received before: nothing is done twice.\n');
      await followBatch(house, received.batch, stdout);
      return 0;
    } finally {
      await house.close();
      await own?.stop();
    }
  },
};
