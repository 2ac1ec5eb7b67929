import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { looksLikeApplicationNumber } from '#modules/applications';
import { type Config, readConfig } from '#platform/config';
import { formatGrouped, normaliseTyped } from '#platform/numbers';
import { type House, openHouse } from '../../house.ts';
import { prepareDatabase } from '../../preparation.ts';
import { listenForStop } from '../../process.ts';
import { findRunningSystem } from '../../running-system.ts';
import { startSystem } from '../../system.ts';
import { type Ending, walkRequest } from '../../worker/rehearsal/one-request.ts';
import { type Command, type CommandIo, UsageError } from '../command.ts';
import { printCard } from './cards-print.ts';

/** What a shell says of a command that Ctrl-C ended. */
const INTERRUPTED = 130;
const PAUSE_MS = 400;
/** Half a minute: what a partner's stand-in leaves waiting longer, waits on purpose. */
const PATIENCE = 75;

/** Takes one request that was sent by the portal along the whole road, with the named cast at work, and tells each step. */
export const rehearse: Command = {
  name: 'rehearse',
  summary: 'take one request through the whole chain to its card, with the named cast deciding and paying (development only)',
  usage: [
    '--number NUMBER   the twelve figures of the receipt',
    '--to FILE         where to write the card as a PDF (in the data folder, unless said here)',
  ],
  needs: 'system',
  async run(args, io) {
    const options = readOptions(args);
    const config = readConfig(process.env);
    if (config.mode !== 'development')
      throw new UsageError('rehearse lets the named cast decide and pay: it runs in development only');
    const asked = listenForStop();
    const running = await findRunningSystem(config.dataFolder);
    const own = running
      ? undefined
      : await startSystem(config, { onStage: (stage) => io.stderr.write(`starting ${stage}…\n`), asked });
    const house = openHouse(config, own?.urls ?? (await prepareDatabase(config)).urls, { name: 'rehearse', connections: 4 });
    try {
      return await takeAlong(house, options, { io, asked, address: running?.address ?? addressOf(config) });
    } finally {
      await house.close();
      await own?.stop();
    }
  },
};

type Options = { readonly number: string; readonly to: string | undefined };
type Telling = { readonly io: CommandIo; readonly asked: AbortSignal; readonly address: string };

/** Walks the request and prints its card; exit code 0 when it came to an end, 1 when it stopped on the way. */
export async function takeAlong(house: House, { number, to }: Options, { io, asked, address }: Telling): Promise<number> {
  const started = performance.now();
  const tell = (line: string) => io.stdout.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
  const pause = () => wait(PAUSE_MS, undefined, { signal: asked }).catch(() => undefined);
  const ending = await walkRequest({ house, tell, pause, patience: PATIENCE, asked }, number);
  if (ending.end === 'no-cast') throw new UsageError('no cast is seated in this database: rehearse runs in development only');
  if (ending.end === 'no-such-request') {
    io.stderr.write(`there is no request ${formatGrouped(number)}\n`);
    return 1;
  }
  if (ending.end === 'card') await printTo(house, ending.serial, { to, tell });
  tell(`the family sees it at ${address}/fr/follow, with ${formatGrouped(number)} and its head’s birth date`);
  return codes[ending.end];
}

const codes: Readonly<Record<Exclude<Ending['end'], 'no-cast' | 'no-such-request'>, number>> = {
  card: 0,
  closed: 0,
  stopped: 1,
  waiting: 1,
  interrupted: INTERRUPTED,
};

type Printing = { readonly to: string | undefined; readonly tell: (line: string) => void };

async function printTo(house: House, serial: string, { to, tell }: Printing): Promise<void> {
  const pdf = await printCard(house, serial);
  if (!pdf) throw new Error(`card ${serial} was made and is not there`);
  const file = to ?? join(house.config.dataFolder, `card-${serial}.pdf`);
  writeFileSync(file, pdf, { mode: 0o600 });
  tell(`the card is printed: ${file}`);
}

function addressOf({ host, port }: Config): string {
  return `http://${host}:${port}`;
}

function readOptions(args: readonly string[]): Options {
  const { number, to } = wordsOf(args);
  if (number === undefined || !looksLikeApplicationNumber(number))
    throw new UsageError('--number: the twelve figures of the receipt, with or without spaces');
  return { number: normaliseTyped(number), to };
}

function wordsOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { number: text, to: text } }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
