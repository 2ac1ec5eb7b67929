import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CAST_PASSWORD, cast } from '#modules/staff';
import { projectRoot, readConfig } from '#platform/config';
import { describeError, RamedError } from '#platform/errors';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { findUnfinishedBatch, followBatch, wasAnyBatchReceived } from '../../surfaces/cli/follow-batch.ts';
import { receiveBatchFile } from '../../surfaces/gateway/batch-files.ts';
import { type House, openHouse } from '../../surfaces/house.ts';
import { listenForStop } from '../../surfaces/process.ts';
import { type System, startSystem } from '../../surfaces/system.ts';
import { leaveCovers } from '../../surfaces/worker/rehearsal/leave-covers.ts';
import { leaveLife } from '../../surfaces/worker/rehearsal/leave-life.ts';
import { leaveWork } from '../../surfaces/worker/rehearsal/leave-work.ts';
import { publishFirstSnapshot } from '../../surfaces/worker/rehearsal/publish-first-snapshot.ts';

/** `npm start`: everything on this machine, then where to look and who signs in as whom. Ctrl-C stops it all in order. */
const config = readConfig(process.env);
const address = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}`;
const asked = listenForStop();

const PAUSE_MS = 300;
/** Half a minute: what the registers have not answered by then is answered later. */
const PATIENCE = 100;

const pause = () => wait(PAUSE_MS, undefined, { signal: asked }).catch(() => undefined);

try {
  process.exitCode = await main();
} catch (error) {
  if (!asked.aborted) {
    const { code, message } = describeError(error);
    process.stderr.write(`\nRAMED did not start (${code}): ${message}\n`);
    if (!(error instanceof RamedError)) throw error;
    process.exitCode = 1;
  }
}
process.exit();

async function main(): Promise<number> {
  const started = performance.now();
  process.stdout.write('RAMED starts:');
  const system = await startSystem(config, { onStage: (stage) => process.stdout.write(` ${stage}`), asked });
  process.stdout.write(` — ready in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  try {
    const given = await Promise.race([system.given, attend(system)]);
    if (given === undefined) return 0;
    process.stderr.write(`\n${given} ended over and over: see ${join(config.dataFolder, 'logs', `${given}.log`)}\n`);
    return 1;
  } finally {
    await system.stop();
  }
}

/** What there is to do and to say, until asked to stop. */
async function attend(system: System): Promise<undefined> {
  if (config.mode === 'development') await rehearse(system);
  if (asked.aborted) return;
  process.stdout.write(whereToLook());
  if (config.mode === 'development') await takePicture(system);
  if (!asked.aborted) await once(asked, 'abort');
}

/** The first start takes the shipped sample along the whole road; a later one finishes what an interruption left. */
async function rehearse(system: System): Promise<void> {
  const house = openHouse(config, system.urls, { name: 'start', connections: 4 });
  try {
    const unfinished = await findUnfinishedBatch(house);
    if (unfinished !== undefined) {
      process.stdout.write('\nGoing on with the file that an interruption left:\n');
      await followBatch(house, unfinished, { out: process.stdout, asked });
    } else if (!(await wasAnyBatchReceived(house))) await processSample(house);
    if (!asked.aborted) await leaveWorkToPeople(house);
    if (!asked.aborted) await leaveCoversToPeople(house);
    if (!asked.aborted) await leaveLifeToPeople(house);
  } finally {
    await house.close();
  }
}

async function processSample(house: House): Promise<void> {
  const sample = join(projectRoot, 'database', 'seeds', 'samples', 'azilal-400.xml');
  process.stdout.write('\nThe main job, on the shipped sample: 400 families of the province of Azilal.\n');
  const received = await receiveBatchFile(house, createReadStream(sample), { actor: systemActor('start'), rehearsal: true });
  if (isRefusal(received)) throw new RamedError('sample-refused', `the shipped sample was refused: ${received.refused}`);
  await followBatch(house, received.batch, { out: process.stdout, asked });
}

/** What the cast does not decide: whoever signs in finds it. */
async function leaveWorkToPeople(house: House): Promise<void> {
  const waiting = await leaveWork(house, { pause, patience: PATIENCE });
  if (waiting !== undefined && !asked.aborted)
    process.stdout.write(
      `\nLeft to you: ${waiting} families of the town of Azilal wait for a sitting; README, "Try it", says how.\n`,
    );
}

async function leaveCoversToPeople(house: House): Promise<void> {
  const cases = await leaveCovers(house, { pause, patience: PATIENCE });
  if (cases !== undefined && !asked.aborted)
    process.stdout.write(`${cases} double registrations wait at every stage, in the office under Double cover.\n`);
}

async function leaveLifeToPeople(house: House): Promise<void> {
  const families = await leaveLife(house);
  if (families !== undefined)
    process.stdout.write(
      `Life goes on in ${families} registered families: changes to decide and renewals asked, in the office under Families.\n`,
    );
}

/** Behind what is told: nobody waits for it, and what does not come about is for the night. */
async function takePicture(system: System): Promise<void> {
  const house = openHouse(config, system.urls, { name: 'start', connections: 1 });
  try {
    await publishFirstSnapshot(house, { pause, patience: 2 * PATIENCE, asked });
  } catch (error) {
    const { code, message } = describeError(error);
    process.stderr.write(`\nThe first snapshot of rights is left to the night (${code}): ${message}\n`);
  } finally {
    await house.close();
  }
}

function whereToLook(): string {
  const pages = [
    ['Portal', `${address}/`],
    ['Apply, then rehearse it', `${address}/fr/apply`],
    ['Three interesting files', `${address}/samples`],
    ['Rights without a network', `${address}/verifier/fr`],
    ['Components in four languages', `${address}/gallery`],
    ['Office of the agents', `${address}/office/`],
    ['API', `${address}/api/docs`],
  ] as const;
  const people = cast.map(
    (member) => `  ${member.login.padEnd(22)} ${member.role.padEnd(22)} ${member.territory || 'the nation'}`,
  );
  const who = config.mode === 'development' ? [`\nWho signs in as whom (password of all: ${CAST_PASSWORD})`, ...people] : [];
  return `\n${pages.map(([name, url]) => `  ${name.padEnd(30)} ${url}`).join('\n')}\n${who.join('\n')}\n\n  Ctrl-C stops everything.\n`;
}
