import { createReadStream, existsSync } from 'node:fs';
import { type Config, readConfig } from '#platform/config';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { receiveBatchFile } from '../../gateway/batch-files.ts';
import { openHouse } from '../../house.ts';
import { prepareDatabase } from '../../preparation.ts';
import { listenForStop } from '../../process.ts';
import { findRunningSystem } from '../../running-system.ts';
import { type System, startSystem } from '../../system.ts';
import { type Command, type CommandIo, UsageError } from '../command.ts';
import { duringOutages, followBatch } from '../follow-batch.ts';
import { sayRefusal } from '../refusal-words.ts';

/** What a shell says of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Takes a file of requests along the whole road, with the named cast at work, and tells what became of every record. */
export const processCommand: Command = {
  name: 'process',
  summary: 'take a file of requests through the whole chain, with the named cast deciding and paying (never in production)',
  usage: [
    'FILE     a batch of requests: XML, NDJSON or CSV (ramed.batch/1)',
    '--json   the closing figures as one JSON object on the standard output, the progress beside it',
  ],
  needs: 'system',
  async run(args, { stdout, stderr }) {
    const { file, json } = readOptions(args);
    const config = readConfig(process.env);
    if (config.mode === 'production')
      throw new UsageError('process lets the named cast decide and pay: it does not run in production');
    const asked = listenForStop();
    try {
      const own = (await findRunningSystem(config.dataFolder))
        ? undefined
        : await startSystem(config, { onStage: (stage) => stderr.write(`starting ${stage}…\n`), asked });
      try {
        return await takeAlong({ file, json, config, own }, { stdout, stderr }, asked);
      } finally {
        await own?.stop();
      }
    } catch (error) {
      if (asked.aborted) return INTERRUPTED;
      throw error;
    }
  },
};

type Journey = { readonly file: string; readonly json: boolean; readonly config: Config; readonly own: System | undefined };

async function takeAlong(
  { file, json, config, own }: Journey,
  { stdout, stderr }: CommandIo,
  asked: AbortSignal,
): Promise<number> {
  const lost = new AbortController();
  own?.given.then((part) => {
    stderr.write(`${part} ended over and over: see its log in ${config.dataFolder}\n`);
    lost.abort();
  });
  const following = { out: json ? stderr : stdout, asked: AbortSignal.any([asked, lost.signal]) };
  const urls = own?.urls ?? (await prepareDatabase(config)).urls;
  const house = openHouse(config, urls, { name: 'process', connections: 4 });
  try {
    const by = { actor: systemActor('process'), rehearsal: true };
    const received = await duringOutages(() => receiveBatchFile(house, createReadStream(file), by), following);
    if (isRefusal(received)) {
      stderr.write(`${file}: ${sayRefusal(received)}\n`);
      return 1;
    }
    if (received.known) stderr.write('This file was received before: nothing is done twice.\n');
    const report = await followBatch(house, received.batch, following);
    if (following.asked.aborted) return asked.aborted ? INTERRUPTED : 1;
    if (json) stdout.write(`${JSON.stringify(report)}\n`);
    return report.fault ? 1 : 0;
  } finally {
    await house.close();
  }
}

function readOptions(args: readonly string[]): { file: string; json: boolean } {
  const json = args.includes('--json');
  const [file, ...rest] = args.filter((arg) => arg !== '--json');
  if (!file || rest.length > 0) throw new UsageError('process needs one FILE');
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  return { file, json };
}
