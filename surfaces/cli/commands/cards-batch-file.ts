import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { batchSheet, pagesOfBatch, writeBatchFile } from '#modules/cards';
import { readConfig } from '#platform/config';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { openHouse } from '../../house.ts';
import { prepareDatabase } from '../../preparation.ts';
import { type Command, type CommandIo, UsageError } from '../command.ts';

/** Writes the file of a batch as it goes to the maker; for one that takes no calls, and carries it on a disk. */
export const cardsBatchFile: Command = {
  name: 'cards batch-file',
  summary: 'write the file of a batch that is with the maker, page by page',
  usage: [
    'BATCH          the number of the batch, L…',
    '--format F      csv, as it is sent, or xml (/api/ramed-card-batch-1.xsd)',
  ],
  needs: 'database',
  run: (args, io) => writeFile(readWords(args), io),
};

type Wanted = { readonly batch: string; readonly format: 'csv' | 'xml' };

async function writeFile({ batch, format }: Wanted, { stdout, stderr }: CommandIo): Promise<number> {
  const config = readConfig(process.env);
  const prepared = await prepareDatabase(config);
  const house = openHouse(config, prepared.urls, { name: 'batch-file', connections: 2 });
  const reader = { desk: house.desk, actor: systemActor('batch-file') };
  try {
    const { batch: found } = expectDone(await house.desk.ask(batchSheet, { batch, limit: 1 }, reader), 'batch-sheet');
    if (!found) {
      stderr.write(`there is no batch ${batch}\n`);
      return 1;
    }
    await pipeline(Readable.from(writeBatchFile(batch, pagesOfBatch(reader, batch), format)), stdout, { end: false });
    return 0;
  } finally {
    await house.close();
    await prepared.server?.stop();
  }
}

function readWords(args: readonly string[]): Wanted {
  const { values, positionals } = parseWords(args);
  const [batch, ...rest] = positionals;
  if (batch === undefined || rest.length > 0) throw new UsageError('Give the number of one batch');
  if (values.format !== 'csv' && values.format !== 'xml') throw new UsageError('The format is csv or xml');
  return { batch: batch.toUpperCase(), format: values.format };
}

function parseWords(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { format: { type: 'string', default: 'csv' } } });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
