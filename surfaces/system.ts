import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { seatMandates } from '#modules/commissions';
import { makeSampleAgreements } from '#modules/exchange';
import { seatCast } from '#modules/staff';
import { loadTerritoryIntoDatabase } from '#modules/territory';
import { systemClock } from '#platform/clock';
import type { Config } from '#platform/config';
import { type Database, keepEmbeddedServer, openDatabase, throughOutages } from '#platform/database';
import { RamedError } from '#platform/errors';
import { partnerNames, partnerTable } from '../partners/agreements.ts';
import { type Child, type ChildSpec, startChild } from './children.ts';
import { openSigningKey } from './keys.ts';
import { builtOffice } from './office/build/build-office.ts';
import { bringToPresent, type DatabaseUrls, readPasswords } from './preparation.ts';
import { writeUrls } from './process.ts';
import { type Claim, claimDataFolder } from './running-system.ts';

export type System = {
  readonly urls: DatabaseUrls;
  /** Settles when a part ended over and over, with its name: the system is then of no use. */
  readonly given: Promise<string>;
  stop(): Promise<void>;
};

/** What is stopped at the end, the last started first, each told beforehand that its end is near. */
type Running = { readonly name: string; expectEnd?(): void; stop(): Promise<void> };

export type StartOptions = {
  /** Told each step as it is done. */
  readonly onStage: (stage: string) => void;
  /** Asked to stop before everything runs. */
  readonly asked?: AbortSignal;
};

type Starting = StartOptions & {
  readonly config: Config;
  readonly claim: Claim;
  readonly running: Running[];
  readonly giveUp: (part: string) => void;
};

/** What a killed system leaves ends by itself within this time. */
const LEFT_OVER_MS = 20_000;

/**
 * Starts everything on this machine: database, territory, named cast, partner stand-ins, worker and web server, and keeps each alive.
 * Refuses when a system already runs on the same data folder, or when a port is taken; a start that fails leaves nothing running.
 */
export async function startSystem(config: Config, options: StartOptions): Promise<System> {
  const claim = await claimDataFolder(config.dataFolder, `http://${config.host}:${config.port}`);
  const { promise: given, resolve: giveUp } = Promise.withResolvers<string>();
  const running: Running[] = [{ name: 'claim', stop: async () => claim.release() }];
  const stop = () => stopAll(running);
  try {
    const urls = await startParts({ ...options, config, claim, running, giveUp });
    return { urls, given, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function stopAll(running: Running[]): Promise<void> {
  for (const part of running) part.expectEnd?.();
  for (;;) {
    const part = running.pop();
    if (!part) return;
    await part.stop();
  }
}

async function startParts(starting: Starting): Promise<DatabaseUrls> {
  const { config, claim, onStage, asked } = starting;
  await refuseTakenPorts(config, claim.afterKill ? LEFT_OVER_MS : 0);
  onStage('database');
  const owner = await startDatabase(starting);
  const urls = await throughOutages(() => bringToPresent(owner, readPasswords(config.dataFolder)));
  onStage('territory');
  await throughOutages(() => furnish(config, urls));
  await builtOffice();
  onStage('office');
  // Made before the parts start, which all need it.
  openSigningKey(config.dataFolder, systemClock.now());
  asked?.throwIfAborted();
  const started = await Promise.allSettled(partsOf(config, urls).map((spec) => startPart(starting, spec)));
  const failed = started.find((part) => part.status === 'rejected');
  asked?.throwIfAborted();
  if (failed) throw failed.reason;
  return urls;
}

/** The embedded server, kept alive; or one's own, which is one's own to keep. */
async function startDatabase({ config, claim, running, giveUp }: Starting): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const server = await keepEmbeddedServer(config.dataFolder, {
    started: (pid) => claim.note('database', pid),
    givenUp: () => giveUp('postgresql'),
  });
  running.push({ name: 'database', stop: server.stop });
  return server.url;
}

async function startPart({ config, claim, running, giveUp, onStage }: Starting, spec: ChildSpec): Promise<void> {
  const child: Child = await startChild(spec, config.dataFolder, { started: claim.note, givenUp: giveUp });
  running.push(child);
  onStage(spec.name);
}

/** What must be in the database before anyone comes: the land, and in development the cast. */
async function furnish(config: Config, urls: DatabaseUrls): Promise<void> {
  const owner = openDatabase(urls.owner, { connections: 1, name: 'ramed-start' });
  try {
    await loadTerritoryIntoDatabase(owner);
    if (config.mode === 'development') await seatTheCast(owner);
  } finally {
    await owner.close();
  }
}

/** The invented people of development, at their posts and on their commissions, and the bodies that may ask about rights. */
async function seatTheCast(owner: Database): Promise<void> {
  await seatCast(owner, systemClock);
  await seatMandates(owner, systemClock);
  await makeSampleAgreements(owner, systemClock);
}

function partsOf(config: Config, urls: DatabaseUrls): readonly ChildSpec[] {
  const env = {
    ...writeUrls(urls),
    PORT: String(config.port),
    RAMED_DATA: config.dataFolder,
    RAMED_PARTNERS_PORT_BASE: String(config.partnersPortBase),
  };
  const gateway = process.env.RAMED_BANK_GATEWAY_URL ?? `http://127.0.0.1:${config.port}/gateway/v1/bank/payments`;
  const lists = process.env.RAMED_COVER_LISTS_URL ?? `http://127.0.0.1:${config.port}/gateway/v1/cover-lists`;
  const toAgency = { RAMED_BANK_GATEWAY_URL: gateway, RAMED_COVER_LISTS_URL: lists };
  const partners = { name: 'partners', script: 'partners/main.ts', env: { ...env, ...toAgency } };
  return [
    ...(config.mode === 'development' ? [partners] : []),
    { name: 'server', script: 'surfaces/server/main.ts', env },
    { name: 'worker', script: 'surfaces/worker/main.ts', env },
  ];
}

async function refuseTakenPorts(config: Config, patienceMs: number): Promise<void> {
  const patience = performance.now() + patienceMs;
  await refuseTaken({ host: config.host, port: config.port, patience }, 'PORT', 'PORT=3100 npm start');
  if (config.mode !== 'development') return;
  for (const name of partnerNames) {
    const place = { host: '127.0.0.1', port: config.partnersPortBase + partnerTable[name].portOffset, patience };
    await refuseTaken(place, 'RAMED_PARTNERS_PORT_BASE', 'RAMED_PARTNERS_PORT_BASE=4200 npm start');
  }
}

type Place = { readonly host: string; readonly port: number; readonly patience: number };

async function refuseTaken(place: Place, variable: string, example: string): Promise<void> {
  while (await isTaken(place)) {
    if (performance.now() > place.patience)
      throw new RamedError('port-taken', `port ${place.port} is in use: set ${variable} to another, for example ${example}`);
    await wait(200);
  }
}

function isTaken({ host, port }: Place): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}
